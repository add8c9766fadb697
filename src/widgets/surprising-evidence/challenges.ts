import type { Challenge } from '#contract/spec.ts';
import type { Screening, ScreeningValues } from './screening.ts';

const bit = Math.LN2;
const tiny = 1e-9;

export const challenges: readonly Challenge<Screening, ScreeningValues>[] = [
  {
    id: 'one-bit-unsure',
    task: 'The illness stays rare, at most 50 in 1000. Find a test whose positive result leaves you exactly one bit unsure.',
    score({ positive }, { prevalence }) {
      const doubt = positive.entropy / bit;
      if (prevalence > 0.05 + tiny) return 0.5 * doubt;
      return doubt > 0.9995 ? 1 : 0.95 * doubt;
    },
    hints: [
      {
        when: (_, { prevalence }) => prevalence > 0.05 + tiny,
        say: 'That illness is not rare any more: at most 50 in 1000.',
      },
      {
        when: ({ positive }) => positive.posterior < 0.5,
        say: 'One bit is a fair coin: as many ill as healthy among the positives. There are too many healthy ones still.',
      },
      {
        when: () => true,
        say: 'More than half of the positives are ill now, so you lean to one side. Let a few more healthy people in.',
      },
    ],
    solved:
      'When true and false alarms are equally many, a positive result turns near certainty into a coin toss. It still was worth having: it moved the probability from 50 in 1000 or less to one half.',
    solution: { prevalence: 0.05, sensitivity: 0.95, specificity: 0.95 },
  },
  {
    id: 'never-down',
    task: 'Try to make both results raise the entropy. When you are convinced that it cannot be, make neither of them lower it.',
    score({ evidence, positive, negative }) {
      const before = evidence.entropyBefore;
      const fall = Math.max(0, before - positive.entropy) + Math.max(0, before - negative.entropy);
      return fall < tiny ? 1 : Math.max(0, 0.95 * (1 - fall / before));
    },
    hints: [
      {
        when: ({ evidence, positive }) => positive.entropy > evidence.entropyBefore + tiny,
        say: 'A positive result raises it, so a negative one must lower it: weighted by how often they come, the two average to no more than before.',
      },
      {
        when: ({ evidence, negative }) => negative.entropy > evidence.entropyBefore + tiny,
        say: 'Now a negative result raises it, and a positive one pays: the chord between the two points never rises above the curve.',
      },
      {
        when: () => true,
        say: 'Neither raises it, and at least one lowers it: a useful test. What would a test have to be like to say the same about the ill and the healthy?',
      },
    ],
    solved:
      'Only a test that comes out positive equally often for the ill and the healthy lowers nothing, and it raises nothing either: both points sit where you began. The average entropy never goes up, because the entropy curve is concave.',
    solution: { sensitivity: 0.5, specificity: 0.5 },
  },
  {
    id: 'two-thirds',
    task: 'One person in 100 is ill. Make a test whose positive result speaks for the illness, worth at least two thirds of the uncertainty that there is.',
    score({ evidence }, { prevalence, sensitivity, specificity }) {
      const share = evidence.mutualInformation / evidence.entropyBefore / (2 / 3);
      if (Math.abs(prevalence - 0.01) > tiny) return Math.min(0.5, 0.5 * share);
      if (sensitivity + specificity < 1 - tiny) return 0.5 * Math.min(1, share);
      return share >= 1 ? 1 : 0.95 * share;
    },
    hints: [
      {
        when: (_, { prevalence }) => Math.abs(prevalence - 0.01) > tiny,
        say: 'One in 100, please: a prevalence of 0.01.',
      },
      {
        when: (_, { sensitivity, specificity }) => sensitivity + specificity < 1 - tiny,
        say: 'This test comes out positive more often for the healthy than for the ill. Turn both numbers round, as 0.01 into 0.99.',
      },
      {
        when: (_, { specificity }) => specificity < 0.99,
        say: 'With 99 healthy people for each ill one, a single false alarm in 100 is as common as the illness. Which number decides that?',
      },
      {
        when: (_, { sensitivity }) => sensitivity < 0.85,
        say: 'Few false alarms, good. Now the test misses many who are ill.',
      },
      {
        when: () => true,
        say: 'Nearly: a little better on either side.',
      },
    ],
    solved:
      'With a rare illness the healthy are the crowd, so false alarms weigh most in what a positive result is worth.',
    solution: { specificity: 0.995 },
  },
];
