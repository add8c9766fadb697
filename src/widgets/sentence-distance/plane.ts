import type { Cloud } from './vectors.ts';
import { meanOf } from './vectors.ts';

export type Point = readonly [x: number, y: number];

/** Two sentences seen in the plane in which their tokens spread most. */
export interface Plane {
  readonly first: readonly Point[];
  readonly second: readonly Point[];
  /** Share of the squared distances from the middle that lies in the plane. */
  readonly share: number;
}

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);

/** An eigenvector of the largest eigenvalue of a matrix without negative ones, by its powers. */
function strongest(gram: readonly (readonly number[])[]): { value: number; vector: number[] } {
  let vector = gram.map((_, i) => 1 + Math.sin(i + 1) / 2);
  let value = 0;
  for (let step = 0; step < 300; step++) {
    const next = gram.map((row) => dot(row, vector));
    value = Math.hypot(...next);
    if (value === 0) return { value, vector: next };
    vector = next.map((x) => x / value);
  }
  return { value, vector };
}

/** Principal components of the tokens of both, from the products of the tokens: the same plane as from the covariance, and smaller. */
export function planeOf(first: Cloud, second: Cloud): Plane {
  const middle = meanOf([meanOf(first), meanOf(second)]);
  const rows = [...first, ...second].map((row) => row.map((value, k) => value - middle[k]));
  const gram = rows.map((a) => rows.map((b) => dot(a, b)));
  const total = gram.reduce((sum, row, i) => sum + row[i], 0);
  const one = strongest(gram);
  const rest = gram.map((row, i) => row.map((value, j) => value - one.value * one.vector[i] * one.vector[j]));
  const two = strongest(rest);
  const round = (x: number) => Math.round(x * 1e3) / 1e3;
  const points = rows.map((_, i): Point => [one, two].map(({ value, vector }) => round(Math.sqrt(value) * vector[i])) as [number, number]); // prettier-ignore
  const share = total > 0 ? Math.min(1, (one.value + two.value) / total) : 1;
  return { first: points.slice(0, first.length), second: points.slice(first.length), share: round(share) };
}

/** Mean and the ellipse of one standard deviation of some points. */
export function ellipseOf(points: readonly Point[]): { mean: Point; outline: Point[] } {
  const n = points.length;
  const mean: Point = [points.reduce((s, [x]) => s + x, 0) / n, points.reduce((s, [, y]) => s + y, 0) / n];
  const moment = (i: 0 | 1, j: 0 | 1) => points.reduce((s, p) => s + (p[i] - mean[i]) * (p[j] - mean[j]), 0) / n;
  const a = Math.sqrt(moment(0, 0));
  const b = a > 0 ? moment(0, 1) / a : 0;
  const c = Math.sqrt(Math.max(0, moment(1, 1) - b * b));
  const outline = Array.from({ length: 49 }, (_, i): Point => {
    const [u, v] = [Math.cos((i * Math.PI) / 24), Math.sin((i * Math.PI) / 24)];
    return [mean[0] + a * u, mean[1] + b * u + c * v];
  });
  return { mean, outline };
}
