import type { Network } from '#contract/training.ts';

/** A network of the reader's, with what it was taught to write. */
export interface Kept {
  readonly name: string;
  readonly network: Network;
  /** Token i is written symbols[i]. */
  readonly symbols: readonly string[];
}

/** In the memory of this page, in the order in which they came. */
const kept: Kept[] = [];

/** Keeps it, and says under which number it is found again. */
export function keep(one: Kept): number {
  const at = kept.findIndex(({ network }) => network === one.network);
  return at >= 0 ? at + 1 : kept.push(one);
}

/** Undefined for 0, and in a page that has not kept so many. */
export const keptNetwork = (number: number): Kept | undefined => kept[number - 1];
