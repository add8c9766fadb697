import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import { uniforms } from './random.ts';
import { networkLogits, trainSoftmaxNetwork, type SoftmaxNetwork } from './softmax-network.ts';

const examples = { inputs: [[0.2, -1], [1, 0.4], [-0.5, 0.3], [0.9, 0.9]], labels: [0, 1, 2, 1] }; // prettier-ignore
const training = { hidden: 3, classes: 3, rate: 0.01, steps: 1 };

const lossOf = (network: SoftmaxNetwork) =>
  examples.inputs.reduce((sum, x, i) => {
    const logits = networkLogits(network, x);
    const total = logits.reduce((all, z) => all + Math.exp(z), 0);
    return sum + (Math.log(total) - logits[examples.labels[i]]) / examples.inputs.length;
  }, 0);

describe('a network with one hidden layer and a softmax', () => {
  it('moves each parameter by the rate against its slope in the first step, as Adam does', () => {
    let first: Float64Array | undefined;
    let start: SoftmaxNetwork | undefined;
    for (const network of trainSoftmaxNetwork(examples, training, uniforms(3))) {
      if (!first) {
        first = Float64Array.from(network.parameters);
        start = { ...network, parameters: first };
        continue;
      }
      const h = 1e-5;
      network.parameters.forEach((now, p) => {
        const at = (by: number) => lossOf({ ...start!, parameters: first!.map((w, q) => (q === p ? w + by : w)) });
        const slope = (at(h) - at(-h)) / (2 * h);
        // rate · g / (|g| + ε)
        close(now, first![p] - (0.01 * slope) / (Math.abs(slope) + 1e-8), 1e-5);
      });
    }
  });

  it('computes its logits as written down', () => {
    const network = {
      inputs: 1,
      hidden: 2,
      classes: 2,
      parameters: Float64Array.of(0.5, 0.1, -1, 0, 1, 2, 0.3, -1, 0.5, 0),
    };
    const [a, b] = [Math.tanh(0.5 * 2 + 0.1), Math.tanh(-2)];
    const logits = networkLogits(network, [2]);
    close(logits[0], a + 2 * b + 0.3, 1e-12);
    close(logits[1], -a + 0.5 * b, 1e-12);
  });

  it('learns four labels by heart, the same way for the same seed', () => {
    const run = () => {
      let last = Infinity;
      for (const network of trainSoftmaxNetwork(examples, { ...training, rate: 0.05, steps: 300 }, uniforms(1)))
        last = lossOf(network);
      return last;
    };
    expect(run()).toBeLessThan(0.1);
    expect(run()).toBe(run());
  });
});
