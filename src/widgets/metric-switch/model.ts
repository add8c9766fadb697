import { uniforms } from '#sim/random.ts';
import { binomialQuantile } from '#theory/numerics/binomial.ts';
import { powerLaw } from '#theory/scale/scaling-law.ts';
import { gradesOfCheckpoint, gradesOfLoss, type Grades } from './grades.ts';
import { largest, oneNat, smallest, type Asked } from './parameters.ts';
import { trail } from './trail.ts';

/** A test of n questions: what one draw of it finds, and the middle nine tenths of all draws. */
interface Test {
  readonly drawn: number;
  readonly low: number;
  readonly high: number;
}

export interface Graded {
  /** Parameters, or steps of training. */
  readonly at: number;
  readonly grades: Grades;
  /** Where the metric counts answers; the others are read off the predictions, without luck. */
  readonly test?: Test;
}

export interface Switched {
  readonly source: Asked['source'];
  /** Finely spaced, for the curves. */
  readonly curve: readonly Graded[];
  /** The models that take the test. */
  readonly models: readonly Graded[];
  /** The one that the reader looks at. */
  readonly here: Graded;
  /** The steepest slope of the loss on log paper, divided by that from end to end. */
  readonly bend: number;
}

const decades = Math.log10(largest / smallest);
const spaced = (count: number) => Array.from({ length: count + 1 }, (_, i) => smallest * 10 ** ((decades * i) / count));

export const lossAt = (size: number, { alpha }: Pick<Asked, 'alpha'>) => powerLaw(oneNat, alpha, size);

/** One draw of the test and the interval, by one uniform number for each model: it moves with what is asked, and does not jump. */
function testOf({ exact, choice, token }: Grades, asked: Asked, u: number): Test | undefined {
  const { metric, items, length, source } = asked;
  const trials =
    metric === 'exact' || metric === 'choice'
      ? { n: items, p: metric === 'exact' ? exact : choice }
      : metric === 'edits' && source === 'law'
        ? { n: items * length, p: 1 - token }
        : undefined;
  if (!trials) return undefined;
  const count = (level: number) => binomialQuantile(trials.n, trials.p, level) / items;
  return { drawn: count(u), low: count(0.05), high: count(0.95) };
}

/** Slopes of ln loss against ln x between neighbors, and from end to end. */
function bendOf(all: readonly Graded[]): number {
  const slope = (a: Graded, b: Graded) => Math.log(a.grades.loss / b.grades.loss) / Math.log(b.at / a.at);
  const steepest = Math.max(...all.slice(1).map((one, i) => slope(all[i], one)));
  return steepest / slope(all[0], all[all.length - 1]);
}

export function compute(asked: Asked): Switched {
  const { source, seed, size, checkpoint } = asked;
  const next = uniforms(seed);
  const graded = (at: number, grades: Grades): Graded => ({ at, grades });
  const tested = (one: Graded): Graded => ({ ...one, test: testOf(one.grades, asked, next()) });
  if (source === 'network') {
    const curve = trail.map((one) => graded(one.step, gradesOfCheckpoint(one, asked)));
    const models = curve.map(tested);
    return { source, curve, models, here: models[checkpoint - 1], bend: bendOf(curve) };
  }
  const ofSize = (at: number) => graded(at, gradesOfLoss(lossAt(at, asked), asked));
  const curve = spaced(72).map(ofSize);
  const models = spaced(18).map(ofSize).map(tested);
  return { source, curve, models, here: tested(ofSize(size)), bend: bendOf(curve) };
}

/** The size at which all ℓ tokens are right with this probability: oneNat (ℓ/−ln share)^(1/α). Only where the loss is a power law. */
export const sizeOfMatch = (share: number, { length, alpha }: Pick<Asked, 'length' | 'alpha'>) =>
  oneNat * (length / -Math.log(share)) ** (1 / alpha);

/** The length of which half of the answers are right at this size. */
export const lengthOfHalf = (size: number, asked: Pick<Asked, 'alpha'>) => Math.LN2 / lossAt(size, asked);
