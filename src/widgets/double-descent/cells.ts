import { ridgeFits, type RidgeFits } from '#theory/learning/ridge-fit.ts';
import { draws, type Asked } from './parameters.ts';
import {
  drawExamples,
  endlessFits,
  readOf,
  penaltiesOf,
  scatterOf,
  targetOf,
  type Size,
  type Target,
} from './worlds.ts';

/**
 * A width and a number of examples. Averages over the noise are exact; over the examples, those of normal features are averages of draws, and
 * waves are for the draw that is shown.
 */
export interface Cell extends Size {
  /** On the squared length of the coefficients; 0 is least squares. */
  readonly penalty: number;
  /** Squared error of a new prediction, and its standard error over the draws; 0 where there is one. */
  readonly test: number;
  readonly error: number;
  /** Its parts: of the average fit, of which examples were drawn, of the noise in their targets. Estimates without bias of their own. */
  readonly bias: number;
  readonly draw: number;
  readonly noise: number;
  /** Mean squared error on the examples themselves. */
  readonly training: number;
  /** Of the draw that is shown: test error. */
  readonly own: number;
  /** Medians over the draws: smallest singular value, length of the coefficients. */
  readonly smallest: number;
  readonly length: number;
}

const squared = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + (x - b[i]) ** 2, 0);
/** The middle value, or the mean of the two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
/** Models travel as text: so many digits are enough. What is smaller than 10⁻²⁰ is rounding. */
export const short = (x: number, digits = 12) => (Math.abs(x) < 1e-20 ? 0 : Number(x.toPrecision(digits)));
const brief = (x: number) => short(x, 6);

/** What draws of one cell say, for one of its penalties. */
function summary(asked: Asked, size: Size, target: Target, drawn: readonly RidgeFits[], k: number, penalty: number) {
  const { truth, weight, unseen } = target;
  const fits = drawn.map(({ fits }) => fits[k]);
  const variance = asked.noise ** 2;
  const scatter = scatterOf(asked, size) ** 2;
  const errors = fits.map((fit) => weight * (squared(fit.fitted, truth) + scatter * fit.variance) + unseen);
  const test = mean(errors);
  const average = truth.map((_, i) => mean(fits.map(({ fitted }) => fitted[i])));
  // Of one draw there is none.
  const free = Math.max(1, fits.length - 1);
  const spread = fits.reduce((sum, { fitted }) => sum + squared(fitted, average), 0) / free;
  const size2 = weight * mean(fits.map((fit) => fit.variance));
  return {
    ...{ ...size, penalty, test: short(test) },
    error: brief(Math.sqrt(mean(errors.map((x) => (x - test) ** 2)) / free)),
    // The average of K draws scatters by spread/K about that of all.
    bias: short(weight * (squared(average, truth) - spread / fits.length) + unseen),
    draw: short(weight * spread + unseen * size2),
    noise: short(variance * size2),
    training: brief(mean(fits.map((fit) => (fit.training.clean + scatter * fit.training.noise) / size.n))),
    own: brief(errors[0]),
    smallest: brief(median(drawn.map(({ singular }) => singular.at(-1)!))),
    length: brief(median(fits.map(({ norm }) => Math.sqrt(norm.clean + scatter * norm.noise)))),
  } satisfies Cell;
}

const best = (cells: readonly Cell[]) => cells.reduce((least, cell) => (cell.test < least.test ? cell : least));

/**
 * One cell, draw after draw: yields the share that is done, and with the last one the cell. Of several penalties the one with the least test error counts. `endless` is for
 * endlessly many waves.
 */
export function* averaged(
  asked: Asked,
  size: Size,
  endless = false,
): Generator<{ readonly share: number; readonly cell?: Cell }> {
  const penalties = penaltiesOf(asked, size);
  const target = targetOf(asked, size);
  const read = readOf(asked, size);
  const drawn: RidgeFits[] = [];
  const count = asked.world === 'waves' ? 1 : draws;
  for (let draw = 0; draw < count; draw++) {
    const { design, clean } = drawExamples(asked, size, draw);
    drawn.push(endless ? endlessFits(asked, penalties, draw) : ridgeFits(design, clean, read, penalties));
    if (draw + 1 < count) yield { share: (draw + 1) / count };
  }
  yield { share: 1, cell: best(penalties.map((penalty, k) => summary(asked, size, target, drawn, k, penalty))) };
}
