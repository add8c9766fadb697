import { assertDistribution } from '#theory/measures/distribution.ts';

/** The mixture weight·first + (1 − weight)·second that comes closest to a law. */
export interface MixtureWeight {
  readonly weight: number;
  /** D(law ‖ mixture) in nats: what of the law is no mixture of the two. */
  readonly divergence: number;
}

/**
 * The weight that minimizes D(law ‖ weight·first + (1 − weight)·second), by bisection of the derivative, which falls: the divergence is
 * convex. If the law is a mixture of the two, it is its weight. 0.5 if the two are the same. Throws RangeError unless all are
 * distributions of one length, and unless first and second are positive where law is.
 */
export function mixtureWeight(
  law: readonly number[],
  first: readonly number[],
  second: readonly number[],
): MixtureWeight {
  for (const [name, p] of Object.entries({ law, first, second })) {
    assertDistribution(p, name);
    if (p.length !== law.length)
      throw new RangeError(`${name} must have ${law.length} entries like law, got ${p.length}`);
  }
  law.forEach((q, x) => {
    if (q > 0 && !(first[x] > 0 && second[x] > 0))
      throw new RangeError(`first and second must be positive where law is, got ${first[x]} and ${second[x]} at ${x}`);
  });
  const mixed = (weight: number, x: number) => weight * first[x] + (1 - weight) * second[x];
  const sumOver = (of: (x: number) => number) => law.reduce((sum, q, x) => (q > 0 ? sum + q * of(x) : sum), 0);
  const slope = (weight: number) => sumOver((x) => (first[x] - second[x]) / mixed(weight, x));
  const of = (weight: number): MixtureWeight => ({
    weight,
    divergence: Math.max(
      0,
      sumOver((x) => Math.log(law[x] / mixed(weight, x))),
    ),
  });
  if (first.every((p, x) => p === second[x])) return of(0.5);
  if (slope(0) <= 0) return of(0);
  if (slope(1) >= 0) return of(1);
  let [low, high] = [0, 1];
  // 60 halvings: the last bit of a double.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return of((low + high) / 2);
}
