import { resemblingKinds, type KindsOfInputs } from '#theory/belief/resembling-kinds.ts';

/** A in the middle, the others around it: each resembles A and its two neighbors. */
export const kinds = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** Inputs are the squares of a board with so many in a row, from −reach to reach. */
export const [side, reach] = [21, 2.2];
const radius = 1.2;

const place = (i: number) => -reach + (2 * reach * i) / (side - 1);
export const inputs: readonly (readonly number[])[] = Array.from({ length: side * side }, (_, i) => [
  place(i % side),
  place(Math.floor(i / side)),
]);
export const centers: readonly (readonly number[])[] = kinds.map((_, k) => {
  const angle = (2 * Math.PI * (k - 1)) / 5;
  return k === 0 ? [0, 0] : [radius * Math.sin(angle), radius * Math.cos(angle)];
});

export interface World extends KindsOfInputs {
  /** H(Y|X), in nats. */
  readonly unavoidable: number;
  /** The share of A that is known as A, by whoever knows the law, and the share of wrong first guesses. */
  readonly recall: number;
  readonly mistakes: number;
}

export const firstGuess = (scores: readonly number[]) => scores.reduce((best, score, k) => (score > scores[best] ? k : best), 0); // prettier-ignore

/** The share of all A for which A is the first guess. */
export const recallOfA = (world: KindsOfInputs, scores: readonly (readonly number[])[]) =>
  scores.reduce((sum, row, i) => sum + (firstGuess(row) === 0 ? world.likelihoods[0][i] : 0), 0);

/** The share of inputs whose first guess is wrong. */
export const mistakesOf = (world: KindsOfInputs, scores: readonly (readonly number[])[]) =>
  scores.reduce((sum, row, i) => sum + world.masses[i] * (1 - world.laws[i][firstGuess(row)]), 0);

export function worldOf({ scatter, width }: { readonly scatter: number; readonly width: number }): World {
  const world = resemblingKinds(
    inputs,
    centers,
    kinds.map((_, k) => (k === 0 ? scatter * width : scatter)),
  );
  const { masses, laws } = world;
  const unavoidable = masses.reduce(
    (sum, mass, i) => sum - mass * laws[i].reduce((inner, p) => inner + (p > 0 ? p * Math.log(p) : 0), 0),
    0,
  );
  return { ...world, unavoidable, recall: recallOfA(world, laws), mistakes: mistakesOf(world, laws) };
}
