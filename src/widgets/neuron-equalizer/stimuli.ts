import { normalize } from '#theory/measures/distribution.ts';
import { reach, type Asked } from './parameters.ts';

/** Equal cells of the axis, in each of which all stimuli are equally likely. */
const cells = 120;
const hump = (x: number, middle: number) => Math.exp(-(((x - middle) / 0.45) ** 2) / 2);
const densities = {
  /** Student’s law with three degrees of freedom, a quarter of the half axis wide: synthetic. Its tails fall as x⁻⁴. */
  contrast: (x: number) => (1 + (x / (reach / 4)) ** 2 / 3) ** -2,
  uniform: () => 1,
  humps: (x: number) => hump(x, -reach / 2) + hump(x, reach / 2),
};

const edgeOf = (i: number) => reach * ((2 * i) / cells - 1);
const middles = Array.from({ length: cells }, (_, i) => edgeOf(i + 0.5));

/** Each outcome as an equal stretch of the axis. */
const stretched = (law: readonly number[]) =>
  middles.map((_, i) => {
    const [from, to] = [i, i + 1].map((edge) => (edge / cells) * law.length);
    return law.reduce((total, p, k) => total + p * Math.max(0, Math.min(to, k + 1) - Math.max(from, k)), 0);
  });

export interface Stimuli {
  /** Chance of each cell. */
  readonly chances: readonly number[];
  /** How often a stimulus is at most x. */
  below(x: number): number;
  /** The least stimulus x such that a share u of all is at most x. */
  quantile(u: number): number;
}

export function stimuliOf({ stimuli, own }: Asked): Stimuli {
  const chances = normalize(stimuli === 'own' ? stretched(own) : middles.map(densities[stimuli]));
  const totals = [0];
  for (const chance of chances) totals.push(totals.at(-1)! + chance);
  const all = totals.at(-1)!;
  return {
    chances,
    below(x) {
      const at = Math.min(cells, Math.max(0, ((x / reach + 1) / 2) * cells));
      const cell = Math.min(cells - 1, Math.floor(at));
      return Math.min(1, (totals[cell] + (at - cell) * chances[cell]) / all);
    },
    quantile(u) {
      const cell = Math.max(1, totals.findIndex((total) => total >= u * all)) - 1; // prettier-ignore
      return u * all > totals[cells]
        ? reach
        : edgeOf(cell + Math.max(0, u * all - totals[cell]) / (chances[cell] || 1));
    },
  };
}

/** The middle of each cell, to draw the law. */
export const places: readonly number[] = middles;
export const cellWidth = (2 * reach) / cells;
