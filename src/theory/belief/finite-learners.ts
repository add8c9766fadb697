import { assertBetween, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';

/** What a learner keeps of its sample, and how it fares on it and on new data. */
export interface Learned {
  /** I(S;W) in nats, of the sample and the chosen hypothesis. */
  readonly information: number;
  /** Expected 0–1 loss on the sample, and on a new case. */
  readonly training: number;
  readonly test: number;
}

/** Most samples and hypotheses for which the sums are made. */
const [MOST_SAMPLES, MOST_HYPOTHESES] = [1000, 1e6];
/** Spacing of the integral over s = ln t; its integrand is analytic for |Im s| < π/2, so that the error is of the order e^(−π²/STEP). */
const STEP = 0.4;

/** E e^(−tz), E z e^(−tz), E cz e^(−tz) for z = e^(−c/T), where c has the given law and t = e^s. */
function transforms(law: readonly number[], s: number, temperature: number): [number, number, number] {
  let [all, weighed, counted] = [0, 0, 0];
  for (let c = 0; c < law.length; c++) {
    const x = s - c / temperature;
    if (x > 4) continue;
    const damped = law[c] * Math.exp(-Math.exp(x));
    all += damped;
    const share = damped * Math.exp(x);
    weighed += share;
    counted += c * share;
  }
  return [all, weighed, counted];
}

const plogp = (p: number) => (p > 0 ? p * Math.log(p) : 0);

/**
 * A Gibbs learner among k guessers who err independently of one another: the first with chance `error` on each case, the others with chance ½.
 * It takes guesser w with probability e^(−c_w/T)/Z, where c_w counts the errors on n samples. Exact, by E ln Z = ∫ (e^(−t) − E e^(−tZ)) dt/t and
 * E 1/Z = ∫ E e^(−tZ) dt, in which the guessers factor. As T → 0 it is empirical risk minimization with ties drawn by lot.
 */
export function gibbsAmongGuessers(samples: number, guessers: number, error: number, temperature: number): Learned {
  assertWholeNumber(samples, 'samples', 1, MOST_SAMPLES);
  assertWholeNumber(guessers, 'guessers', 2, MOST_HYPOTHESES);
  assertBetween(error, 'error', 0, 1);
  assertPositive(temperature, 'temperature');
  if (temperature < samples / 1e4)
    throw new RangeError(`temperature must be at least ${samples / 1e4}, got ${temperature}`);
  const others = guessers - 1;
  const [first, rest] = [binomialLaw(samples, error), binomialLaw(samples, 0.5)];
  let [logZ, ofFirst, errorsOfFirst, errorsOfRest] = [0, 0, 0, 0];
  const last = samples / temperature + 5;
  for (let s = -Math.log(guessers) - 38; s < last; s += STEP) {
    const [a, b, c] = transforms(first, s, temperature);
    const [d, , f] = transforms(rest, s, temperature);
    const withoutFirst = d ** others;
    logZ += STEP * (Math.exp(-Math.exp(s)) - a * withoutFirst);
    // t dt/t: the factor t is in the transforms.
    ofFirst += STEP * b * withoutFirst;
    errorsOfFirst += STEP * c * withoutFirst;
    errorsOfRest += STEP * others * f * a * d ** (others - 1);
  }
  const chance = Math.min(1, ofFirst);
  const chosenErrors = errorsOfFirst + errorsOfRest;
  const entropy = -plogp(chance) - plogp(1 - chance) + (1 - chance) * Math.log(others);
  return {
    information: Math.max(0, entropy - logZ - chosenErrors / temperature),
    training: chosenErrors / samples,
    test: chance * error + (1 - chance) / 2,
  };
}

/** Places beyond which the sums over them are integrals, to about (n/places)²/24. */
const FINE = 2 ** 12;

/**
 * The learner of a threshold: cases are uniform on `places` places, of which the upper half has label 1, and W is the lowest threshold without an
 * error on n samples. It is a function of the sample, so that I(S;W) = H(W). From 4,096 places on, sums are replaced by integrals.
 */
export function lowestThreshold(samples: number, places: number): Learned {
  assertWholeNumber(samples, 'samples', 1, MOST_SAMPLES);
  assertWholeNumber(places, 'places', 2, 2 ** 50);
  if (places % 2 !== 0) throw new RangeError(`places must be even, got ${places}`);
  const none = 0.5 ** samples;
  if (places >= FINE && places >= 64 * samples) {
    const test = (1 - none / 2) / (samples + 1) - 0.5 / places;
    // The part of the density n(1 − u)^(n − 1) up to ½, with −∫ f ln f in closed form.
    const power = none * (Math.log(0.5) - 1 / samples);
    const spread = -(1 - none) * Math.log(samples) + (samples - 1) * (1 / samples + power);
    return { information: (1 - none) * Math.log(places) + spread - plogp(none), training: 0, test };
  }
  const half = places / 2;
  let [information, test] = [-plogp(none), 0];
  let beyond = 1;
  for (let j = 1; j <= half; j++) {
    const now = (1 - j / places) ** samples;
    information -= plogp(beyond - now);
    test += now / places;
    beyond = now;
  }
  return { information, training: 0, test };
}

/** √(ln k/2n): bound on the expected largest gap between test and training loss among k hypotheses, for losses from 0 to 1. Massart 2000. */
export function unionBound(hypotheses: number, samples: number): number {
  assertBetween(hypotheses, 'hypotheses', 1, Number.MAX_VALUE);
  assertWholeNumber(samples, 'samples', 1);
  return Math.sqrt(Math.log(hypotheses) / (2 * samples));
}

/**
 * √(2 ln Π/n): the same for any class that labels n points in at most Π ways, by Rademacher averages. For thresholds Π = n + 1, however
 * many there are: their Vapnik–Chervonenkis dimension is 1.
 */
export function growthBound(labelings: number, samples: number): number {
  assertBetween(labelings, 'labelings', 1, Number.MAX_VALUE);
  assertWholeNumber(samples, 'samples', 1);
  return Math.sqrt((2 * Math.log(labelings)) / samples);
}
