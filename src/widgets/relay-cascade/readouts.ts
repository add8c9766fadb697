import type { Readout } from '#contract/spec.ts';
import { fanoBound } from '#theory/belief/guessing.ts';
import { threeWayInformation } from '#theory/measures/trivariate.ts';
import { beforeLast, keptByLast, last, letters, type Chain } from './chain.ts';
import type { RelayValues } from './parameters.ts';

/** I(X; heard, said) of the last relay. */
export const pairOfLast = ({ flows }: Chain) => {
  const { entropyX, entropyYZ, entropyXYZ } = threeWayInformation(flows[flows.length - 1]);
  return Math.max(0, entropyX + entropyYZ - entropyXYZ);
};

/** What Fano's inequality lets be open about X with guesses as good as the best after the last relay. */
export const fanoOf = (chain: Chain) => fanoBound(Math.max(0, 1 - last(chain).accuracy), 2);

export const readouts = {
  hx: {
    label: 'Entropy of the start',
    kind: 'information',
    quantity: 'hx',
    formula: String.raw`\H(X)`,
    source: 'theory/measures/entropy.entropy',
    of: (chain) => chain.entropy,
  },
  first: {
    label: 'Left after the first relay',
    kind: 'information',
    formula: String.raw`\I(X;Y_1)`,
    source: 'theory/measures/mutual-information.mutualInformation',
    of: (chain) => chain.stations[1].information,
  },
  before: {
    label: 'Left before the last relay',
    kind: 'information',
    formula: String.raw`\I(X;Y_{n-1})`,
    source: 'theory/measures/mutual-information.mutualInformation',
    of: (chain) => beforeLast(chain).information,
  },
  mutual: {
    label: 'Left after the last relay',
    kind: 'information',
    quantity: 'mutual',
    formula: String.raw`\I(X;Y_n)`,
    source: 'theory/measures/mutual-information.mutualInformation',
    of: (chain) => last(chain).information,
  },
  lost: {
    label: 'Lost on the way',
    kind: 'information',
    formula: String.raw`\H(X \given Y_n)`,
    source: 'theory/measures/mutual-information.mutualInformation',
    of: (chain) => Math.max(0, chain.entropy - last(chain).information),
  },
  pair: {
    label: 'What the last relay hears and says together tell of X',
    kind: 'information',
    formula: String.raw`\I(X;Y_{n-1}, Y_n)`,
    source: 'theory/measures/trivariate.threeWayInformation',
    of: pairOfLast,
  },
  kept: {
    label: 'What the last relay heard beyond what it says',
    kind: 'information',
    formula: String.raw`\I(X;Y_{n-1} \given Y_n)`,
    source: 'theory/measures/trivariate.conditionalMutualInformation',
    of: keptByLast,
  },
  fano: {
    label: 'The most that may be open with guesses this good',
    kind: 'information',
    formula: String.raw`h(e), \quad e = 1 - \sum_y \max_x p(x, y)`,
    source: 'theory/belief/guessing.fanoBound',
    of: fanoOf,
  },
  accuracy: {
    label: 'Best guess right after the last relay',
    kind: 'probability',
    formula: String.raw`\sum_y \max_x p(x, y)`,
    source: 'theory/belief/guessing.accuracyOfBestGuess',
    of: (chain) => last(chain).accuracy,
  },
  accuracyBefore: {
    label: 'Best guess right before the last relay',
    kind: 'probability',
    formula: String.raw`\sum_y \max_x p(x, y)`,
    source: 'theory/belief/guessing.accuracyOfBestGuess',
    of: (chain) => beforeLast(chain).accuracy,
  },
  blindAccuracy: {
    label: 'Best guess right without listening',
    kind: 'probability',
    formula: String.raw`\max_x p(x)`,
    source: 'theory/belief/guessing.accuracyOfBestGuess',
    of: (chain) => chain.blindAccuracy,
  },
  clear: {
    label: 'The last relay names a letter',
    kind: 'probability',
    formula: String.raw`1 - p(Y_n = {?})`,
    source: 'theory/measures/joint.marginalY',
    of: (chain) => 1 - last(chain).heard[letters.indexOf('?')],
  },
} satisfies Record<string, Readout<Chain, RelayValues>>;
