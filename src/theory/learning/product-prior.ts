import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertChannel, jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { assertWeights, sum } from '#theory/measures/distribution.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** What two independent parameters can tell at most through a channel. */
export interface ProductPrior {
  /** The law of each parameter. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** I(X; θ₁, θ₂) in nats. */
  readonly information: number;
}

/** p(θ₁) p(θ₂), the second parameter changing fastest. */
export function productLaw(first: readonly number[], second: readonly number[]): number[] {
  assertWeights(first, 'first');
  assertWeights(second, 'second');
  return first.flatMap((p) => second.map((q) => p * q));
}

/**
 * The best independent parameters for a channel whose rows are the pairs (θ₁, θ₂), the second changing fastest. With the law of
 * one of them fixed, I(X; θ₁, θ₂) is concave in the law of the other, which is improved as in the algorithm of Arimoto and
 * Blahut; the two take turns. In both together it is not concave, so that the best of several starts is returned. Independence
 * suffices for product channels; for others channelCapacity(channel), which allows any dependence, may be more. Throws
 * RangeError unless firstSize divides the number of rows.
 */
export function bestProductPrior(channel: Channel, firstSize: number): ProductPrior {
  assertChannel(channel);
  assertWholeNumber(firstSize, 'firstSize', 1);
  const secondSize = channel.length / firstSize;
  if (!Number.isInteger(firstSize) || firstSize < 1 || !Number.isInteger(secondSize)) {
    throw new RangeError(`firstSize must divide the ${channel.length} rows of the channel, got ${firstSize}`);
  }
  let best: ProductPrior | undefined;
  for (const first of startingLaws(firstSize)) {
    for (const second of startingLaws(secondSize)) {
      const found = climb(channel, first, second);
      if (!best || found.information > best.information) best = found;
    }
  }
  return best!;
}

/** The uniform law and laws that favor one value. */
function startingLaws(size: number): number[][] {
  const favoring = Array.from({ length: size }, (_, favorite) =>
    Array.from({ length: size }, (_, i) => (i === favorite ? 0.7 : 0) + 0.3 / size),
  );
  return [Array.from({ length: size }, () => 1 / size), ...(size > 1 ? favoring : [])];
}

const TURNS = 200;
const STEPS = 5;

function climb(channel: Channel, first: readonly number[], second: readonly number[]): ProductPrior {
  const informationOf = (p: readonly number[], q: readonly number[]) =>
    mutualInformation(jointOfChannel(productLaw(p, q), channel));
  let [p, q] = [first, second];
  let information = informationOf(p, q);
  for (let turn = 0; turn < TURNS; turn++) {
    p = improve(channel, p, q, (i, j) => i * q.length + j);
    const fixed = p;
    q = improve(channel, q, fixed, (j, i) => i * q.length + j);
    const next = informationOf(p, q);
    if (!(next > information + 1e-14)) break;
    information = next;
  }
  return { first: p, second: q, information: informationOf(p, q) };
}

/** Steps own_i ← own_i e^(Σ_j other_j D(W_ij‖output))/norm: each raises the information that is concave in `own`. */
function improve(
  channel: Channel,
  own: readonly number[],
  other: readonly number[],
  row: (own: number, other: number) => number,
): number[] {
  let law = [...own];
  for (let step = 0; step < STEPS; step++) {
    const output = channel[0].map((_, y) =>
      sum(law.map((p, i) => sum(other.map((q, j) => p * q * channel[row(i, j)][y])))),
    );
    const gains = law.map((_, i) =>
      sum(other.map((q, j) => (q > 0 ? q * divergenceFrom(channel[row(i, j)], output) : 0))),
    );
    const most = Math.max(...gains.filter((_, i) => law[i] > 0));
    const weights = law.map((p, i) => (p > 0 ? p * Math.exp(gains[i] - most) : 0));
    const total = sum(weights);
    law = weights.map((w) => w / total);
  }
  return law;
}

/** Σ w ln(w/output), infinite where the output misses what the row has. */
function divergenceFrom(row: readonly number[], output: readonly number[]): number {
  return row.reduce((total, w, y) => (w > 0 ? total + w * Math.log(w / output[y]) : total), 0);
}
