import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';
import { fitTemperature, logistic, scaledLosses } from '#theory/belief/temperature-scaling.ts';
import { fitLogistic, meanOverSaid, saidAndTrue, shareAt, type SaidAndTrue } from '#theory/learning/logistic-fit.ts';
import { gainOf, mean, temperatures, type Halves } from './halves.ts';

/** The world of the small model: this many independent standard normal features, which together make the true log-odds of yes normal with this deviation. */
export const features = 16;
export const trueDeviation = 1.5;
const truth = Array.from({ length: features }, () => trueDeviation / Math.sqrt(features));

const dot = (weights: readonly number[], x: readonly number[]) =>
  x.reduce((total, value, j) => total + value * weights[j], 0);

/** Log-odds that are said, and what came. */
export interface Cases {
  readonly logits: readonly number[];
  readonly correct: readonly boolean[];
}

function draw(count: number, seed: number, stream: number) {
  const next = uniforms(seed, stream);
  const x = Array.from({ length: count }, () => truth.map(() => drawNormal(next)));
  return { x, correct: x.map((row) => next() < logistic(dot(truth, row))) };
}

export interface Learner {
  readonly law: SaidAndTrue;
  /** On the examples that it learned from; nothing for one who was told the law. */
  readonly own?: Cases;
  say(x: readonly number[]): number;
}

function learn(examples: string, seed: number): Learner {
  if (examples === 'all') return { law: saidAndTrue([0, ...truth], truth), say: (x) => dot(truth, x) };
  const { x, correct } = draw(Number(examples), seed, 1);
  const coefficients = fitLogistic(x, correct);
  const weights = coefficients.slice(1);
  const say = (row: readonly number[]) => coefficients[0] + dot(weights, row);
  return { law: saidAndTrue(coefficients, truth), own: { logits: x.map(say), correct }, say };
}

/** The last of each, since only one setting changes at a time. */
export function remembered<K extends readonly (string | number)[], R>(make: (...key: K) => R) {
  let last: { readonly key: string; readonly value: R } | undefined;
  return (...key: K): R => {
    const now = key.join();
    if (last?.key !== now) last = { key: now, value: make(...key) };
    return last.value;
  };
}

export const learner = remembered(learn);

export const newCases = remembered((examples: string, seed: number, count: number): Cases => {
  const { x, correct } = draw(count, seed, 2);
  return { logits: x.map(learner(examples, seed).say), correct };
});

/** What comes true at each log-odds over which means are taken, exactly: no temperature changes it. */
const sharesOf = remembered((examples: string, seed: number): number[] => {
  const { law } = learner(examples, seed);
  const shares: number[] = [];
  meanOverSaid(law, (z) => (shares.push(shareAt(law, z)), 0));
  return shares;
});

/** Expected loss in nats of this model on new cases, at a temperature. */
export function expectedLoss(examples: string, seed: number, temperature: number): number {
  const shares = sharesOf(examples, seed);
  let i = 0;
  return meanOverSaid(learner(examples, seed).law, (z) => lossAt(shares[i++], z / temperature));
}

/** What comes true where the model says the probability, in the long run. */
const percents = Array.from({ length: 49 }, (_, i) => 0.02 * (i + 1));
export function longRunCurve(examples: string, seed: number, temperature: number) {
  const { law } = learner(examples, seed);
  return percents.map((said) => [said, shareAt(law, temperature * Math.log(said / (1 - said)))] as const);
}

/** Mean distance of what is said from what comes true, in the long run. */
export function longRunError(examples: string, seed: number, temperature: number): number {
  const shares = sharesOf(examples, seed);
  let i = 0;
  return meanOverSaid(learner(examples, seed).law, (z) => Math.abs(shares[i++] - logistic(z / temperature)));
}

/** What is paid on average where a share r comes true and the log-odds z are said: r ln(1 + e^−z) + (1 − r) ln(1 + e^z). */
const lossAt = (r: number, z: number) => Math.log1p(Math.exp(-Math.abs(z))) + (z > 0 ? (1 - r) * z : -r * z);

const ownLosses = remembered((examples: string, seed: number) => {
  const { own } = learner(examples, seed);
  return (
    own && {
      losses: temperatures.map((t) => mean(scaledLosses(own.logits, own.correct, t))),
      best: fitTemperature(own.logits, own.correct),
    }
  );
});
const expectedLosses = remembered((examples: string, seed: number) =>
  temperatures.map((t) => expectedLoss(examples, seed, t)),
);

/** Losses at temperatures of the first half of new cases, of the second, of the model’s own examples, and expected. */
export const lossesOf = remembered((examples: string, seed: number, count: number) => ({
  halves: halvesOf(newCases(examples, seed, count)),
  own: ownLosses(examples, seed),
  expected: expectedLosses(examples, seed),
}));

/** The first half chooses, the second judges. */
function halvesOf({ logits, correct }: Cases): Halves {
  const cut = Math.floor(logits.length / 2);
  const losses = (from: number, to: number, t: number) =>
    scaledLosses(logits.slice(from, to), correct.slice(from, to), t);
  const curve = (from: number, to: number) => temperatures.map((t) => mean(losses(from, to, t)));
  const best = fitTemperature(logits.slice(0, cut), correct.slice(0, cut));
  return {
    ...{ first: curve(0, cut), second: curve(cut, logits.length), best },
    ...gainOf(losses(cut, logits.length, best), losses(cut, logits.length, 1)),
  };
}
