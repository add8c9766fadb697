import { surprisal } from '#theory/measures/entropy.ts';
import { examples, type Example } from './examples.ts';
import type { Asked } from './parameters.ts';

export interface Meter {
  /** Probabilities, of both by the product rule. */
  readonly chances: { readonly first: number; readonly second: number; readonly both: number };
  /** Surprisals in nats; that of both is computed from their probability. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Of the ladder, the example whose surprisal is nearest to that of both. */
  readonly nearest: Example;
}

/** Surprisal of what has one chance in so many, in nats. */
export const surprisalOf = (oneIn: number) => surprisal(1 / oneIn);

export function compute(asked: Asked): Meter {
  const [first, second] = [1 / asked.first, 1 / asked.second];
  const both = surprisal(first * second);
  const gap = ({ oneIn }: Example) => Math.abs(surprisalOf(oneIn) - both);
  return {
    chances: { first, second, both: first * second },
    ...{ first: surprisal(first), second: surprisal(second), both },
    nearest: examples.reduce((best, one) => (gap(one) < gap(best) - 1e-12 ? one : best)),
  };
}
