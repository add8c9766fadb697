import type { Progress } from '#contract/spec.ts';
import { reverseWaterFilling } from '#theory/channels/gaussian-channel.ts';
import { letterMaps } from '#theory/channels/letter-maps.ts';
import { rateDistortionAtSlope, rateDistortionCoin, rateDistortionGaussian } from '#theory/channels/rate-distortion.ts';
import { leastSquaresQuantizer, uniformQuantizer, type NormalQuantizer } from '#theory/continuous/normal-quantizer.ts';
import { nearestWord, nearestWordCode } from '#theory/codes/nearest-word.ts';
import { uniforms } from '#sim/random.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { letters, params, type Asked, type Code } from './parameters.ts';
import { codedAt, graysOf, keyOf, pictureFor, type Coded } from './pictures.ts';
import { bestWithin, frontier, pixelSteps } from './trails.ts';
import { wordsOf } from './words.ts';

/** A point of the plane: nats for a symbol, and the loss in its own unit. */
export interface Point {
  readonly distortion: number;
  readonly rate: number;
}
export interface CurvePoint extends Point {
  /** No code needs less: what Blahut's bound proves. Where there is a formula it is the rate, and not here. */
  readonly lower?: number;
}
/** Something that can be built. */
export interface Built extends Point {
  /** Of a way to tell letters: as what each of them comes back. */
  readonly name: string;
  /** The curve at the same loss, where there is a formula for it; of a picture only for the step that is chosen. */
  readonly floor?: number;
}

export interface Squeezed {
  readonly source: Asked['source'];
  /** R(D), from little loss to much; of a picture that of its normal model. */
  readonly curve: readonly CurvePoint[];
  /** The loss from which on nothing need be told. */
  readonly free: number;
  /** Where the reader stands on the curve. */
  readonly here: CurvePoint;
  /** Codes of the reader's source, and which is looked at. */
  readonly built: readonly Built[];
  readonly chosen: number;
  /** Of tosses: 42 of them, or the 40 that make whole blocks, and what comes back. */
  readonly tossed: readonly number[];
  readonly back: readonly number[];
  /** Of a law: how often letter x is told as y where the reader stands, one row for each x. */
  readonly reproduction: readonly (readonly number[])[];
  /**
   * Of a picture: the coder of single pixels, from many bits to few, without the steps that lose to another one in both; and of all that
   * were tried the best that takes no more bits than the coder of waves, if there is one.
   */
  readonly pixels: readonly Coded[];
  readonly alike?: Coded;
  /** Of a picture: mean squares of the 64 waves, and the water level where the reader stands. */
  readonly variances: readonly number[];
  readonly level: number;
  /** What of the reader's own could not be used. */
  readonly problem?: string;
}

const nothing = { tossed: [], back: [], reproduction: [], pixels: [], variances: [], level: 0 } as const;
const spread = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));

/** Seven digits, of what is only drawn: models travel as text. */
const digits = (x: number) => Number(x.toPrecision(7));
const short = (point: CurvePoint): CurvePoint => ({
  distortion: digits(point.distortion),
  rate: digits(point.rate),
  ...(point.lower !== undefined && { lower: digits(point.lower) }),
});

const point = ({ distortion, rate }: Point): Point => ({ distortion, rate });
/** Four digits, of what is a dot among many. */
const drawable = ({ distortion, rate }: Point): Point => ({
  distortion: Number(distortion.toPrecision(4)),
  rate: Number(rate.toPrecision(4)),
});

const codes = params.code.options.map(({ value }) => value);

const most = 42;

/** Some tosses, and what the code makes of them. */
function drawTosses({ heads, code, seed }: Asked): Pick<Squeezed, 'tossed' | 'back'> {
  const words = wordsOf(code, heads);
  const n = words[0].length;
  const next = uniforms(seed, 5, 3);
  const tossed = Array.from({ length: most - (most % n) }, () => (next() < heads ? 1 : 0));
  const back = tossed.flatMap((_, i) => (i % n === 0 ? words[nearestWord(words, tossed.slice(i, i + n))] : []));
  return { tossed, back };
}

