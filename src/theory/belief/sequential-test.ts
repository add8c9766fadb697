import { assertNumber, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';

/** When a walk of evidence ends, and where. */
export interface Stopping {
  /** Probability that it ends at toss 0, 1, 2, … at or above the upper boundary, and at or below the lower one. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** Probability that it has not ended. */
  readonly left: number;
  /** E[evidence when it ends; it has ended], in nats: more than the boundary, for the last toss carries it beyond. */
  readonly evidence: number;
}

const MOST_TOSSES = 100_000;
/** A boundary is reached where rounding alone is missing. */
const dust = 1e-12;

function assertInside(p: number, name: string): void {
  assertProbability(p, name);
  if (p === 0 || p === 1) refuse(name, 'be between 0 and 1 and neither', p);
}

/**
 * The evidence ln(first/second) of tosses of a coin with heads `truth`, until it is at least `above` or at most `below`, in nats, or `most` tosses have
 * been made: exactly, by the probability of each number of heads among the walks that go on. This is the sequential probability ratio test of Wald 1945.
 * A boundary may be infinite, and then is never reached. Throws RangeError unless below < 0 < above and all chances are inside (0, 1).
 */
export function stoppingLaw(
  truth: number,
  first: number,
  second: number,
  below: number,
  above: number,
  most: number,
): Stopping {
  assertInside(truth, 'truth');
  assertInside(first, 'first');
  assertInside(second, 'second');
  assertNumber(below, 'below');
  assertNumber(above, 'above');
  if (!(below < 0)) refuse('below', 'be negative', below);
  if (!(above > 0)) refuse('above', 'be positive', above);
  assertWholeNumber(most, 'most', 0, MOST_TOSSES);
  const head = Math.log(first / second);
  const tail = Math.log((1 - first) / (1 - second));
  const [ofAbove, ofBelow] = [[0], [0]];
  let evidence = 0;
  /** alive[i] is the probability of `fewest` + i heads and no end yet. */
  let [alive, fewest] = [[1], 0];
  for (let n = 1; n <= most && alive.length > 0; n++) {
    const [next, ends] = [new Array<number>(alive.length + 1).fill(0), [0, 0]];
    alive.forEach((p, i) => {
      next[i] += p * (1 - truth);
      next[i + 1] += p * truth;
    });
    next.forEach((p, i) => {
      const now = (fewest + i) * head + (n - fewest - i) * tail;
      const end = now >= above - dust ? 0 : now <= below + dust ? 1 : -1;
      if (end < 0) return;
      ends[end] += p;
      evidence += p * now;
      next[i] = 0;
    });
    ofAbove.push(ends[0]);
    ofBelow.push(ends[1]);
    const from = next.findIndex((p) => p > 0);
    const to = next.findLastIndex((p) => p > 0);
    alive = from < 0 ? [] : next.slice(from, to + 1);
    fewest += Math.max(0, from);
  }
  return { above: ofAbove, below: ofBelow, left: alive.reduce((sum, p) => sum + p, 0), evidence };
}
