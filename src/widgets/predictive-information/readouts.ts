import type { Readout } from '#contract/spec.ts';
import { costOf, type Predictive } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Predictive, Asked>['of'],
): Readout<Predictive, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

const parts = 'theory/learning/predictive-information.predictiveInformation';
const words = 'widgets/predictive-information/model.compute';

export const readouts = {
  total: information(
    'What T tosses tell about all that follow',
    String.raw`E_T`,
    parts,
    ({ mixture }, { tosses }) => mixture.parts[tosses].total,
  ),
  learned: information(
    'Of this, about which chain it is: learned',
    String.raw`\I(X_1 \dots X_T;\Theta^*)`,
    parts,
    ({ mixture }, { tosses }) => mixture.parts[tosses].aboutChain,
  ),
  memory: information(
    'Of this, what the chains remember',
    String.raw`\sum_j \pi_j \I_j(X_t;X_{t+1})`,
    parts,
    ({ mixture }, { tosses }) => mixture.parts[tosses].memory,
  ),
  blocks: information(
    'The same as all of it, from the words',
    String.raw`\H(X_1 \dots X_T) - T h`,
    words,
    ({ mixture }, { tosses }) => mixture.blocks[tosses] - tosses * mixture.rate,
  ),
  learnable: information(
    'What there is to learn in the end',
    String.raw`\H(\Theta^*)`,
    'theory/measures/entropy.entropy',
    ({ learnable }) => learnable,
  ),
  rate: information(
    'A toss in the long run',
    'h',
    'theory/chains/markov-mixture.entropyRateOfMixture',
    ({ mixture }) => mixture.rate,
  ),
  first: information('The first toss costs, expected', String.raw`\H(X_1)`, words, ({ mixture }) => costOf(mixture, 1)),
  second: information('The second toss costs, expected', String.raw`\H(X_2 \given X_1)`, words, ({ mixture }) =>
    costOf(mixture, 2),
  ),
  last: information(
    'Toss T costs, expected',
    String.raw`\H(X_T \given X_1 \dots X_{T-1})`,
    words,
    ({ mixture }, { tosses }) => costOf(mixture, tosses),
  ),
  known: information(
    'If the first chain is known: what the past tells about all that follows',
    String.raw`E_T`,
    parts,
    ({ known }, { tosses }) => known.parts[tosses].total,
  ),
  nothing: information(
    'If the first chain is known: learned',
    String.raw`\I(X_1 \dots X_T;\Theta^*)`,
    parts,
    ({ known }, { tosses }) => known.parts[tosses].aboutChain,
  ),
  knownFirst: information(
    'If the first chain is known, the first toss costs',
    String.raw`\H(X_1)`,
    words,
    ({ known }) => costOf(known, 1),
  ),
  knownRate: information(
    'and every later one',
    'h',
    'theory/chains/markov-mixture.entropyRateOfMixture',
    ({ known }) => known.rate,
  ),
};