function tosses(asked: Asked): Squeezed {
  const { heads, wrong, code } = asked;
  const free = Math.min(heads, 1 - heads);
  const at = (distortion: number): CurvePoint => {
    const rate = rateDistortionCoin(heads, distortion);
    return { distortion, rate };
  };
  return {
    ...nothing,
    ...drawTosses(asked),
    ...{ source: 'coin', free, here: at(wrong), chosen: codes.indexOf(code) },
    curve: Array.from({ length: 41 }, (_, i) => short(at((i / 40) ** 2 * free))),
    built: params.code.options.map(({ value, label }) => {
      const code = nearestWordCode(heads, wordsOf(value as Code, heads));
      return { name: label, ...code, floor: at(code.distortion).rate };
    }),
  };
}

const measures = {
  square: letters.map((_, x) => letters.map((__, y) => (x - y) ** 2)),
  wrong: letters.map((_, x) => letters.map((__, y) => (x === y ? 0 : 1))),
};
const precision = { gap: 1e-7, iterations: 600 };
/** Prices at which the curve of a law is looked at, in bits. */
const prices = spread(25, 0.05, 12);

function* lettersOf({ law, measure, price }: Asked): Generator<Progress<Squeezed>> {
  const distortions = measures[measure];
  const free = Math.min(...letters.map((_, y) => law.reduce((sum, px, x) => sum + px * distortions[x][y], 0)));
  const point = (bits: number) => rateDistortionAtSlope(law, distortions, bits * Math.LN2, precision);
  const { reproduction, distortion, rate, lowerBound } = point(price);
  const built = letterMaps(law, distortions).map((map) => ({
    name: map.reproductions.map((y) => letters[y]).join(''),
    rate: map.rate,
    distortion: map.distortion,
  }));
  const cost = ({ rate: nats, distortion: loss }: Point) => nats + price * Math.LN2 * loss;
  const costs = built.map(cost);
  const whole = entropy(law);
  const model: Squeezed = {
    ...nothing,
    ...{ source: 'law', free, built, reproduction: reproduction.map((row) => row.map(digits)) },
    here: { distortion, rate, lower: lowerBound },
    chosen: costs.indexOf(Math.min(...costs)),
    curve: [],
  };
  yield { share: 0, model };
  const curve: CurvePoint[] = [];
  for (const [i, bits] of prices.entries()) {
    const found = point(bits);
    // Beyond its end the curve is the axis.
    if (found.distortion < free)
      curve.push({ distortion: found.distortion, rate: found.rate, lower: found.lowerBound });
    yield { share: i / prices.length };
  }
  curve.sort((a, b) => a.distortion - b.distortion);
  const ends = [{ distortion: 0, rate: whole, lower: whole }, { distortion: free, rate: 0, lower: 0 }]; // prettier-ignore
  yield { share: 1, model: { ...model, curve: [ends[0], ...curve, ends[1]].map(short) } };
}

/** On a logarithmic axis the curve is straight. */
const normalLosses = spread(9, 0.004, 1);
const widths = spread(30, 0.25, 8);

/** Lloyd’s and Max’s quantizers do not depend on anything that the reader moves. */
let quantizers: readonly NormalQuantizer[] | undefined;
export const quantizersOfNormal = (): readonly NormalQuantizer[] =>
  (quantizers ??= Array.from({ length: params.levels.max }, (_, i) => leastSquaresQuantizer(i + 1)));

let uniform: readonly Point[] | undefined;
/** Cells of one width, each told with the digits that it deserves: from narrow to wide. */
export const uniformQuantizers = (): readonly Point[] =>
  (uniform ??= widths.map((width) => {
    const { error: distortion, entropy: rate } = uniformQuantizer(width);
    return { distortion, rate };
  }));

