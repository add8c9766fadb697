import { drawNoise, drawNormalDesign, drawPlaces } from '#sim/regression-designs.ts';
import { cosinesAt, endlessCosines } from '#theory/learning/cosine-features.ts';
import { bestRidge, type NormalTask } from '#theory/learning/least-norm-risk.ts';
import { kernelFits, ridgeFits, type RidgeFits } from '#theory/learning/ridge-fit.ts';
import type { Asked } from './parameters.ts';

/** How many features, of how many examples. */
export interface Size {
  readonly n: number;
  readonly p: number;
}

/** What is to be found, at the places where a fit is compared with it; a fit’s error is the mean of its squares there, or their sum. */
export interface Target {
  readonly at: readonly number[];
  readonly truth: readonly number[];
  /** What a squared difference at one place weighs. */
  readonly weight: number;
  /** Squared error that no fit of this width avoids: of the features that it does not see. */
  readonly unseen: number;
}

const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
export const teacher = (x: number) => Math.sin(2 * Math.PI * x);

/** Σβ² = 1 is spread over D features, of which the model sees the first p; the rest of what it sees says nothing. */
export const taskOf = ({ truth, noise }: Asked, { n, p }: Size): NormalTask => {
  const seen = Math.min(1, p / truth);
  return { examples: n, width: p, seen, unseen: 1 - seen, noiseVariance: noise ** 2 };
};

export function targetOf(asked: Asked, size: Size): Target {
  if (asked.world === 'waves') return { at: grid, truth: grid.map(teacher), weight: 1 / grid.length, unseen: 0 };
  const at = Array.from({ length: size.p }, (_, j) => j + 1);
  const height = Math.sqrt(1 / asked.truth);
  return { at, truth: at.map((j) => (j <= asked.truth ? height : 0)), weight: 1, unseen: taskOf(asked, size).unseen };
}

/** None, and from 10⁻⁵ to 1000, eight in each power of ten: where one wave is fitted to what has none, the best has no end. */
const ladder = [0, ...Array.from({ length: 65 }, (_, i) => 10 ** (i / 8 - 5))];

/** Penalties on the squared length of the coefficients, where all features of an example together have a mean square of about 1. */
export function penaltiesOf(asked: Asked, size: Size): readonly number[] {
  if (asked.penalty === 'none') return [0];
  if (asked.penalty === 'yours') return [asked.ridge];
  return asked.world === 'waves' ? ladder : [bestRidge(taskOf(asked, size)) / size.p];
}

export interface Examples {
  readonly design: number[][];
  /** The part of the targets that the features which the model sees make. */
  readonly clean: number[];
  /** Where the examples are, if they are on a line. */
  readonly places?: number[];
}

/** What the coefficients are multiplied with at the places of the target. */
export function readOf(asked: Asked, size: Size): number[][] {
  const { at } = targetOf(asked, size);
  if (asked.world === 'waves') return cosinesAt(size.p, at);
  return at.map((_, i) => at.map((_, j) => (i === j ? 1 / Math.sqrt(size.p) : 0)));
}

/** Examples of one draw. Normal features are divided by √p, so that all of an example together have a mean square of 1. */
export function drawExamples(asked: Asked, size: Size, draw: number): Examples {
  const { n, p } = size;
  if (asked.world === 'waves') {
    const places = drawPlaces(n, asked.uneven, asked.seed, draw);
    return { design: cosinesAt(p, places), clean: places.map(teacher), places };
  }
  const { truth } = targetOf(asked, size);
  const root = Math.sqrt(p);
  const inputs = drawNormalDesign(n, p, asked.seed, draw);
  return {
    design: inputs.map((row) => row.map((x) => x / root)),
    clean: inputs.map((row) => row.reduce((sum, x, j) => sum + x * truth[j], 0)),
  };
}

/** Noise as the model meets it: what it does not see acts as noise, too. One standard deviation. */
export const scatterOf = (asked: Asked, size: Size) => Math.sqrt(asked.noise ** 2 + targetOf(asked, size).unseen);

/** The targets with their noise, and what the model makes of them. */
export function noisyFit(asked: Asked, size: Size, penalty: number) {
  const { design, clean, places } = drawExamples(asked, size, 0);
  const scatter = scatterOf(asked, size);
  const noise = drawNoise(size.n, asked.seed, 0);
  const targets = clean.map((value, i) => value + scatter * noise[i]);
  return { targets, places, fitted: ridgeFits(design, targets, readOf(asked, size), [penalty]).fits[0].fitted };
}

/** Fits by endlessly many waves, exactly: n waves with the same dot products. */
export function endlessFits(asked: Asked, penalties: readonly number[], draw: number): RidgeFits {
  const places = drawPlaces(asked.examples, asked.uneven, asked.seed, draw);
  return kernelFits(endlessCosines(places, places), places.map(teacher), endlessCosines(grid, places), penalties);
}
