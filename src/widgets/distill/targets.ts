import type { Uniform } from '#sim/random.ts';
import type { Asked } from './parameters.ts';
import { kinds } from './world.ts';

/** What a student is told of an input: the label alone, the teacher’s probabilities, a control, or the true ones. */
export const sorts = ['labels', 'teacher', 'control', 'truth'] as const;
export type Sort = (typeof sorts)[number];

/** Probabilities with logarithms divided by T: softmax(log p / T). */
export function heated(law: readonly number[], temperature: number): number[] {
  const most = Math.max(...law);
  const powers = law.map((p) => (p / most) ** (1 / temperature));
  const total = powers.reduce((sum, p) => sum + p, 0);
  return powers.map((p) => p / total);
}

export const oneHot = (label: number): number[] => kinds.map((_, k) => (k === label ? 1 : 0));

/**
 * The control: the right answer keeps its probability, and the rest is exchanged at random among the wrong answers, or made even. Smoothed labels give
 * the right answer the same probability for every input, the mean of all.
 */
export function controlled(
  laws: readonly (readonly number[])[],
  labels: readonly number[],
  control: Asked['control'],
  next: Uniform,
): number[][] {
  const wrong = kinds.length - 1;
  const mean = laws.reduce((sum, law, i) => sum + law[labels[i]] / laws.length, 0);
  return laws.map((law, i) => {
    const right = control === 'smoothed' ? mean : law[labels[i]];
    if (control !== 'shuffled') return kinds.map((_, k) => (k === labels[i] ? right : (1 - right) / wrong));
    const others = law.filter((_, k) => k !== labels[i]);
    // Fisher and Yates.
    for (let a = others.length - 1; a > 0; a--) {
      const b = Math.floor(next() * (a + 1));
      [others[a], others[b]] = [others[b], others[a]];
    }
    return law.map((p, k) => (k === labels[i] ? p : others[k < labels[i] ? k : k - 1]));
  });
}
