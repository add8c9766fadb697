import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { bestProbe, probeLogProbabilities, usableInformation } from './usable-information.ts';

const corners = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
const xor = [[0.25, 0], [0, 0.25], [0, 0.25], [0.25, 0]]; // prettier-ignore

/** A random problem: places with features, and a joint law of places and labels. */
function drawn(seed: number, places: number, size: number, labels: number) {
  const u = uniforms(seed);
  const features = Array.from({ length: places }, () => Array.from({ length: size }, () => 4 * u() - 2));
  const weights = features.map(() => Array.from({ length: labels }, () => u() ** 3 + 0.01));
  const total = weights.flat().reduce((a, b) => a + b, 0);
  return { features, joint: weights.map((row) => row.map((w) => w / total)) };
}

/** Plain gradient descent with a small fixed step from another start: slow, and nothing in common with Newton's method. */
function descended(features: number[][], joint: number[][], ridge: number, steps: number) {
  const labels = joint[0].length;
  const size = features[0].length + 1;
  const w = Array.from({ length: labels }, (_, y) => Array.from({ length: size }, (_, i) => (y < labels - 1 ? 0.3 * ((i % 3) - 1) : 0))); // prettier-ignore
  const loss = (update: boolean) => {
    const slope = w.map((row, y) => row.map((x, i) => (y < labels - 1 && i < size - 1 ? ridge * x : 0)));
    let total = 0;
    features.forEach((features, t) => {
      const x = [...features, 1];
      const z = w.map((row) => Math.exp(row.reduce((sum, value, i) => sum + value * x[i], 0)));
      const norm = z.reduce((a, b) => a + b, 0);
      const mass = joint[t].reduce((a, b) => a + b, 0);
      joint[t].forEach((p, y) => {
        if (p > 0) total -= p * Math.log(z[y] / norm);
        if (y < labels - 1) x.forEach((value, i) => (slope[y][i] += (mass * (z[y] / norm) - p) * value));
      });
    });
    if (update) w.forEach((row, y) => y < labels - 1 && row.forEach((_, i) => (row[i] -= 0.4 * slope[y][i])));
    return total;
  };
  for (let step = 0; step < steps; step++) loss(true);
  return loss(false);
}

describe('usable information', () => {
  it('of XOR is nothing to a linear probe of the two bits, and the whole bit once their AND is told', () => {
    expect(usableInformation(corners, xor)).toBeLessThan(1e-12);
    close(mutualInformation(xor), Math.LN2);
    close(
      usableInformation(
        corners.map(([a, b]) => [a, b, a * b]),
        xor,
      ),
      Math.LN2,
      1e-9,
    );
  });

  it('is the mutual information where every place has a feature of its own', () => {
    const { joint } = drawn(3, 5, 1, 3);
    const oneHot = joint.map((_, t) => joint.map((_, s) => (s === t ? 1 : 0)));
    close(usableInformation(oneHot, joint), mutualInformation(joint), 1e-9);
  });

  it('of two places is the mutual information: a line says any two probabilities', () => {
    const joint = [[0.3, 0.1], [0.2, 0.4]]; // prettier-ignore
    close(usableInformation([[0], [1]], joint), mutualInformation(joint), 1e-10);
    const { weights } = bestProbe([[0], [1]], joint);
    closeAll(probeLogProbabilities(weights, [0]).map(Math.exp), [0.75, 0.25], 1e-8);
    closeAll(probeLogProbabilities(weights, [1]).map(Math.exp), [1 / 3, 2 / 3], 1e-8);
  });

  it('is what another optimizer finds, with and without a ridge', () => {
    for (const [seed, places, size, labels, ridge] of [
      [1, 12, 2, 2, 0],
      [2, 9, 3, 3, 0],
      [5, 20, 2, 4, 0.05],
    ] as const) {
      const { features, joint } = drawn(seed, places, size, labels);
      const found = bestProbe(features, joint, ridge);
      expect(found.crossEntropy).toBeCloseTo(descended(features, joint, ridge, 20_000), 6);
    }
  });

  it('is calibrated at its best: the mean features of each label are those that it predicts', () => {
    const { features, joint } = drawn(8, 14, 3, 3);
    const { weights, crossEntropy } = bestProbe(features, joint);
    const laws = features.map((x) => Array.from(probeLogProbabilities(weights, x), Math.exp));
    const mass = joint.map((row) => row.reduce((a, b) => a + b, 0));
    for (let y = 0; y < 3; y++)
      for (const of of [() => 1, ...[0, 1, 2].map((i) => (t: number) => features[t][i])]) {
        const [told, true_] = [laws.map((law, t) => mass[t] * law[y]), joint.map((row) => row[y])].map((p) =>
          p.reduce((sum, value, t) => sum + value * of(t), 0),
        );
        expect(told).toBeCloseTo(true_, 6);
      }
    // So that what it costs is what it expects to cost.
    const expected = laws.reduce((sum, law, t) => sum - mass[t] * law.reduce((h, q) => h + q * Math.log(q), 0), 0);
    expect(crossEntropy).toBeCloseTo(expected, 6);
  });

  it('is never more than the mutual information and never less than nothing, and more features never take from it', () => {
    for (let seed = 10; seed < 22; seed++) {
      const { features, joint } = drawn(seed, 10, 4, 2 + (seed % 3));
      const few = usableInformation(
        features.map((row) => row.slice(0, 2)),
        joint,
      );
      const all = usableInformation(features, joint);
      expect(few).toBeGreaterThanOrEqual(0);
      expect(all).toBeGreaterThan(few - 1e-9);
      expect(all).toBeLessThan(mutualInformation(joint) + 1e-9);
    }
  });

  it('does not mind features that say the same twice, or nothing', () => {
    const { features, joint } = drawn(4, 8, 2, 2);
    const once = usableInformation(features, joint);
    close(
      usableInformation(
        features.map(([a, b]) => [a, b, a, a + b, 7]),
        joint,
      ),
      once,
      1e-8,
    );
    expect(
      usableInformation(
        features.map(() => [3]),
        joint,
      ),
    ).toBeLessThan(1e-12);
  });

  it('reaches the limit where a border parts the labels, and only there has no cost', () => {
    const line = [[0], [1], [2], [3]];
    const parted = [[0.25, 0], [0.25, 0], [0, 0.25], [0, 0.25]]; // prettier-ignore
    expect(bestProbe(line, parted).crossEntropy).toBeLessThan(1e-9);
    // One place tells nothing, the others everything: a limit on one side.
    const half = [[0.25, 0], [0.125, 0.125], [0, 0.25], [0, 0.25]]; // prettier-ignore
    close(bestProbe(line, half).crossEntropy, 0.25 * binaryEntropy(0.5), 1e-8);
  });

  it('refuses one label, and rows that do not fit', () => {
    expect(() => bestProbe([[1], [2]], [[0.5], [0.5]])).toThrow('two labels');
    expect(() => bestProbe([[1]], [[0.25, 0.25], [0.25, 0.25]])).toThrow(RangeError); // prettier-ignore
    expect(() => probeLogProbabilities([[1, 2]], [1, 2])).toThrow('features');
  });
});
