import { describe, expect, it } from 'vitest';
import { closeAll, close } from '../../fixtures/oracle.ts';
import { uniforms } from './random.ts';
import { descend, drawNetwork, layersOf, lossGradient, type Activation } from './small-network.ts';

const inputs = Float64Array.of(1, -1, 0.5, 2, -1, 0.3);
const examples = { inputs, labels: [1, 0] };
const of = (activation: Activation) => ({ widths: [3, 4, 2, 1], activation });

describe('a small network', () => {
  it('by hand: two inputs, one hidden unit', () => {
    const shape = { widths: [2, 1, 1], activation: 'tanh' as const };
    // tanh(0.5·1 − 1·2 + 0.25) = tanh(−1.25), then 2 tanh(−1.25) + 0.1.
    const [hidden, odds] = layersOf(shape, Float64Array.of(0.5, -1, 0.25, 2, 0.1), Float64Array.of(1, 2));
    close(hidden[0], Math.tanh(-1.25));
    close(odds[0], 2 * Math.tanh(-1.25) + 0.1);
    const relu = layersOf(
      { ...shape, activation: 'relu' },
      Float64Array.of(0.5, -1, 0.25, 2, 0.1),
      Float64Array.of(1, 2),
    );
    expect([relu[0][0], relu[1][0]]).toEqual([0, 0.1]);
  });

  it.each(['tanh', 'relu', 'linear'] as const)('has the gradient of differences, %s', (activation) => {
    const shape = of(activation);
    const parameters = drawNetwork(shape, uniforms(3));
    const { gradient } = lossGradient(shape, parameters, examples);
    const differences = Array.from(parameters, (value, i) => {
      const at = (x: number) =>
        lossGradient(
          shape,
          parameters.map((p, j) => (j === i ? x : p)),
          examples,
        ).loss;
      return (at(value + 1e-5) - at(value - 1e-5)) / 2e-5;
    });
    closeAll(
      Array.from(gradient, (g) => g + 1),
      differences.map((g) => g + 1),
      1e-8,
    );
  });

  it('learns what it is shown, and what is not random stays as it is', () => {
    const shape = of('tanh');
    const start = drawNetwork(shape, uniforms(5));
    const run = () => {
      let last = start;
      for (const parameters of descend(shape, start, examples, { rate: 0.3, momentum: 0.9, steps: 60 }))
        last = parameters;
      return last;
    };
    expect(run()).toEqual(run());
    expect(lossGradient(shape, run(), examples).loss).toBeLessThan(0.01);
    // Without steps it is what it was; one step goes down the gradient.
    const [still] = [...descend(shape, start, examples, { rate: 0.3, momentum: 0, steps: 0 })];
    expect(still).toEqual(start);
    const { gradient } = lossGradient(shape, start, examples);
    for (const [i, parameters] of [...descend(shape, start, examples, { rate: 0.5, momentum: 0, steps: 1 })].entries())
      if (i === 1)
        closeAll(
          Array.from(parameters),
          Array.from(start, (p, j) => p - 0.5 * gradient[j]),
          1e-12,
        );
  });

  it('draws weights of the variance that is promised', () => {
    const shape = { widths: [50, 400, 1], activation: 'relu' as const };
    const weights = drawNetwork(shape, uniforms(1)).slice(0, 20_000);
    const square = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    expect(Math.abs(50 * square - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
    expect([...drawNetwork(shape, uniforms(1)).slice(20_000, 20_400)].every((b) => b === 0)).toBe(true);
  });

  it('refuses what does not fit', () => {
    expect(() => drawNetwork({ widths: [3, 2], activation: 'tanh' }, uniforms(1))).toThrow(RangeError);
    expect(() => layersOf(of('tanh'), new Float64Array(3), inputs)).toThrow(/^parameters must have 29 entries/);
    expect(() => lossGradient(of('tanh'), new Float64Array(29), { inputs, labels: [1, 0.5] })).toThrow(/^labels\[1\]/);
  });
});
