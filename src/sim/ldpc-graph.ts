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
  for (let bit = 0; bit < bits; bit++) {
    const own: number[] = [];
    while (own.length < perBit) {
      const drawn = drawCheck(checks, own, met, next);
      for (const check of own) {
        met[check].add(drawn);
        met[drawn].add(check);
      }
      own.push(drawn);
    }
    for (const check of own) checks[check].push(bit);
  }
  return { bits, checks };
}

/** A check for a bit that has `own` so far: no cycle of four if possible, then as few bits as possible, then by chance. */
function drawCheck(checks: readonly number[][], own: readonly number[], met: readonly Set<number>[], next: Uniform) {
  let [best, least, ties] = [-1, Infinity, 0];
  for (let c = 0; c < checks.length; c++) {
    if (checks[c].length > least || own.includes(c)) continue;
    const cycle = own.some((check) => met[check].has(c));
    const cost = checks[c].length + (cycle ? checks.length * 100 : 0);
    if (cost > least) continue;
    ties = cost < least ? 1 : ties + 1;
    least = cost;
    // Each of the ties so far with the same chance.
    if (next() * ties < 1) best = c;
  }
  return best;
}

/** Pairs of checks that share two bits or more. */
export function shortCycles(checks: TannerGraph['checks']): number {
  const seen = new Map<string, number>();
  const byBit = new Map<number, number[]>();
  checks.forEach((check, c) => check.forEach((bit) => byBit.set(bit, [...(byBit.get(bit) ?? []), c])));
  for (const own of byBit.values())
    own.forEach((a, i) => own.slice(i + 1).forEach((b) => seen.set(`${a},${b}`, (seen.get(`${a},${b}`) ?? 0) + 1)));
  return [...seen.values()].filter((bits) => bits > 1).length;
}
