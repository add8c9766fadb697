import { choice, number, simplex } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { normalize } from '#theory/measures/distribution.ts';

/** How many outcomes the long laws have. */
export const many = 1000;

export const params = {
  truth: choice({
    label: 'What is true',
    default: 'two',
    options: [
      { value: 'two', label: 'two outcomes' },
      { value: 'three', label: 'three outcomes' },
      { value: 'one', label: 'one of 1000 stands out' },
      { value: 'zipf', label: '1000, the k-th as 1/k' },
    ],
  }),
  p: { ...number({ label: 'Probability of the first outcome', default: 0.9, min: 0.01, max: 0.99, step: 0.01 }), control: 'view' as const }, // prettier-ignore
  three: { ...simplex({ label: 'Three outcomes', default: [0.6, 0.3, 0.1], names: ['A', 'B', 'C'] }), control: 'view' as const }, // prettier-ignore
  epsilon: number({ label: 'ε, label smoothing', default: 0.1, min: 0, max: 0.3, step: 0.01 }),
  gamma: number({ label: 'γ, focal loss', default: 2, min: 0, max: 5, step: 0.1 }),
  weight: number({ label: 'Weight of the last outcome', default: 10, min: 0.1, max: 20, step: 0.1, scale: 'log' }),
  at: number({ label: 'Probability that was given to what came', default: 0.05, min: 0.01, max: 0.99, step: 0.01 }),
};
export type ZooValues = Values<typeof params>;

const zipf = normalize(Array.from({ length: many }, (_, i) => 1 / (i + 1)));

/** The law by which things happen. */
export function truthOf({ truth, p, three }: ZooValues): readonly number[] {
  if (truth === 'two') return [p, 1 - p];
  if (truth === 'three') return three;
  if (truth === 'zipf') return zipf;
  return [p, ...new Array<number>(many - 1).fill((1 - p) / (many - 1))];
}

/** What the last outcome is called. */
export const lastName = ({ truth }: ZooValues) => (truth === 'two' ? 'B' : truth === 'three' ? 'C' : 'the last');
/** What the first is called, as the subject of a sentence. */
export const firstName = ({ truth }: ZooValues) => (truth === 'two' || truth === 'three' ? 'A' : 'the first of 1000');
