import {
  chaoShenEntropy,
  digammaEntropy,
  firstOrderBias,
  grassbergerEntropy,
  jackknifeEntropy,
  millerMadowEntropy,
  plugInEntropy,
} from '#theory/estimation/entropy-estimators.ts';
import { measuresOf, type Measure, type Step } from './measure.ts';
import { info, plain } from './steps.ts';

interface Counts {
  readonly counts: readonly number[];
}

const drawsIn = ({ counts }: Counts) => counts.reduce((sum, count) => sum + count, 0);
const seenIn = ({ counts }: Counts) => counts.filter((count) => count > 0).length;
const onceIn = ({ counts }: Counts) => counts.filter((count) => count === 1).length;

const plugIn = ({ counts }: Counts) => plugInEntropy(counts);

/** An estimate, with what it changes of the plug-in one. */
const estimate = (
  measure: Pick<Measure, 'id' | 'label' | 'formula' | 'source'>,
  value: (counts: readonly number[]) => number,
  none?: (of: Counts) => string | undefined,
  ...where: Step[]
): Omit<Measure<'counts'>, 'of'> => ({
  ...measure,
  amount: 'information',
  ...(none && { none }),
  value: ({ counts }) => value(counts),
  steps: (of, _, found) => [
    ...where,
    ['Plug-in estimate: ', info(plugIn(of))],
    ['This estimate: ', info(found), ', a difference of ', info(found - plugIn(of))],
  ],
});

const module = 'theory/estimation/entropy-estimators';

export const ofCounts = measuresOf(
  'counts',
  {
    id: 'draws',
    label: 'Draws',
    formula: 'n = \\sum_x c(x)',
    amount: 'count',
    value: drawsIn,
    steps: (_of, _, value) => [[`The counts together: ${plain(value)}`]],
  },
  {
    id: 'plug-in',
    at: 'guess-the-next-letter.html#what-a-hundred-guesses-can-tell',
    label: 'Plug-in estimate of the entropy of the source',
    formula: '\\hat H = -\\sum_x \\frac{c(x)}{n} \\log \\frac{c(x)}{n}',
    amount: 'information',
    source: `${module}.plugInEntropy`,
    value: plugIn,
    steps: (_of, _, value) => [
      ['The entropy of the observed shares: ', info(value)],
      ['On average it is too small: outcomes that have not come leave no trace.'],
    ],
  },
  {
    id: 'bias',
    label: 'Its bias, first-order term',
    formula: '-\\frac{m - 1}{2n}',
    amount: 'information',
    source: `${module}.firstOrderBias`,
    value: (of) => 0 + firstOrderBias(seenIn(of), drawsIn(of)),
    steps: (of, _, value) => [
      [`−(${seenIn(of)} − 1) / (2 × ${plain(drawsIn(of))}) nats = `, info(value)],
      ['With m the outcomes that came. If others exist, the bias is larger.'],
    ],
  },
  {
    ...estimate(
      {
        id: 'miller-madow',
        label: 'Miller–Madow estimate',
        formula: '\\hat H + \\frac{m - 1}{2n}',
        source: `${module}.millerMadowEntropy`,
      },
      millerMadowEntropy,
      undefined,
      ['m is the number of outcomes that came.'],
    ),
  },
  estimate(
    {
      id: 'jackknife',
      label: 'Jackknife estimate',
      formula: 'n \\hat H - (n - 1) \\bar H_{-1}',
      source: `${module}.jackknifeEntropy`,
    },
    jackknifeEntropy,
    ({ counts }) =>
      counts.length > 2000 ? 'It takes a sum for each outcome, and there are more than 2,000.' : undefined,
  ),
  estimate(
    {
      id: 'zhang',
      label: 'Estimate by digamma functions (Zhang)',
      formula: '\\psi(n) - \\sum_x \\frac{c(x)}{n} \\psi(c(x))',
      source: `${module}.digammaEntropy`,
    },
    digammaEntropy,
  ),
  estimate(
    {
      id: 'grassberger',
      label: 'Estimate of Grassberger 2003',
      formula: '\\log n - \\sum_x \\frac{c(x)}{n} G(c(x))',
      source: `${module}.grassbergerEntropy`,
    },
    grassbergerEntropy,
    undefined,
    [
      'G(c) = ψ(c) + ½ (−1)ᶜ (ψ((c + 1)/2) − ψ(c/2)). Of draws that are all alike it does not say 0, but a little more or less.',
    ],
  ),
  estimate(
    {
      id: 'chao-shen',
      label: 'Coverage-adjusted estimate (Chao and Shen)',
      formula: '-\\sum_x \\frac{\\tilde p \\log \\tilde p}{1 - (1 - \\tilde p)^n}',
      source: `${module}.chaoShenEntropy`,
    },
    chaoShenEntropy,
    undefined,
    ['p̃ = C c(x) / n, with the coverage C = 1 − (outcomes that came once) / n, or 1/n if every draw is new.'],
  ),
  {
    id: 'unseen',
    label: 'Probability of what has not come yet (Good–Turing)',
    formula: '\\#\\{x : c(x) = 1\\} / n',
    amount: 'probability',
    value: (of) => onceIn(of) / drawsIn(of),
    steps: (of, _, value) => [[`${onceIn(of)} outcomes came once, of ${plain(drawsIn(of))} draws: ${plain(value)}`]],
  },
);
