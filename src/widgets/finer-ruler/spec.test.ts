import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { differentialEntropyUniform } from '#theory/continuous/differential-entropy.ts';
import { relativeEntropyGaussian } from '#theory/continuous/gaussian.ts';
import { dimensionalEntropy, shapes } from '#theory/continuous/reading.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, densityAt, densityWithEdges } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (change: Partial<Asked>, id: keyof typeof spec.readouts) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));

describe('the finer ruler', () => {
  it('reads a normal law as the reference does', () => {
    // σ = 0.2 with Δ = 0.2 σ₀: the reference has σ = 1, and a reading depends on Δ/σ alone.
    const cases = oracleCases<Record<string, number>>('02_continuous', 'quantised_entropy_limit');
    for (const { input, expected } of cases.filter(({ input: { cell_width: width } }) =>
      [0.5, 0.25, 0.1].includes(width),
    )) {
      const marks = 1 / (0.2 * input.cell_width);
      close(read({ marks }, 'reading'), expected.H_quantised_nats, 1e-9);
      close(read({ marks }, 'sum'), expected.H_plus_ln_delta + Math.log(0.2), 1e-9);
      close(read({ marks }, 'h'), expected.h_nats + Math.log(0.2), 1e-9);
    }
  });

  it('gains a bit with each halving in the end, half a bit, or nothing', () => {
    for (const law of shapes) {
      const gain = read({ law, marks: 1000 }, 'gain');
      expect(gain / Math.LN2, law).toBeCloseTo(read({ law }, 'dimension'), 1);
      close(read({ law, marks: 500 }, 'gain'), read({ law, marks: 1000 }, 'gainBefore'), 1e-9);
    }
    close(read({ law: 'uniform', deviation: 1 / Math.sqrt(12), marks: 8 }, 'reading'), 3 * Math.LN2, 1e-9);
  });

  it('moves h and nothing else when lengths are written in centimeters', () => {
    for (const law of shapes) {
      const both = (id: keyof typeof spec.readouts) => [
        read({ law }, id),
        read({ law, lengthUnit: 'centimeters' }, id),
      ];
      expect(both('reading')[1]).toBeCloseTo(both('reading')[0], 9);
      expect(both('gain')[1]).toBeCloseTo(both('gain')[0], 9);
      if (read({ law }, 'dimension') === 1) {
        close(both('h')[1] - both('h')[0], Math.log(100), 1e-9);
        expect(both('divergence')[1]).toBeCloseTo(both('divergence')[0], 9);
      }
    }
    close(read({ lengthUnit: 'centimeters' }, 'shift'), Math.log(100));
    expect(read({}, 'shift')).toBe(0);
    expect([read({}, 'width'), read({ lengthUnit: 'centimeters' }, 'width')]).toEqual([0.1, 10]);
    expect([read({}, 'deviation'), read({ lengthUnit: 'centimeters' }, 'deviation')]).toEqual([0.2, 20]);
  });

  it('has the divergence to the normal law that an integral gives', () => {
    for (const law of ['uniform', 'triangle', 'exponential', 'bumps', 'gap'] as const) {
      const step = 1e-3;
      const middles = Array.from({ length: 10_000 }, (_, i) => -5 + (i + 0.5) * step);
      const total = densityAt(law, 0.3, middles).reduce((sum, [x, f]) => {
        const logNormal = -0.5 * (x / 0.3) ** 2 - Math.log(0.3 * Math.sqrt(2 * Math.PI));
        return f > 0 ? sum + f * (Math.log(f) - logNormal) * step : sum;
      }, 0);
      expect(total, law).toBeCloseTo(read({ law, deviation: 0.3 }, 'divergence'), 2);
    }
    const law = { mean: 0, deviation: 0.2 };
    close(read({}, 'divergence'), relativeEntropyGaussian(law, law));
    close(read({}, 'normal'), dimensionalEntropy('normal', 0.2).entropy);
    close(read({ law: 'uniform' }, 'h'), differentialEntropyUniform(0.2 * Math.sqrt(12)), 1e-12);
  });

  it('draws a jump where it is', () => {
    const edge = 0.2 * Math.sqrt(3);
    const places = Array.from({ length: 41 }, (_, i) => -1 + i / 20);
    const drawn = densityWithEdges('uniform', 0.2, places);
    expect(drawn).toHaveLength(places.length + 4);
    for (const side of [-edge, edge]) expect(drawn.filter(([x]) => Math.abs(x - side) < 1e-6)).toHaveLength(2);
    expect(densityWithEdges('normal', 0.2, places)).toHaveLength(places.length);
  });

  it('has no differential entropy without a density', () => {
    for (const law of ['counts', 'rain'] as const)
      for (const id of ['h', 'divergence', 'sum'] as const)
        expect(spec.readouts[id].none!(compute(valuesOf({ law })), valuesOf({ law }))).toBe(true);
    close(read({ law: 'counts', marks: 1000 }, 'reading'), 2 * Math.LN2, 1e-12);
  });

  it('has numbers in its presets that it shows there', () => {
    const why = (id: string) => spec.presets.find((preset) => preset.id === id)!.why;
    const more = read({ marks: 100 }, 'reading') - read({ marks: 10 }, 'reading');
    expect(why('fine')).toContain(`${(more / Math.LN2).toFixed(2)} bits more`);
    expect(why('fine')).toContain(`log₂ 10 = ${Math.log2(10).toFixed(2)},`);
    // “In the end”: on coarse rulers a halving adds less than a bit.
    expect(read({ marks: 1 }, 'gain') / Math.LN2).toBeLessThan(0.1);
    expect(read({ marks: 500 }, 'gain') / Math.LN2).toBeCloseTo(1, 3);
    expect(why('centimeters')).toContain(
      `${(read({ lengthUnit: 'centimeters' }, 'shift') / Math.LN2).toFixed(2)} bits`,
    );
    expect(why('uniform')).toContain(`${(0.29 * Math.sqrt(12)).toFixed(3)} meters`);
  });

  it('begins with a negative differential entropy, whatever the density', () => {
    for (const law of shapes) if (read({ law }, 'dimension') === 1) expect(read({ law }, 'h'), law).toBeLessThan(0);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges)
      expectSolvable(
        challenge,
        stateOf(valuesOf(challenge.start ?? {})),
        stateOf(valuesOf({ ...challenge.start, ...challenge.solution })),
      );
  });
});