function normal({ levels }: Asked): Squeezed {
  const at = (distortion: number): CurvePoint => {
    const rate = rateDistortionGaussian(1, distortion);
    return { distortion, rate };
  };
  const built = quantizersOfNormal().map(({ error: distortion }, i) => ({
    ...{ name: i === 0 ? '1 cell' : `${i + 1} cells`, rate: Math.log(i + 1), distortion },
    floor: rateDistortionGaussian(1, distortion),
  }));
  return {
    ...nothing,
    ...{ source: 'normal', free: 1, built, chosen: levels - 1 },
    here: at(Math.min(1, built[levels - 1].distortion)),
    curve: normalLosses.map(at),
  };
}

/** Steps for which the coder of waves is drawn. */
const waveSteps = [...new Set(spread(33, params.step.min, params.step.max).map(Math.round))];
/** The trails of the last picture: while the step moves they stay. */
let tried: { readonly key: string; readonly waves: readonly Coded[]; readonly pixels: readonly Coded[] } | undefined;

function* picture(asked: Asked): Generator<Progress<Squeezed>> {
  const source = pictureFor(asked);
  const key = keyOf(asked);
  if (tried?.key !== key) {
    yield { share: 0, model: pictureModel(asked, { waves: [], pixels: [] }) };
    const [waves, pixels]: [Coded[], Coded[]] = [[], []];
    const all = waveSteps.length + pixelSteps.length;
    for (const step of waveSteps) {
      waves.push(codedAt(source, step, 'waves'));
      yield { share: waves.length / (all + 1) };
    }
    for (const step of pixelSteps) {
      pixels.push(codedAt(source, step, 'pixels'));
      yield { share: (waves.length + pixels.length) / (all + 1) };
    }
    const brief = (one: Coded): Coded => ({ ...one, rate: digits(one.rate), distortion: digits(one.distortion) });
    tried = { key, waves: waves.map(brief), pixels: pixels.map(brief) };
  }
  yield { share: 1, model: pictureModel(asked, tried) };
}

function pictureModel(
  asked: Asked,
  { waves, pixels }: { readonly waves: readonly Coded[]; readonly pixels: readonly Coded[] },
): Squeezed {
  const source = pictureFor(asked);
  const { variances } = source;
  const free = variances.reduce((a, b) => a + b, 0) / 64;
  const filled = (distortion: number) => reverseWaterFilling(variances, 64 * Math.max(1e-9, distortion));
  const at = (distortion: number): CurvePoint => {
    const rate = filled(distortion).rate / 64;
    return { distortion, rate };
  };
  const now = codedAt(source, asked.step, 'waves');
  const here = at(now.distortion);
  const built = [...waves.filter(({ step }) => step < asked.step), now, ...waves.filter(({ step }) => step > asked.step)]; // prettier-ignore
  return {
    ...nothing,
    ...{
      source: 'picture',
      free,
      variances,
      here,
      pixels: waves[0] ? frontier(pixels, waves[0].rate).map((one) => ({ step: one.step, ...drawable(one) })) : [],
    },
    built: built.map((one) => ({
      ...{ name: `step ${one.step}`, ...(one === now ? point(one) : drawable(one)) },
      ...(one === now && { floor: here.rate }),
    })),
    chosen: built.indexOf(now),
    level: filled(now.distortion).waterLevel,
    curve: free > 0.4 ? spread(40, 0.4, free).map(at).map(short) : [],
    alike: bestWithin(pixels, now.rate),
    ...(asked.own !== '' && !graysOf(asked.own) && { problem: 'Your picture could not be read; the landscape is shown.' }), // prettier-ignore
  };
}

/** All of it, a piece at a time. */
export function* work(asked: Asked): Generator<Progress<Squeezed>> {
  if (asked.source === 'picture') yield* picture(asked);
  else if (asked.source === 'law') yield* lettersOf(asked);
  else yield { share: 1, model: compute(asked) };
}

/** What is known at once: everything but the curve of a law and the other steps of a picture. */
export function compute(asked: Asked): Squeezed {
  if (asked.source === 'coin') return tosses(asked);
  if (asked.source === 'normal') return normal(asked);
  if (asked.source === 'picture') return pictureModel(asked, tried?.key === keyOf(asked) ? tried : { waves: [], pixels: [] }); // prettier-ignore
  for (const { model } of lettersOf(asked)) if (model) return model;
  throw new Error('a law without letters');
}
