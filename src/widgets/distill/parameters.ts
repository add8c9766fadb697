import { choice, integer, number, seed, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const [fewest, most] = [4, 512];
/** Students of each sort, whose lessons are drawn independently. */
export const classes = 12;

export const params = {
  lessons: integer({ label: 'n, lessons', default: 64, min: fewest, max: most, scale: 'log', control: 'view' }),
  withheld: toggle({ label: 'No lesson is about an A', default: true, control: 'view' }),
  judged: choice({
    label: 'Second picture',
    default: 'recall',
    control: 'view',
    options: [
      { value: 'recall', label: 'how many As are known' },
      { value: 'mistakes', label: 'wrong first guesses' },
    ],
  }),
  control: choice({
    label: 'The control: wrong answers’ shares',
    default: 'shuffled',
    control: 'view',
    options: [
      { value: 'shuffled', label: 'exchanged at random' },
      { value: 'evened', label: 'made even' },
      { value: 'smoothed', label: 'even, the same for every input' },
    ],
  }),
  temperature: number({ label: 'T, temperature', default: 1, min: 0.5, max: 20, step: 0.1, scale: 'log', control: 'view' }), // prettier-ignore
  scatter: number({ label: 'σ, how far a kind scatters', default: 0.5, min: 0.25, max: 1, step: 0.05, control: 'view' }), // prettier-ignore
  width: number({ label: 'Scatter of A, over that of the others', default: 1, min: 0.5, max: 2, step: 0.1, control: 'view' }), // prettier-ignore
  taught: integer({ label: 'N, labels that the teacher has seen', default: 1024, min: 32, max: 2048, scale: 'log', control: 'view' }), // prettier-ignore
  penalty: number({ label: 'λ, penalty on a student’s weights', default: 0.1, min: 0.001, max: 10, step: 0.001, scale: 'log', control: 'view' }), // prettier-ignore
  seed: { ...seed({ default: 1 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
