import type { Readout } from '#contract/spec.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { agreeing, lastOf, meanOf, stageAt, tokenAt, type LogitLens } from './model.ts';
import type { Asked } from './parameters.ts';

type R = Readout<LogitLens, Asked>;
const none = ({ ids }: LogitLens) => ids.length === 0;
const lens = 'model/inside.lensOf';
const paired = 'theory/estimation/paired-difference.pairedDifference';

const information = (label: string, formula: string, of: R['of'], source = lens): R => ({
  ...{ kind: 'information', label, formula, source, none },
  of: (model, asked) => (none(model) ? 0 : of(model, asked)),
});
const count = (label: string, formula: string, of: R['of']): R => ({
  ...{ kind: 'count', label, formula, source: lens, none },
  of: (model, asked) => (none(model) ? 0 : of(model, asked)),
});

const here = (model: LogitLens, asked: Asked) => model.stages[stageAt(model, asked)];
const last = (model: LogitLens) => model.stages[lastOf(model)];

/** What the last block changes, token by token; nothing if there is one stage, or one token. */
export function byLastBlock({ stages, ids }: LogitLens, of: 'surprisal' | 'entropy') {
  if (stages.length < 2 || ids.length < 2) return { mean: 0, standardError: 0 };
  const [before, after] = stages.slice(-2).map((stage) => stage[of]);
  return pairedDifference(before, after);
}

export const readouts = {
  cost: information(
    'A token costs, if the network stops here',
    String.raw`-\tfrac1T \sum_t \log q_\ell(x_t)`,
    (m, asked) => meanOf(here(m, asked).surprisal).mean,
  ),
  costError: information('Its standard error', String.raw`s/\sqrt T`, (m, asked) => meanOf(here(m, asked).surprisal).error), // prettier-ignore
  entropy: information(
    'Entropy of the predictions of this stage, on average',
    String.raw`\tfrac1T \sum_t \H(q_{\ell,t})`,
    (m, asked) => meanOf(here(m, asked).entropy).mean,
  ),
  scaledCost: {
    ...information(
      'The same with a scale for the stage, fitted on every other token for those between',
      String.raw`-\tfrac1T \sum_t \log \mathrm{softmax}(s_{\ell,t} z_{\ell,t})_{x_t}`,
      (m, asked) => here(m, asked).scaled?.after ?? 0,
      'theory/language-models/fitted-scale.bestScale',
    ),
    none: (m, asked) => none(m) || here(m, asked).scaled === undefined,
  } satisfies R,
  lastCost: information('A token costs the whole network', String.raw`-\tfrac1T \sum_t \log q_L(x_t)`, (m) => meanOf(last(m).surprisal).mean), // prettier-ignore
  lastEntropy: information('Entropy of its predictions, on average', String.raw`\tfrac1T \sum_t \H(q_{L,t})`, (m) => meanOf(last(m).entropy).mean), // prettier-ignore
  lastGain: information(
    'What the last block saves on a token',
    String.raw`\tfrac1T \sum_t \log \frac{q_L(x_t)}{q_{L-1}(x_t)}`,
    (m) => 0 - byLastBlock(m, 'surprisal').mean,
    paired,
  ),
  lastGainError: information('Its standard error', String.raw`s/\sqrt T`, (m) => byLastBlock(m, 'surprisal').standardError, paired), // prettier-ignore
  lastRise: information(
    'How much the last block raises the entropy of a prediction, on average',
    String.raw`\tfrac1T \sum_t \H(q_{L,t}) - \H(q_{L-1,t})`,
    (m) => byLastBlock(m, 'entropy').mean,
    paired,
  ),
  lastRiseError: information('Its standard error', String.raw`s/\sqrt T`, (m) => byLastBlock(m, 'entropy').standardError, paired), // prettier-ignore
  tokenCost: information(
    'The token looked at costs, if the network stops here',
    String.raw`-\log q_\ell(x_t)`,
    (m, asked) => here(m, asked).surprisal[tokenAt(m, asked)],
  ),
  tokenRank: count('Its rank there', 'r', (m, asked) => here(m, asked).rank[tokenAt(m, asked)]),
  agree: count(
    'Tokens whose likeliest guess here is that of the whole network',
    String.raw`|\{t : \arg\max q_{\ell,t} = \arg\max q_{L,t}\}|`,
    (m, asked) => agreeing(m, stageAt(m, asked)),
  ),
  tokens: count('Tokens looked at', 'T', ({ ids }) => ids.length),
} satisfies Record<string, R>;
