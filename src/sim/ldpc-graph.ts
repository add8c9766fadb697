import type { TannerGraph } from '#theory/codes/belief-propagation.ts';
import { assertFunction, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

const MOST_BITS = 10_000;

/**
 * A random low-density parity-check code in the manner of Gallager: every bit is in `perBit` checks, and every check has `perCheck` bits or, where the
 * last bits found no other place, one more or less. Bit by bit, each new check is drawn from those that have fewest bits so far; one
 * that would share two bits with a check of this bit (a cycle of four) is taken only if there is no other. Gallager 1963.
 */
export function ldpcGraph(bits: number, perBit: number, perCheck: number, next: Uniform): TannerGraph {
  assertWholeNumber(bits, 'bits', 2, MOST_BITS);
  assertWholeNumber(perBit, 'perBit', 1, 100);
  assertWholeNumber(perCheck, 'perCheck', 2, bits);
  assertFunction(next, 'next');
  if ((bits * perBit) % perCheck !== 0) refuse('perCheck', `divide the ${bits * perBit} lines of the graph`, perCheck);
  const count = (bits * perBit) / perCheck;
  if (count < perBit) refuse('perBit', `be at most the ${count} checks`, perBit);
  const checks = Array.from({ length: count }, (): number[] => []);
  /** For each check, those that share a bit with it. */
  const met = checks.map(() => new Set<number>());
  const meets = (c: number, own: readonly number[]) => own.some((check) => met[check].has(c));
  /** Checks that have fewest bits. */
  let open: number[] = [];
  for (let bit = 0; bit < bits; bit++) {
    const own: number[] = [];
    while (own.length < perBit) {
      if (open.length === 0) open = openChecks(checks, own);
      // Nearly every one of them will do: all are looked through only if these are not.
      let drawn = open[Math.floor(next() * open.length)];
      for (let i = 0; i < tries && (own.includes(drawn) || meets(drawn, own)); i++)
        drawn = open[Math.floor(next() * open.length)];
      if (own.includes(drawn) || meets(drawn, own)) drawn = bestCheck(checks, own, meets, next);
      for (const check of own) {
        met[check].add(drawn);
        met[drawn].add(check);
      }
      own.push(drawn);
      open = open.filter((check) => check !== drawn);
    }
    for (const check of own) checks[check].push(bit);
  }
  return { bits, checks };
}

const tries = 20;

/** Those with fewest bits, counting the one that is being placed. */
function openChecks(checks: readonly (readonly number[])[], own: readonly number[]): number[] {
  const sizes = checks.map((check, c) => check.length + (own.includes(c) ? 1 : 0));
  const least = sizes.reduce((a, b) => Math.min(a, b));
  return sizes.flatMap((size, c) => (size === least ? [c] : []));
}

/** A check for a bit that has `own` so far: no cycle of four if possible, then as few bits as possible, then by chance. */
function bestCheck(
  checks: readonly (readonly number[])[],
  own: readonly number[],
  meets: (check: number, own: readonly number[]) => boolean,
  next: Uniform,
): number {
  let [best, least, ties] = [-1, Infinity, 0];
  for (let c = 0; c < checks.length; c++) {
    if (checks[c].length > least || own.includes(c)) continue;
    const cost = checks[c].length + (meets(c, own) ? checks.length * 100 : 0);
    if (cost > least) continue;
    ties = cost < least ? 1 : ties + 1;
    least = cost;
    // Each of the ties so far with the same chance.
    if (next() * ties < 1) best = c;
  }
  return best;
}
