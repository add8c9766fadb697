import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { challenges } from './challenges.ts';
import { params, screen, type Result } from './screening.ts';

/** Entropies closer than this are the same. */
const same = 1e-9;

/** What a result does to the uncertainty, in words. */
function effect(result: Result, before: number, say: Say): string {
  const change = result.entropy - before;
  const verb = Math.abs(change) < same ? 'leaves it at' : change > 0 ? 'raises it to' : 'lowers it to';
  return `${verb} ${say.amount(result.entropy)}`;
}

export const spec = defineWidget({
  id: 'surprising-evidence',
  title: 'A result that unsettles',
  summary: 'Set how rare an illness and how good a test is; see what each result does to the uncertainty.',
  terms: ['entropy', 'conditional-entropy', 'mutual-information'],
  cites: ['gigerenzer-hoffrage1995', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  compute: screen,

  readouts: {
    prior: {
      label: 'Uncertainty before the test',
      kind: 'information',
      quantity: 'hx',
      formula: String.raw`\H(X)`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ evidence }) => evidence.entropyBefore,
    },
    positive: {
      label: 'Uncertainty after a positive result',
      kind: 'information',
      formula: String.raw`\H(X \given Y = {+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ positive }) => positive.entropy,
    },
    negative: {
      label: 'Uncertainty after a negative result',
      kind: 'information',
      formula: String.raw`\H(X \given Y = {-})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ negative }) => negative.entropy,
    },
    expected: {
      label: 'Uncertainty after the test, on average',
      kind: 'information',
      quantity: 'hxgy',
      formula: String.raw`\H(X \given Y)`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ evidence }) => evidence.expectedEntropyAfter,
    },
    gain: {
      label: 'What the test tells on average',
      kind: 'information',
      quantity: 'mutual',
      formula: String.raw`\I(X;Y)`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ evidence }) => evidence.mutualInformation,
    },
    rise: {
      label: 'Change of uncertainty by a positive result',
      kind: 'information',
      formula: String.raw`\H(X \given Y = {+}) - \H(X)`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ evidence, positive }) => positive.entropy - evidence.entropyBefore,
    },
    positiveProbability: {
      label: 'Chance of a positive result',
      kind: 'probability',
      formula: String.raw`p(Y = {+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ positive }) => positive.probability,
    },
    posteriorPositive: {
      label: 'Chance of being ill after a positive result',
      kind: 'probability',
      formula: String.raw`p(\text{ill} \given {+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ positive }) => positive.posterior,
    },
    posteriorNegative: {
      label: 'Chance of being ill after a negative result',
      kind: 'probability',
      formula: String.raw`p(\text{ill} \given {-})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ negative }) => negative.posterior,
    },
    ill: {
      label: 'Ill, of 10,000 people',
      kind: 'count',
      formula: String.raw`10^4\, p(\text{ill})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ people }) => people.ill,
    },
    positives: {
      label: 'Test positive, of 10,000 people',
      kind: 'count',
      formula: String.raw`10^4\, p({+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ people }) => people.positives,
    },
    truePositives: {
      label: 'Ill and positive, of 10,000 people',
      kind: 'count',
      formula: String.raw`10^4\, p(\text{ill}, {+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ people }) => people.truePositives,
    },
    falsePositives: {
      label: 'Healthy and positive, of 10,000 people',
      kind: 'count',
      formula: String.raw`10^4\, p(\text{healthy}, {+})`,
      source: 'theory/belief/bayes.diagnosticTest',
      of: ({ people }) => people.falsePositives,
    },
  },

  describe({ evidence, positive, negative, people }, _values, say) {
    const { entropyBefore: before, expectedEntropyAfter, mutualInformation } = evidence;
    const found =
      people.positives === 0
        ? 'almost nobody tests positive'
        : `${say.count(people.truePositives)} of the ${say.count(people.positives)} who test positive`;
    return (
      `Of ${say.count(people.all)} people ${say.count(people.ill)} are ill, and ${found}. Before the test the uncertainty is ` +
      `${say.information(before)}; a positive ` +
      `result ${effect(positive, before, say)}, a negative one ${effect(negative, before, say)}. On average ` +
      `${say.amount(expectedEntropyAfter)} are left, so the test tells ${say.information(mutualInformation)}.`
    );
  },

  table: ({ evidence, positive, negative, people }, say) => ({
    columns: ['Result', 'ill', 'healthy', 'p(result)', 'p(ill | result)', `entropy, ${say.unit}`],
    rows: [
      ['before the test', people.ill, people.healthy, '', '', say.amount(evidence.entropyBefore)],
      ...(
        [
          ['positive', people.truePositives, people.falsePositives, positive],
          ['negative', people.falseNegatives, people.trueNegatives, negative],
        ] as const
      ).map(([name, ill, healthy, result]) => [
        name,
        ill,
        healthy,
        say.probability(result.probability),
        say.probability(result.posterior),
        say.amount(result.entropy),
      ]),
      ['average after', people.ill, people.healthy, '', '', say.amount(evidence.expectedEntropyAfter)],
    ],
  }),

  laws: [
    {
      name: 'On average a test never raises the entropy: H(X|Y) ≤ H(X)',
      tolerance: 1e-12,
      gap: ({ evidence }) => evidence.expectedEntropyAfter - evidence.entropyBefore,
    },
    {
      name: 'What is gained is what is no longer open: I(X;Y) = H(X) − H(X|Y)',
      tolerance: 1e-12,
      gap: ({ evidence }) =>
        Math.abs(evidence.mutualInformation - (evidence.entropyBefore - evidence.expectedEntropyAfter)),
    },
    {
      name: 'The average is H(X|+) p(+) + H(X|−) p(−)',
      tolerance: 1e-12,
      gap: ({ evidence, positive, negative }) =>
        Math.abs(
          evidence.expectedEntropyAfter -
            (positive.probability * positive.entropy + negative.probability * negative.entropy),
        ),
    },
    {
      name: 'Beliefs after the test average to the belief before',
      tolerance: 1e-12,
      gap: ({ positive, negative }, { prevalence }) =>
        Math.abs(positive.probability * positive.posterior + negative.probability * negative.posterior - prevalence),
    },
    {
      name: 'Whole people add up',
      tolerance: 0,
      gap: ({ people }) => Math.abs(people.all - people.positives - people.negatives),
    },
  ],

  challenges,

  presets: [
    {
      id: 'screening',
      title: 'Screening',
      values: {},
      why: 'A rare illness and a decent test. Before, you are nearly sure of health; a positive result makes it an open question.',
    },
    {
      id: 'at-risk',
      title: 'A risk group',
      values: { prevalence: 0.1 },
      why: 'The same test among people of whom one in ten is ill. After a positive result two in three are ill, and nearly a whole bit is open.',
    },
    {
      id: 'suspected',
      title: 'A suspicion',
      values: { prevalence: 0.5 },
      why: 'Nothing is more open than even chances, so here every result settles something.',
    },
    {
      id: 'one-bit',
      title: 'Exactly one bit',
      values: { prevalence: 0.02, sensitivity: 0.98, specificity: 0.98 },
      why: 'True and false alarms are equally many: after 98 percent twice, a positive result is a coin toss.',
    },
    {
      id: 'all-clear',
      title: 'A doubtful all-clear',
      values: { prevalence: 0.9, sensitivity: 0.7, specificity: 0.9 },
      why: 'When nearly everyone is ill, it is the negative result that unsettles.',
    },
    {
      id: 'coin',
      title: 'A coin as a test',
      values: { prevalence: 0.2, sensitivity: 0.5, specificity: 0.5 },
      why: 'It says the same about the ill and the healthy, so both results leave you where you were.',
    },
  ],
});
