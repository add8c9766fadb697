import { assertBetween, assertWholeNumber } from '#theory/numerics/assert.ts';

/** Beliefs are rounded to multiples of this many nats, and those beyond the last one are taken for it. */
const WIDTH = 0.1;
const LAST = 250;
const ALL = 2 * LAST + 1;
const MOST_DEGREE = 30;
const MOST_STEPS = 3000;

const clamped = (place: number) => Math.max(-LAST, Math.min(LAST, place));

/** What a check makes of two messages of given strengths: 2 artanh(tanh(a/2) tanh(b/2)), rounded. */
const strengths = Array.from({ length: LAST + 1 }, (_, i) =>
  Int32Array.from({ length: LAST + 1 }, (_, j) => {
    const [a, b] = [i * WIDTH, j * WIDTH];
    // Equal to ln cosh((a + b)/2) − ln cosh((a − b)/2), which stays exact for strong messages.
    const strong = Math.min(a, b) + Math.log1p(Math.exp(-(a + b))) - Math.log1p(Math.exp(-Math.abs(a - b)));
    return Math.round(strong / WIDTH);
  }),
);

/** The law of what a check says, from the laws of two messages to it. Entry LAST + k is the chance of k steps of WIDTH. */
function atCheck(p: Float64Array, q: Float64Array): Float64Array {
  const law = new Float64Array(ALL);
  // Sums and differences of the two signs multiply separately.
  const [sums, differences] = [new Float64Array(LAST + 1), new Float64Array(LAST + 1)];
  const halves = (of: Float64Array, k: number) =>
    k === 0 ? [of[LAST], 0] : [of[LAST + k] + of[LAST - k], of[LAST + k] - of[LAST - k]];
  for (let i = 0; i <= LAST; i++) {
    const [si, di] = halves(p, i);
    if (si < 1e-30) continue;
    for (let j = 0; j <= LAST; j++) {
      const [sj, dj] = halves(q, j);
      sums[strengths[i][j]] += si * sj;
      differences[strengths[i][j]] += di * dj;
    }
  }
  law[LAST] = sums[0];
  for (let k = 1; k <= LAST; k++) {
    law[LAST + k] = (sums[k] + differences[k]) / 2;
    law[LAST - k] = (sums[k] - differences[k]) / 2;
  }
  return law;
}

/** The law of the sum of two independent beliefs. */
function added(p: Float64Array, q: Float64Array): Float64Array {
  const law = new Float64Array(ALL);
  for (let i = 0; i < ALL; i++) {
    if (p[i] < 1e-30) continue;
    for (let j = 0; j < ALL; j++) law[LAST + clamped(i - LAST + j - LAST)] += p[i] * q[j];
  }
  return law;
}

/** With a sum of 1: rounding errors would otherwise be raised to high powers, step after step. */
function normalized(law: Float64Array): Float64Array {
  const total = law.reduce((sum, p) => sum + p, 0);
  return law.map((p) => p / total);
}

/** `of` combined with itself `times` − 1 times. */
const repeated = (of: Float64Array, times: number, combine: typeof added) => {
  let law = of;
  for (let i = 1; i < times; i++) law = combine(law, of);
  return law;
};

/**
 * Density evolution: chance that a bit is believed wrongly after each step of belief propagation, half of the ties included, in an endless random code
 * with every bit in `perBit` checks of `perCheck` bits, over a binary symmetric channel. The law of the messages is followed, rounded
 * to a tenth of a nat. Richardson and Urbanke 2001; with rounded messages Chung, Forney, Richardson and Urbanke 2001.
 */
export function densityEvolution(perBit: number, perCheck: number, flip: number, steps: number): number[] {
  assertWholeNumber(perBit, 'perBit', 2, MOST_DEGREE);
  assertWholeNumber(perCheck, 'perCheck', 2, MOST_DEGREE);
  assertBetween(flip, 'flip', 0, 0.5);
  assertWholeNumber(steps, 'steps', 0, MOST_STEPS);
  const channel = new Float64Array(ALL);
  const weight = flip === 0 ? LAST : clamped(Math.round(Math.log((1 - flip) / flip) / WIDTH));
  channel[LAST + weight] += 1 - flip;
  channel[LAST - weight] += flip;
  let toChecks: Float64Array = channel;
  return Array.from({ length: steps }, () => {
    const toBits = repeated(toChecks, perCheck - 1, atCheck);
    toChecks = normalized(added(channel, repeated(toBits, perBit - 1, added)));
    const belief = added(toChecks, toBits);
    return belief.subarray(0, LAST).reduce((sum, p) => sum + p, 0) + belief[LAST] / 2;
  });
}
