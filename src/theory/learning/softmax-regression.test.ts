import { describe, expect, it } from 'vitest';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { excessLoss, fitSoftmaxRegression, linearLogits } from './softmax-regression.ts';

const softmax = (logits: readonly number[]) => {
  const powers = logits.map((z) => Math.exp(z));
  const total = powers.reduce((sum, p) => sum + p, 0);
  return powers.map((p) => p / total);
};
const inputs = [[0.3, -1], [1, 0.5], [-0.7, 0.2], [0.1, 1.4], [2, -0.3]]; // prettier-ignore
const targets = [[1, 0, 0], [0, 1, 0], [0.2, 0.5, 0.3], [0, 0, 1], [0.6, 0.1, 0.3]]; // prettier-ignore

/** The sum that is made small, written down anew. */
function objective(weights: readonly (readonly number[])[], penalty: number, T: number, counts = inputs.map(() => 1)) {
  const losses = inputs.map((x, i) => {
    const q = softmax(weights.map((row) => (row[0] * x[0] + row[1] * x[1] + row[2]) / T));
    return -counts[i] * T * T * targets[i].reduce((sum, p, k) => sum + p * Math.log(q[k]), 0);
  });
  return [...losses, ...weights.flat().map((w) => (penalty * w * w) / 2)].reduce((a, b) => a + b, 0);
}

describe('softmax regression', () => {
  it('stops where no weight alone can be changed for the better, by differences of the sum', () => {
    for (const [penalty, T] of [[0.1, 1], [0.5, 3], [2, 0.5]]) {
      const counts = [1, 2, 0, 1, 0.5];
      const { weights, slope } = fitSoftmaxRegression({ inputs, targets, counts }, { penalty, temperature: T });
      expect(slope).toBeLessThan(1e-5);
      const h = 1e-4;
      weights.forEach((row, k) =>
        row.forEach((_, j) => {
          const moved = (by: number) => objective(weights.map((r, a) => r.map((w, b) => (a === k && b === j ? w + by : w))), penalty, T, counts); // prettier-ignore
          close(1 + (moved(h) - moved(-h)) / (2 * h), 1, 1e-5);
        }),
      );
    }
  }); // prettier-ignore

  it('finds the weights behind true probabilities from as many inputs as there are weights of a class', () => {
    const truth = [[1, -0.5, 0.2], [-0.3, 0.8, 0], [0.4, 0.1, -0.6]]; // prettier-ignore
    const three = inputs.slice(0, 3);
    const laws = linearLogits(truth, three).map(softmax);
    const { weights } = fitSoftmaxRegression({ inputs: three, targets: laws }, { penalty: 1e-9, temperature: 1 });
    const far = [5, -4];
    closeAll(softmax(linearLogits(weights, [far])[0]), softmax(linearLogits(truth, [far])[0]), 1e-5);
  });

  it('does the hand example: odds that double with every step cross one half far from both lessons', () => {
    // x = 1: 4 : 2 : 1; x = 2: 2 : 1 : 1. So C has odds 1 : 4, 1 : 2, 1, 2 against A.
    const lessons = { inputs: [[1], [2]], targets: [[4 / 7, 2 / 7, 1 / 7], [1 / 2, 1 / 4, 1 / 4]] }; // prettier-ignore
    const { weights } = fitSoftmaxRegression(lessons, { penalty: 1e-10, temperature: 1 });
    closeAll(softmax(linearLogits(weights, [[4]])[0]), [2 / 7, 1 / 7, 4 / 7], 1e-6);
    closeAll(softmax(linearLogits(weights, [[3]])[0]), [2 / 5, 1 / 5, 2 / 5], 1e-6);
  });

  it('matches centered logits by least squares when the temperature is high', () => {
    const wanted = [[2, 0, -1], [0, 1, 0.5], [-1, 2, 0], [1, 1, 3], [0, -2, 1]]; // prettier-ignore
    const [T, penalty, K] = [3e3, 0.4, 3];
    const hot = wanted.map((z) => softmax(z.map((one) => one / T)));
    const { weights } = fitSoftmaxRegression({ inputs, targets: hot }, { penalty, temperature: T });
    // Ridge regression, class by class: (XᵀX + λK)⁻¹Xᵀz, here by repeated steps downhill.
    const rows = inputs.map((x) => [...x, 1]);
    for (let k = 0; k < K; k++) {
      const centered = wanted.map((z) => z[k] - (z[0] + z[1] + z[2]) / 3);
      let w = [0, 0, 0];
      for (let step = 0; step < 2000; step++) {
        const off = rows.map((x, i) => x.reduce((sum, value, j) => sum + value * w[j], 0) - centered[i]);
        w = w.map(
          (value, j) => value - 0.05 * (rows.reduce((sum, x, i) => sum + x[j] * off[i], 0) + penalty * K * value),
        );
      }
      // Entries near 0 have fewer digits.
      w.forEach((value, j) =>
        Math.abs(value) > 0.05 ? close(weights[k][j], value, 3e-3) : close(1 + weights[k][j], 1 + value, 2e-4),
      );
    }
  });

  it('has logits that are products with the inputs and a constant', () => {
    closeAll(linearLogits([[1, -2, 0.5], [0, 3, 1]], [[2, 0.5], [1, 1]])[0], [1.5, 2.5], 1e-12); // prettier-ignore
  });

  it('costs what the mean divergence says', () => {
    const laws = [[0.2, 0.3, 0.5], [0, 0.4, 0.6]]; // prettier-ignore
    const logits = [[0.1, -0.4, 2], [1, 0, -300]]; // prettier-ignore
    const by = laws.map((law, i) => relativeEntropy(law, softmax(logits[i])));
    close(excessLoss([0.3, 0.7], laws, logits), 0.3 * by[0] + 0.7 * by[1], 1e-12);
    close(excessLoss([1, 0], laws, laws.map((law) => law.map((p) => Math.log(p + 1e-300)))), 0, 1e-12); // prettier-ignore
  });

  it('refuses targets that are no laws', () => {
    const bad = { inputs: [[1]], targets: [[0.5, 0.4]] };
    expect(() => fitSoftmaxRegression(bad, { penalty: 1, temperature: 1 })).toThrow('lessons.targets[0]');
  });
});
