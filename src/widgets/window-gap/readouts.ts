import type { Readout } from '#contract/spec.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { indexOf, type Gap, type Lengths } from './model.ts';
import { textLength, type Asked } from './parameters.ts';

const windows = 'theory/chains/binary-windows.binaryWindows';
const filter = 'sim/bayes-mixture.beliefsAlong';
const seenBy = 'sim/window-posterior.windowBelief';

const here = ({ lengths }: Gap, { window }: Asked): Lengths => lengths[window - 1];
/** Of the chain that runs. */
const own = (of: 'mean' | 'least' | 'greatest' | 'posterior') => (model: Gap, asked: Asked) =>
  here(model, asked)[of][indexOf(asked.writer)];

const probability = (
  label: string,
  formula: string,
  of: Readout<Gap, Asked>['of'],
  source = windows,
): Readout<Gap, Asked> => ({ kind: 'probability', label, formula, source, of });

/** The last letter, after which both predict. */
const apart = ({ chains, text }: Gap) =>
  totalVariation(chains[0][text[textLength - 1]], chains[1][text[textLength - 1]]);

export const readouts = {
  mean: probability('Mean miss in the long run', String.raw`\E\big[(1 - v)\operatorname{TV}\big]`, own('mean')),
  least: probability(
    'Least miss after a letter after which the chains differ',
    String.raw`\min (1 - v)\operatorname{TV}`,
    own('least'),
  ),
  greatest: probability('Greatest miss', String.raw`\max (1 - v)\operatorname{TV}`, own('greatest')),
  posterior: probability('A window gives the chain that runs, on average', String.raw`\E\,v`, own('posterior')),
  floor: probability(
    'No window gives either chain less than',
    String.raw`\varepsilon_w`,
    (model, asked) => here(model, asked).floor,
  ),
  misled: probability(
    'Windows that give the chain that runs less than one half',
    String.raw`P(v < \tfrac12)`,
    ({ misled }) => misled,
  ),
  windows: {
    kind: 'count' as const,
    label: 'Different windows of this length',
    formula: String.raw`2^w`,
    source: 'theory/chains/binary-windows.binaryWindowTypes',
    of: (_: Gap, { window }: Asked) => 2 ** window,
  },
  whole: probability(
    'After 240 letters of the text the whole past gives the chain that runs',
    String.raw`u_t`,
    ({ whole }) => whole[textLength - 1],
    filter,
  ),
  seen: probability('and the window gives it', String.raw`v_t`, ({ seen }) => seen[textLength - 1], seenBy),
  doubt: probability(
    'The less likely chain, after these letters, has from the window',
    String.raw`\min(v_t, 1 - v_t)`,
    ({ seen }) => Math.min(seen[textLength - 1], 1 - seen[textLength - 1]),
    seenBy,
  ),
  missed: probability(
    'Between the two predictions of the letter that follows lie',
    String.raw`\operatorname{TV}(\text{whole}, \text{window})`,
    ({ predictions }) => totalVariation(predictions.whole, predictions.seen),
    'theory/measures/distance.totalVariation',
  ),
  product: probability(
    'The same from the beliefs',
    String.raw`|u_t - v_t|\operatorname{TV}(P_1(x, \cdot), P_2(x, \cdot))`,
    (model) => Math.abs(model.whole[textLength - 1] - model.seen[textLength - 1]) * apart(model),
    seenBy,
  ),
  firstSide: probability(
    'Prior of the first chain times its mean miss',
    String.raw`\pi\,\E[\text{miss} \given J = 1]`,
    (model, asked) => asked.prior * here(model, asked).mean[0],
  ),
  secondSide: probability(
    'Prior of the second chain times its mean miss',
    String.raw`(1 - \pi)\,\E[\text{miss} \given J = 2]`,
    (model, asked) => (1 - asked.prior) * here(model, asked).mean[1],
  ),
  rate: {
    kind: 'information' as const,
    label: 'The log-odds of the chain that runs grow in the long run, per letter, by',
    formula: String.raw`\sum_x \mu(x) \D(P(x, \cdot) \,\|\, P'(x, \cdot))`,
    source: 'theory/chains/markov-chain.relativeEntropyRate',
    of: ({ rate }: Gap) => rate.expected,
  },
  measured: {
    kind: 'information' as const,
    label: 'and along these 240 letters by',
    formula: String.raw`\tfrac1t \ln \tfrac{u_t}{1 - u_t} - \tfrac1t \ln \tfrac{u_0}{1 - u_0}`,
    source: filter,
    of: ({ rate }: Gap) => rate.measured,
  },
};
