import type { Progress } from '#contract/spec.ts';
import { leastNormRisk } from '#theory/learning/least-norm-risk.ts';
import { averaged, short, type Cell } from './cells.ts';
import { mostExamples, mostWidth, type Asked } from './parameters.ts';
import { noisyFit, targetOf, taskOf, type Size } from './worlds.ts';

/** Exact parts of the expected test error; null where they are infinite, which does not travel. */
export interface ExactCell extends Size {
  readonly bias: number;
  readonly draw: number | null;
  readonly noise: number | null;
  readonly test: number | null;
}

/** The fit to the first draw of examples and noise. */
export interface Fit {
  /** Examples on the line; none where features have no place. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly truth: readonly (readonly [x: number, y: number])[];
  readonly fitted: readonly (readonly [x: number, y: number])[];
}

/** It carries what it is about: while another one is computed, the one that is shown is not about what the reader has asked since. */
export interface Descent {
  readonly world: Asked['world'];
  readonly axis: Asked['axis'];
  readonly penalty: Asked['penalty'];
  readonly noise: Asked['noise'];
  readonly uneven: Asked['uneven'];
  readonly truth: Asked['truth'];
  readonly n: number;
  readonly p: number;
  /** For these values; undefined until it has been averaged. */
  readonly chosen?: Cell;
  readonly fit: Fit;
  /** Along the axis, as far as averaged, in order. */
  readonly cells: readonly Cell[];
  /** Along the axis, for normal features and least squares. */
  readonly exact: readonly ExactCell[];
  /** For endlessly many waves. */
  readonly endless?: Cell;
}

const sizeOf = ({ examples, width }: Asked): Size => ({ n: examples, p: width });

/** Sizes along the axis: dense where as many features as examples are near. */
export function sizesOf(asked: Asked): Size[] {
  const isWidth = asked.axis === 'width';
  const [peak, least, most] = isWidth ? [asked.examples, 1, mostWidth] : [asked.width, 4, mostExamples];
  const ratios = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.4, 1.7, 2, 3, 5, 10];
  const near = [-1, 0, 1].map((step) => peak + step);
  const own = isWidth ? asked.width : asked.examples;
  // One draw costs little: the curve is drawn width by width.
  const each = asked.world === 'waves' ? Array.from({ length: isWidth ? 2 * peak : most }, (_, i) => i + 1) : [];
  const wanted = [...each, ...ratios.map((ratio) => Math.round(ratio * peak)), ...near, own, least, most];
  const all = [...new Set(wanted.filter((at) => at >= least && at <= most))].sort((a, b) => a - b);
  return all.map((at) => (isWidth ? { n: asked.examples, p: at } : { n: at, p: asked.width }));
}

const finite = (x: number) => (x < Infinity ? short(x, 10) : null);

function exactOf(asked: Asked, size: Size): ExactCell {
  const { bias, draw, noise } = leastNormRisk(taskOf(asked, size));
  return {
    ...size,
    bias: short(bias, 10),
    draw: finite(draw),
    noise: finite(noise),
    test: finite(bias + draw + noise),
  };
}

/** Each width up to twice the number of examples, and then each fifth; the reader’s own among them. */
const along = ({ axis, examples, width }: Asked): Size[] =>
  axis === 'width'
    ? Array.from({ length: mostWidth }, (_, i) => ({ n: examples, p: i + 1 })).filter(
        ({ p }) => p <= 2 * examples || p % 5 === 0 || p === width,
      )
    : Array.from({ length: mostExamples - 3 }, (_, i) => ({ n: i + 4, p: width }));

export const hasExact = ({ world, penalty }: Pick<Asked, 'world' | 'penalty'>) => world === 'normal' && penalty === 'none'; // prettier-ignore

const digits = (x: number) => Number(x.toFixed(4));

function fitOf(asked: Asked, penalty: number): Fit {
  const size = sizeOf(asked);
  const { at, truth } = targetOf(asked, size);
  const { targets, places, fitted } = noisyFit(asked, size, penalty);
  const pairs = (ys: readonly number[]) => at.map((x, i) => [x, digits(ys[i])] as const);
  return {
    points: places?.map((x, i) => [digits(x), digits(targets[i])] as const) ?? [],
    truth: pairs(truth),
    fitted: pairs(fitted),
  };
}

/** What is known at once: the fit with the least squares, or with the reader’s penalty, and what is exact. */
export function compute(asked: Asked): Descent {
  const { world, axis, penalty, noise, uneven, truth, examples: n, width: p } = asked;
  return {
    ...{ world, axis, penalty, noise, uneven, truth, n, p, cells: [] },
    fit: fitOf(asked, penalty === 'yours' ? asked.ridge : 0),
    exact: hasExact(asked) ? along(asked).map((size) => exactOf(asked, size)) : [],
  };
}

/** Averages that were made before: to move along the axis, or back, makes one new one at most. */
const kept = new Map<string, Cell>();
const mostKept = 1500;
const keyOf = ({ world, noise, uneven, truth, penalty, ridge, seed }: Asked, { n, p }: Size) =>
  [world, noise, world === 'waves' ? uneven : truth, penalty, penalty === 'yours' && ridge, seed, n, p].join();

function keep(key: string, cell: Cell): Cell {
  kept.set(key, cell);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return cell;
}

/** First the state that the reader chose, then the others along the axis. */
export function* work(asked: Asked): Generator<Progress<Descent>> {
  const chosenSize = sizeOf(asked);
  const isOwn = ({ n, p }: Size) => n === chosenSize.n && p === chosenSize.p;
  const sizes = sizesOf(asked).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  const missing = sizes.filter((size) => !kept.has(keyOf(asked, size)));
  const cost = ({ n, p }: Size) => Math.min(n, p) * n * p + 2000;
  const whole = missing.reduce((sum, size) => sum + cost(size), 0);
  const known = sizes.flatMap((size) => kept.get(keyOf(asked, size)) ?? []);
  const start = compute(asked);
  let done = 0;
  for (const size of missing) {
    for (const { share, cell } of averaged(asked, size)) {
      if (cell) known.push(keep(keyOf(asked, size), cell));
      else yield { share: (0.98 * (done + share * cost(size))) / whole };
    }
    done += cost(size);
    if (done < whole) yield { share: (0.98 * done) / whole, model: assemble(asked, start, known) };
  }
  const model = assemble(asked, start, known);
  if (asked.world !== 'waves' || asked.axis !== 'width') return yield { share: 1, model };
  const key = keyOf(asked, { n: asked.examples, p: Infinity });
  if (!kept.has(key)) {
    for (const { share, cell } of averaged(asked, { n: asked.examples, p: 1 }, true)) {
      if (cell) keep(key, cell);
      else yield { share: 0.98 + 0.019 * share };
    }
  }
  yield { share: 1, model: { ...model, endless: kept.get(key)! } };
}

/** The chosen cell knows the best penalty, so the fit is drawn with it. */
function assemble(asked: Asked, start: Descent, known: readonly Cell[]): Descent {
  const { n, p } = start;
  const chosen = known.find((cell) => cell.n === n && cell.p === p);
  const place = (cell: Cell) => (asked.axis === 'width' ? cell.p : cell.n);
  return {
    ...start,
    ...(chosen && { chosen }),
    ...(chosen && asked.penalty === 'best' && { fit: fitOf(asked, chosen.penalty) }),
    cells: [...known].sort((a, b) => place(a) - place(b)),
  };
}

/** Where a cell stands along the axis. */
export const placeOn = ({ axis }: Pick<Asked, 'axis'>, { n, p }: Size) => (axis === 'width' ? p : n);
