import type { Readout } from '#contract/spec.ts';
import { games, type FewGuesses } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: (model: FewGuesses) => number,
): Readout<FewGuesses, Asked> => ({ kind: 'information', label, formula, source, of });

const bounds = 'theory/codes/guessing-game.shannonGuessingBounds';
const expected = 'theory/estimation/entropy-estimators.expectedPlugInEntropy';
const estimate = 'theory/codes/guessing-game.estimateGuessingBounds';

export const readouts = {
  entropy: {
    ...information('Entropy of a letter, given what the guesser sees', String.raw`\H(X \given \text{context})`, 'theory/chains/markov-chain.entropyRate', ({ entropy }) => entropy), // prettier-ignore
    quantity: 'entropy',
  },
  upper: information('Upper bound from endlessly many letters', String.raw`-\sum_i g_i \log g_i`, bounds, ({ upper }) => upper), // prettier-ignore
  lower: information('Lower bound from endlessly many letters', String.raw`\sum_i i\,(g_i - g_{i+1}) \log i`, bounds, ({ lower }) => lower), // prettier-ignore
  width: information('Between them', String.raw`\H(R) - \sum_i i\,(g_i - g_{i+1}) \log i`, bounds, ({ upper, lower }) => upper - lower), // prettier-ignore
  expectedUpper: information('Upper bound as read off n letters, expected', String.raw`\E\bigl[-\textstyle\sum_i \hat g_i \log \hat g_i\bigr]`, expected, (model) => model.expectedUpper), // prettier-ignore
  shortfall: information('How much that is too low', String.raw`\H(R) - \E\bigl[\hat{\H}(R)\bigr]`, expected, ({ upper, expectedUpper }) => upper - expectedUpper), // prettier-ignore
  firstOrder: information('The same to first order', String.raw`\frac{27-1}{2n}`, 'theory/estimation/entropy-estimators.firstOrderBias', ({ firstOrder }) => -firstOrder), // prettier-ignore
  lowerSpread: information('Standard deviation of the lower bound as read off n letters', String.raw`\sigma / \sqrt n`, 'theory/codes/guessing-game.priceOfGuess', (model) => model.lowerSpread), // prettier-ignore
  simulatedUpper: information(`Upper bound, mean of ${games} games`, String.raw`\overline{\hat{\H}(R)}`, estimate, (model) => model.simulatedUpper.mean), // prettier-ignore
  simulatedUpperError: information('Its standard error', String.raw`s / \sqrt{32}`, estimate, (model) => model.simulatedUpper.error), // prettier-ignore
  simulatedLower: information(`Lower bound, mean of ${games} games`, String.raw`\overline{\textstyle\sum_i i\,(\hat g_i - \hat g_{i+1}) \log i}`, estimate, (model) => model.simulatedLower.mean), // prettier-ignore
  simulatedLowerError: information('Its standard error', String.raw`s / \sqrt{32}`, estimate, (model) => model.simulatedLower.error), // prettier-ignore
  below: {
    label: 'Share of the games whose upper bound is below the entropy',
    kind: 'probability' as const,
    formula: String.raw`\#\{\hat{\H}(R) < \H\} / 32`,
    source: estimate,
    of: (model: FewGuesses) => model.below,
  },
  letters: {
    label: 'Letters guessed',
    kind: 'count' as const,
    formula: 'n',
    source: 'widgets/few-guesses/model.compute',
    of: (model: FewGuesses) => model.letters,
  },
};
