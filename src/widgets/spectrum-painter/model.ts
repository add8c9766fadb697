import { rowsOfSpectrum } from '#sim/clouds.ts';
import {
  codingRate,
  effectiveRank,
  effectiveRankOfSingularValues,
  participationRatio,
  representationSpectrum,
  stableRank,
  vonNeumannEntropy,
} from '#theory/geometry/representation.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { texts, type Asked } from './parameters.ts';

/** Three directions, and vectors in them. Amounts are in nats. */
export interface Painting {
  /** Of ZᵀZ/n, by direction: what was painted, times the square of the scale. */
  readonly eigenvalues: readonly number[];
  readonly entropy: number;
  readonly rate: number;
  /** What the rate would be if the same total were even. */
  readonly mostRate: number;
  /** e^S; the same of the singular values; (Σλ)²/Σλ²; Σλ/max λ. */
  readonly ranks: readonly [entropy: number, singular: number, squares: number, largest: number];
  /** Normal vectors with exactly this spectrum, and a letter's vector for each letter of the text: the same spectrum. */
  readonly cloud: readonly (readonly number[])[];
  readonly letters: readonly (readonly number[])[];
  readonly textEntropy: number;
  /** Of a text of these vectors, from all of its vectors, one for each letter written. */
  readonly ofLetters: readonly number[];
}

export const points = 140;
const seed = 3;
/** Letters of the texts: of this many, the shares are whole numbers. */
const written = 60;

/** One direction for each letter, as long as it takes: Σ p vvᵀ is then diagonal with the eigenvalues. */
export const letterVectors = (shares: readonly number[], eigenvalues: readonly number[]): number[][] =>
  shares.map((p, i) => eigenvalues.map((value, j) => (i === j ? Math.sqrt(value / p) : 0)));

let drawn: readonly (readonly number[])[] | undefined;

export function compute({ first, second, third, scale, precision, text }: Asked): Painting {
  const eigenvalues = [first, second, third].map((value) => value * scale ** 2);
  const { shares } = texts[text];
  const letters = letterVectors(shares, eigenvalues);
  const rows = letters.flatMap((row, i) => Array.from({ length: Math.round(shares[i] * written) }, () => row));
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  const even = eigenvalues.map(() => total / eigenvalues.length);
  drawn ??= rowsOfSpectrum([1, 1, 1], points, seed);
  return {
    eigenvalues,
    entropy: vonNeumannEntropy(eigenvalues),
    rate: codingRate(eigenvalues, precision),
    mostRate: codingRate(even, precision),
    ranks: [
      effectiveRank(eigenvalues),
      effectiveRankOfSingularValues(eigenvalues.map(Math.sqrt)),
      participationRatio(eigenvalues),
      stableRank(eigenvalues),
    ],
    cloud: drawn.map((row) => row.map((value, j) => value * Math.sqrt(eigenvalues[j]))),
    letters,
    textEntropy: entropy(shares),
    ofLetters: representationSpectrum(rows),
  };
}
