import {
  assertEach,
  assertNotEmpty,
  assertNotNegative,
  assertObject,
  assertPositive,
  refuse,
} from '#theory/numerics/assert.ts';

/** A coder that is sent along: once `model` nats, whatever the text, and then `rate` nats for each symbol of it. Rissanen 1978. */
export interface TwoPartCode {
  readonly rate: number;
  readonly model: number;
}

function assertCode(code: TwoPartCode, name: string): void {
  assertObject(code, name);
  assertNotNegative(code.rate, `${name}.rate`);
  assertNotNegative(code.model, `${name}.model`);
}

/** Nats for each of `length` symbols, the model included: rate + model/length. */
export function adjustedRate(code: TwoPartCode, length: number): number {
  assertCode(code, 'code');
  assertPositive(length, 'length');
  return code.rate + code.model / length;
}

/**
 * From how many symbols on the larger of two codes is the shorter one: (W₂ − W₁)/(r₁ − r₂) for models W and rates r; Infinity if its rate is no
 * lower, and 0 if it is lower and the model as large. Throws RangeError if the second model is the smaller one.
 */
export function crossingLength(small: TwoPartCode, large: TwoPartCode): number {
  assertCode(small, 'small');
  assertCode(large, 'large');
  if (large.model < small.model) refuse('large.model', `be at least ${small.model}, as the other`, large.model);
  return large.rate < small.rate ? (large.model - small.model) / (small.rate - large.rate) : Infinity;
}

/** Which of several codes is the shortest from a number of symbols on. */
export interface BestFrom {
  readonly from: number;
  readonly code: number;
}

/** The shortest codes from few symbols to many: the lower envelope of rate + model/length. Of equally short ones the first. */
export function shortestCodes(codes: readonly TwoPartCode[]): BestFrom[] {
  assertNotEmpty(codes, 'codes');
  assertEach(codes, 'codes', assertCode);
  const before = (i: number, j: number) => codes[j].model - codes[i].model || codes[j].rate - codes[i].rate || j - i;
  let best = codes.reduce((least, _, i) => (before(i, least) > 0 ? i : least), 0);
  const found: BestFrom[] = [{ from: 0, code: best }];
  for (;;) {
    const next = codes
      .map((code, i) => ({ from: code.rate < codes[best].rate && code.model >= codes[best].model ? crossingLength(codes[best], code) : Infinity, code: i }))
      .reduce((least, one) => (one.from < least.from || (one.from === least.from && one.from < Infinity && codes[one.code].rate < codes[least.code].rate) ? one : least)); // prettier-ignore
    if (next.from === Infinity) return found;
    found.push(next);
    best = next.code;
  }
}

/** What a learner would pay for the next symbol after it has seen so many. */
export interface LearningPoint {
  readonly seen: number;
  readonly nats: number;
}

/**
 * What a learner pays that codes each symbol before it learns from it, and sends no model: the area under its learning curve from 0 to `length`,
 * in nats, with straight lines between the points where it was measured. Throws RangeError unless the points rise from 0 and reach `length`.
 * Dawid 1984; Rissanen 1986.
 */
export function prequentialCost(curve: readonly LearningPoint[], length: number): number {
  assertNotEmpty(curve, 'curve');
  assertNotNegative(length, 'length');
  assertEach(curve, 'curve', (point, name) => {
    assertObject(point, name);
    assertNotNegative(point.seen, `${name}.seen`);
    assertNotNegative(point.nats, `${name}.nats`);
  });
  if (curve[0].seen !== 0) refuse('curve[0].seen', 'be 0', curve[0].seen);
  let total = 0;
  for (let i = 1; i < curve.length; i++) {
    const [a, b] = [curve[i - 1], curve[i]];
    if (b.seen <= a.seen) refuse(`curve[${i}].seen`, `be above ${a.seen}`, b.seen);
    const to = Math.min(length, b.seen);
    if (to <= a.seen) continue;
    const at = a.nats + ((b.nats - a.nats) * (to - a.seen)) / (b.seen - a.seen);
    total += ((a.nats + at) / 2) * (to - a.seen);
  }
  const last = curve[curve.length - 1].seen;
  if (length > last) refuse('length', `be at most ${last}, where the curve ends`, length);
  return total;
}
