import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { plans, type Twenty } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { empty, writePlan } from './plan.ts';

const usual = params.p.default;
const sameLaw = (p: readonly number[], q: readonly number[]) => p.every((pi, i) => Math.abs(pi - q[i]) < 1e-6);
const quarters = [1 / 4, 1 / 4, 1 / 8, 1 / 8, 1 / 16, 1 / 16, 1 / 16, 1 / 16];
const unfinished = {
  when: ({ open }: Twenty) => open !== undefined,
  say: 'Some animals have not been told apart yet. Go on asking.',
};

export const challenges: readonly Challenge<Twenty, Asked>[] = [
  {
    id: 'best',
    task: 'Make a plan that needs as few questions as any, on average.',
    start: { plan: empty },
    score: ({ p, asked, best, open }) => (!open && sameLaw(p, usual) ? within(asked - best, 0.005, 1) : 0),
    hints: [
      {
        when: ({ p }) => !sameLaw(p, usual),
        say: 'You have changed how often the animals are thought of. Choose a case below the figure, and begin again.',
      },
      unfinished,
      {
        when: ({ questions }) => Math.abs(questions[0].yes - 0.5) > 0.35,
        say: 'The first answer is nearly known before it is given. Which animal is worth a question of its own?',
      },
      {
        when: ({ answers }) => answers[0].length > 1,
        say: 'The dog is thought of in nearly half of all games. It should be found with a single question.',
      },
      {
        when: () => true,
        say: 'Look for a box with little color. Begin at the end: which two animals should be told apart last?',
      },
    ],
    solved: '2.24 questions. The entropy is 2.211 bits, and no plan does better than 2.24.',
    solution: { plan: writePlan(plans.huffman(usual)) },
  },
  {
    id: 'nothing-wasted',
    task: 'Now two animals come with one quarter each, two with an eighth, and four with a sixteenth. Make a plan that wastes nothing.',
    start: { p: quarters, plan: empty },
    score: ({ p, asked, entropy, open }) =>
      !open && sameLaw(p, quarters) ? within(asked - entropy / Math.LN2, 0.001, 1) : 0,
    hints: [
      { when: ({ p }) => !sameLaw(p, quarters), say: 'You have changed how often the animals are thought of. Begin again.' }, // prettier-ignore
      unfinished,
      { when: () => true, say: 'One of the boxes is not full of color: its question was not even. Ask for exactly half of what is open.' }, // prettier-ignore
    ],
    solved:
      'Every question was even, told one bit, and left questions that can be even. That works only for powers of two.',
    solution: { plan: writePlan(plans.huffman(quarters)) },
  },
];
