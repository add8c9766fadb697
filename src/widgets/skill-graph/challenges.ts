import type { Challenge } from '#contract/spec.ts';
import type { Skills } from './model.ts';
import type { Asked } from './parameters.ts';

export const challenges: readonly Challenge<Skills, Asked>[] = [
  {
    id: 'square-root',
    task: 'Choose a so that with many examples the expected loss falls as one over the square root of their number, 1/√D.',
    start: { way: 'samples', a: 0.5 },
    score: (_, { law, way, a }) => (law !== 'zipf' || way !== 'samples' ? 0 : Math.abs(a - 1) < 0.01 ? 1 : Math.max(0, 0.9 - Math.abs(a / (1 + a) - 0.5) * 3)), // prettier-ignore
    hints: [
      { when: (_, { law }) => law !== 'zipf', say: 'With other frequencies there is no a. Take the power law.' },
      { when: (_, { way }) => way !== 'samples', say: 'The question is about examples read, not about skills learned in order.' }, // prettier-ignore
      { when: (_, { a }) => Math.abs(a - 0.5) < 0.01, say: 'a = 0.5 is the slope when the skills are learned in order. To see the rarer ones takes ever more examples.' }, // prettier-ignore
      { when: (_, { a }) => a < 1, say: 'The line is too flat still. Let the rare skills weigh less.' },
      { when: () => true, say: 'Now it is too steep.' },
    ],
    solved: 'a = 1, since the exponent is a/(1 + a). However light the tail, it does not reach 1.',
    solution: { a: 1 },
  },
  {
    id: 'without-a-power',
    task: 'Find skills whose frequencies are no power law, and a way of learning that still gives a straight line: with a slope from 0.9 to 1.1 after a thousand examples or more.',
    score: ({ slope }, { law, way, samples }) =>
      law === 'zipf' ? 0 : way !== 'samples' ? 0.3 : samples < 1000 ? 0.5 : slope > 0.9 && slope < 1.1 ? 1 : 0.6,
    hints: [
      { when: (_, { law }) => law === 'zipf', say: 'These frequencies are a power law. The other laws are in the fold under the figure.' }, // prettier-ignore
      { when: (_, { way }) => way === 'order', say: 'Learned in order, this law bends down. Let the skills come in examples.' }, // prettier-ignore
      { when: (_, { samples }) => samples < 1000, say: 'Read more: a thousand examples at least.' },
      { when: () => true, say: 'Not this law: here the line gets steeper and steeper. Try the other one.' },
    ],
    solved: 'Geometric frequencies, read: the loss falls as 1/D. So a straight line of slope one does not prove that the tail is a power law.', // prettier-ignore
    solution: { law: 'geometric', way: 'samples', samples: 2000 },
  },
  {
    id: 'all-or-nothing',
    task: 'Show a learner who has learned more than three quarters of all that is needed, and yet answers fewer than one text in ten. (Learn skills in order, with a = 0.5.)',
    score({ here }, { law, way, a }) {
      if (law !== 'zipf' || way !== 'order' || a !== 0.5) return 0;
      return Math.min(here.unlearned < 0.25 ? 1 : 0.25 / here.unlearned, here.answered < 0.1 ? 1 : 0.1 / here.answered) >= 1 // prettier-ignore
        ? 1
        : Math.min(0.9, 0.25 / here.unlearned, 0.1 / here.answered);
    },
    hints: [
      { when: (_, { law, way, a }) => law !== 'zipf' || way !== 'order' || a !== 0.5, say: 'With the power law, a = 0.5, and skills learned in order.' }, // prettier-ignore
      { when: ({ here }) => here.unlearned >= 0.25, say: 'Too little is learned: more than a quarter is missing.' },
      { when: () => true, say: 'Too many texts are answered. Let a text need more, and learn no more than you must.' },
    ],
    solved: 'For instance, ten skills cover 76 percent, and nine needed skills are all among them only with chance 0.09. The grade of whole texts is an exact match.', // prettier-ignore
    solution: { learned: 10, each: 9 },
  },
];
