import type { Readout } from '#contract/spec.ts';
import { twoCoins } from '#sim/coin-mixture.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { columnsOf, mean, overFair, regret, type TwoCoins } from './model.ts';
import type { TwoCoinsValues } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: Readout<TwoCoins, TwoCoinsValues>['of'],
  quantity?: string,
): Readout<TwoCoins, TwoCoinsValues> => ({ kind: 'information', label, formula, source, of, quantity });

const noToss = ({ tosses }: TwoCoins) => tosses.length === 0;
const predictive = 'sim/coin-mixture.predictiveEntropies';
const learned = 'sim/coin-mixture.learnedOfCoin';
const sequence = 'theory/measures/entropy.surprisal';
const binary = 'theory/measures/entropy.binaryEntropy';

export const readouts = {
  rate: information(
    'Cannot be learned: the loss, per toss, of one who knows the coin, on average over the pick',
    '\\tfrac12 h(0.7) + \\tfrac12 h(0.4)',
    'sim/coin-mixture.coinEntropyRate',
    ({ rate }) => rate,
    'entropy-rate',
  ),
  bright: information('A toss of the coin with heads 0.7, once it is picked', 'h(0.7)', binary, () =>
    binaryEntropy(twoCoins.heads[0]),
  ),
  dull: information('A toss of the coin with heads 0.4, once it is picked', 'h(0.4)', binary, () =>
    binaryEntropy(twoCoins.heads[1]),
  ),
  first: information('Expected at the first toss', '\\H(X_1)', predictive, ({ expected }) => expected[0]),
  now: information(
    'Expected at a toss after as many as there are',
    '\\H(X_{n+1} \\given X_1, \\dots, X_n)',
    predictive,
    ({ expected, tosses }) => expected[tosses.length],
  ),
  excess: information(
    'Of that, what could still be learned',
    '\\I(X_{n+1};J \\given X_1, \\dots, X_n)',
    'sim/coin-mixture.informationOfNextToss',
    ({ told, tosses }) => told[tosses.length],
  ),
  learned: information(
    'What as many tosses tell of the coin, on average',
    '\\I(X_1, \\dots, X_n;J)',
    learned,
    ({ learned, tosses }) => learned[tosses.length],
  ),
  learnedNext: information(
    'What one toss more than that tells of the coin, on average',
    '\\I(X_1, \\dots, X_{n+1};J)',
    learned,
    ({ learned, tosses }) => learned[tosses.length + 1],
  ),
  learnable: information(
    'What all tosses in the figure, with those to come, tell of the coin, on average',
    '\\I(X_1, \\dots, X_N;J)',
    learned,
    ({ learned, tosses }, { shown }) => learned[columnsOf(tosses.length, shown)],
  ),
  choice: information('What there is to learn: which coin', '\\H(J)', 'theory/measures/entropy.entropy', () =>
    entropy(twoCoins.weights),
  ),
  paid: information('Paid for the sequence', '-\\sum_t \\log q(x_t \\given x_{<t})', sequence, ({ paid }) => paid),
  mean: {
    ...information('Paid per toss', '-\\tfrac1n \\sum_t \\log q(x_t \\given x_{<t})', sequence, mean, 'surprisal'),
    none: noToss,
  },
  last: {
    ...information(
      'Paid for the last toss',
      '-\\log q(x_n \\given x_{<n})',
      sequence,
      ({ surprisals }) => surprisals.at(-1) ?? 0,
    ),
    none: noToss,
  },
  knowing: information(
    'What the sequence costs one who knows the coin that suits it better',
    '\\min_j -\\log p_j(x_1, \\dots, x_n)',
    'sim/coin-mixture.logLikelihoods',
    ({ knowing }) => Math.min(...knowing),
  ),
  regret: information(
    'Paid beyond that: at most one bit, whatever comes',
    '\\max_j \\log \\frac{p_j(x)}{q(x)}',
    'widgets/two-coins/model.regret',
    regret,
  ),
  overFair: information(
    'Paid beyond one bit a toss',
    '-\\sum_t \\log q(x_t \\given x_{<t}) - n \\log 2',
    'widgets/two-coins/model.overFair',
    overFair,
  ),
  next: {
    label: 'Chance that the next toss is heads',
    kind: 'probability',
    quantity: 'q',
    formula: 'q(x_{n+1} = \\text{heads} \\given x_1, \\dots, x_n)',
    source: 'sim/coin-mixture.predictHeads',
    of: ({ next }) => next,
  },
  posterior: {
    label: 'Probability that it is the coin with heads 0.7',
    kind: 'probability',
    formula: 'p(J = 0.7 \\given x_1, \\dots, x_n)',
    source: 'sim/coin-mixture.coinPosterior',
    of: ({ posterior }) => posterior,
  },
  columns: {
    label: 'Tosses that there is room for, or more if more were tossed',
    kind: 'count',
    formula: 'N',
    source: 'widgets/two-coins/model.columnsOf',
    of: ({ tosses }, { shown }) => columnsOf(tosses.length, shown),
  },
  tosses: {
    label: 'Tosses',
    kind: 'count',
    formula: 'n',
    source: 'widgets/two-coins/model.toss',
    of: (m) => m.tosses.length,
  },
  heads: {
    label: 'Heads among them',
    kind: 'count',
    formula: 'k',
    source: 'widgets/two-coins/model.toss',
    of: (m) => m.heads,
  },
} satisfies Record<string, Readout<TwoCoins, TwoCoinsValues>>;
