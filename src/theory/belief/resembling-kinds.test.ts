import { expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { resemblingKinds } from './resembling-kinds.ts';

const points = [[0, 0], [1, 0], [0, 1], [2, 1]]; // prettier-ignore
const centers = [[0, 0], [2, 0], [0, 3]]; // prettier-ignore

it('has laws by Bayes’ rule, and masses that add up', () => {
  const { likelihoods, masses, laws } = resemblingKinds(points, centers, [0.5, 1, 2]);
  close(masses.reduce((sum, mass) => sum + mass, 0), 1, 1e-12); // prettier-ignore
  likelihoods.forEach((of) => close(of.reduce((sum, p) => sum + p, 0), 1, 1e-12)); // prettier-ignore
  // By hand: unnormalized weights of the four points for the first kind are 1, e^−2, e^−2, e^−10.
  const total = 1 + 2 * Math.exp(-2) + Math.exp(-10);
  closeAll(likelihoods[0], [1, Math.exp(-2), Math.exp(-2), Math.exp(-10)].map((w) => w / total), 1e-12); // prettier-ignore
  laws.forEach((law, i) => closeAll(law.map((p) => p * masses[i] * 3), likelihoods.map((of) => of[i]), 1e-12)); // prettier-ignore
});

it('has log-odds that are linear in the input where all scatter alike', () => {
  const { laws } = resemblingKinds([[0, 0], [1, 0], [2, 0], [5, 0]], centers, [0.8, 0.8, 0.8]); // prettier-ignore
  const odds = laws.map((law) => Math.log(law[1] / law[0]));
  close(odds[1] - odds[0], odds[2] - odds[1], 1e-9);
  close(odds[3] - odds[0], 5 * (odds[1] - odds[0]), 1e-9);
  close(odds[1] - odds[0], 2 / 0.64, 1e-9);
});

it('is even where nothing comes, and refuses kinds that reach nothing', () => {
  const { laws, masses } = resemblingKinds([[0], [1e4]], [[0], [0]], [1, 1]);
  expect(masses[1]).toBe(0);
  expect(laws[1]).toEqual([0.5, 0.5]);
  expect(() => resemblingKinds([[0]], [[1e200]], [1e-10])).toThrow('scatters');
});
