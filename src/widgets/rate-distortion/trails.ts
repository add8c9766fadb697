import type { Coded } from './pictures.ts';

/** Steps that the coder of pixels tries: every one to 64, then fewer. From 511 on each pixel is told as the mean. */
export const pixelSteps = [
  ...Array.from({ length: 64 }, (_, i) => i + 1),
  ...Array.from({ length: 32 }, (_, i) => 66 + 2 * i),
  ...Array.from({ length: 32 }, (_, i) => 132 + 4 * i),
  ...Array.from({ length: 32 }, (_, i) => 264 + 8 * i),
];

/** Of those that tell no more than so many nats the one with the least loss. */
export const bestWithin = (all: readonly Coded[], nats: number): Coded | undefined =>
  all.filter(({ rate }) => rate <= nats).sort((a, b) => a.distortion - b.distortion)[0];

/**
 * Those that no other one beats in both, as many as can be told apart in the figure, and none with more than so many nats. A coarser step
 * may take more bits than a finer one: the landscape 0.25 at 40 and 0.36 at 56.
 */
export function frontier(all: readonly Coded[], nats: number): Coded[] {
  const kept: Coded[] = [];
  let least = nats;
  for (const one of [...all].sort((a, b) => a.distortion - b.distortion || a.rate - b.rate)) {
    if (one.rate > least) continue;
    if (kept.length === 0 || one.distortion > 1.18 * kept.at(-1)!.distortion) kept.push(one);
    least = one.rate;
  }
  return kept;
}
