import { assertBetween, assertWholeNumber } from '#theory/numerics/assert.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { assertProbability } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';

const LONGEST = 20_000;
/** Numbers of flips less likely than this are left out of sums. */
const NEGLIGIBLE = 1e-100;

interface Shells {
  readonly each: Float64Array;
  readonly within: Float64Array;
}
let known: Shells = { each: new Float64Array(0), within: new Float64Array(0) };

/** ln C(n, k), and the logarithm of their sum over 0…k. Those of the last length are kept: a curve asks for them at every rate. */
function shells(n: number): Shells {
  if (known.each.length === n + 1) return known;
  const [each, within] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let k = 1; k <= n; k++) {
    each[k] = each[k - 1] + Math.log((n - k + 1) / k);
    const [a, b] = [within[k - 1], each[k]];
    within[k] = Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  }
  known = { each, within };
  return known;
}

function assertCode(length: number, bits: number, flip: number) {
  assertWholeNumber(length, 'length', 1, LONGEST);
  assertBetween(bits, 'bits', 0, length);
  assertProbability(flip, 'flip');
}

/**
 * Chance that a message is decoded wrongly, on average over all codes: M = 2^bits words of `length` fair bits are drawn
 * independently, one is sent over a binary symmetric channel, and the nearest word is taken, any of the nearest alike.
 * Exact: with k flips, another word is nearer with chance S = Σ_{j<k} C(n, j)/2^n and as near with chance s = C(n, k)/2^n, and the right one
 * is taken with chance Σ_t C(M − 1, t) s^t (1 − S − s)^(M−1−t)/(t + 1) = ((1 − S)^M − (1 − S − s)^M)/(M s). At flips above ½ the
 * farthest word would be better; here it is the nearest all the same. `bits` need not be whole.
 */
export function randomCodeBlockError(length: number, bits: number, flip: number): number {
  assertCode(length, bits, flip);
  const law = binomialLaw(length, flip);
  const last = law.findLastIndex((p) => p > NEGLIGIBLE);
  const { each, within } = shells(length);
  const [logAll, logWords] = [length * Math.LN2, bits * Math.LN2];
  let wrong = 0;
  for (let k = law.findIndex((p) => p > NEGLIGIBLE); k <= last; k++) {
    const nearer = k === 0 ? 0 : Math.min(1, Math.exp(within[k - 1] - logAll));
    // (1 − S)^M = exp(−a); M and S may both be out of range, their product not.
    const a = k === 0 ? 0 : Math.exp(logWords + logOfMinusLog1m(nearer, within[k - 1] - logAll));
    // The second power is the first times exp(−d). With u = s/(1 − S), M s = d · (1 − S) · u/(−ln(1 − u)).
    const logShare = each[k] - logAll - Math.log1p(-nearer);
    const u = Math.min(1, Math.exp(logShare));
    const d = Math.exp(logWords + logOfMinusLog1m(u, logShare));
    const logRight =
      d > 30 ? -a - logWords - each[k] + logAll : -a - Math.log1p(-nearer) + logOfStretch(u) + logOfShrink(d);
    wrong += law[k] * (nearer === 1 ? 1 : -Math.expm1(Math.min(0, logRight)));
  }
  return Math.min(1, Math.max(0, wrong));
}

/** ln(−ln(1 − x)) for x with the logarithm `logX`, which may be too small for x itself. */
const logOfMinusLog1m = (x: number, logX: number) => (x < 1e-12 ? logX : Math.log(-Math.log1p(-x)));
/** ln(−ln(1 − u)/u) and ln((1 − e^(−d))/d), with all their digits for small u and d. */
const logOfStretch = (u: number) => (u < 1e-4 ? u / 2 + (5 / 24) * u * u : Math.log(-Math.log1p(-u) / u));
const logOfShrink = (d: number) => (d < 1e-4 ? -d / 2 + (d * d) / 24 : Math.log(-Math.expm1(-d) / d));

/**
 * No code of 2^bits words of this length has a smaller block error over a binary symmetric channel, the messages being equally
 * likely: the sphere-packing bound. The words that are decoded to a message are 2^(n − bits) on average, and of so many the likeliest are a
 * ball around the code word; one more word adds the less, the more there are, so unequal shares only lose. Perfect codes attain it.
 * Gallager 1968, section 5.8.
 */
export function leastBlockError(length: number, bits: number, flip: number): number {
  assertCode(length, bits, flip);
  const better = Math.min(flip, 1 - flip);
  const law = binomialLaw(length, better);
  const { each, within } = shells(length);
  const logVolume = (length - bits) * Math.LN2;
  let wrong = 0;
  for (let k = length; k >= 0; k--) {
    if (within[k] <= logVolume + 1e-12) break;
    const isEdge = k === 0 || within[k - 1] < logVolume;
    const inside = k === 0 ? 0 : Math.exp(within[k - 1] - each[k]);
    wrong += law[k] * (isEdge ? 1 - Math.min(1, Math.exp(logVolume - each[k]) - inside) : 1);
  }
  return Math.min(1, wrong);
}

/**
 * The largest rate, in message bits for each bit sent, at which a share `bitError` of the message bits may be wrong, however long the
 * blocks: C/(1 − h(bitError)), both in bits. Infinite at bitError ½ unless the channel is useless. Shannon 1948; MacKay 2003, section 10.5.
 */
export function rateAtBitError(flip: number, bitError: number): number {
  assertBetween(bitError, 'bitError', 0, 0.5);
  const capacity = capacityBinarySymmetric(flip);
  if (capacity === 0) return bitError === 0.5 ? Infinity : 0;
  return capacity / (Math.LN2 - binaryEntropy(bitError));
}
