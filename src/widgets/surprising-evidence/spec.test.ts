import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { chances } from './Curve.tsx';
import { spec } from './spec.ts';
import { View } from './View.tsx';

type V = Values<typeof spec.params>;
const valuesOf = (change: Partial<V> = {}): V => ({ ...defaultValues(spec.params), ...change });
function read(change: Partial<V> = {}) {
  const values = valuesOf(change);
  const model = spec.compute(values);
  return (id: string) => spec.readouts[id].of(model, values);
}

describe('surprising-evidence', () => {
  it('agrees with the reference tests', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'diagnostic_test_information')) {
      const readout = read(input);
      closeInBits(readout('prior'), expected.H_disease_bits);
      closeInBits(readout('positive'), expected.H_given_pos_bits);
      closeInBits(readout('negative'), expected.H_given_neg_bits);
      closeInBits(readout('gain'), expected.I_bits);
      closeInBits(readout('expected'), expected.H_disease_bits - expected.I_bits);
      close(readout('posteriorPositive'), expected.PPV);
      close(1 - readout('posteriorNegative'), expected.NPV);
    }
  });

  it('tells what the error of the channel from state to result leaves: I = H(Y) − H(Y|X)', () => {
    const [prevalence, sensitivity, specificity] = [0.07, 0.81, 0.88];
    const readout = read({ prevalence, sensitivity, specificity });
    const noise = prevalence * binaryEntropy(sensitivity) + (1 - prevalence) * binaryEntropy(specificity);
    close(readout('gain'), binaryEntropy(readout('positiveProbability')) - noise);
  });

  it('counts 10 000 people as the textbook does', () => {
    const readout = read();
    expect(['ill', 'positives', 'truePositives', 'falsePositives'].map(readout)).toEqual([100, 585, 90, 495]);
  });

  it('keeps its laws in the corners of its ranges, where a result is nearly impossible', () => {
    const { params } = spec;
    for (const prevalence of [params.prevalence.min, 0.5, params.prevalence.max])
      for (const sensitivity of [params.sensitivity.min, 0.5, params.sensitivity.max])
        for (const specificity of [params.specificity.min, 0.5, params.specificity.max]) {
          const values = { prevalence, sensitivity, specificity };
          const model = spec.compute(values);
          for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
          for (const { of } of Object.values(spec.readouts)) expect(of(model, values)).toSatisfy(Number.isFinite);
        }
  });

  it('can be unsettled by either result, never by both', () => {
    expect(read()('rise')).toBeGreaterThan(0);
    const clear = read({ prevalence: 0.9, sensitivity: 0.7 });
    expect(clear('negative')).toBeGreaterThan(clear('prior'));
    expect(clear('rise')).toBeLessThan(0);
  });

  it('does not accept a common illness, or a perfect catch of the ill alone', () => {
    const judge = (id: string, change: Partial<V>) => {
      const values = valuesOf(change);
      return spec.challenges.find((challenge) => challenge.id === id)!.score(spec.compute(values), values);
    };
    expect(judge('one-bit-unsure', { prevalence: 0.5, sensitivity: 0.5, specificity: 0.5 })).toBeLessThanOrEqual(0.5);
    expect(judge('two-thirds', { prevalence: 0.5, specificity: 1, sensitivity: 1 })).toBeLessThanOrEqual(0.5);
    expect(judge('two-thirds', { sensitivity: 1 })).toBeLessThan(1);
    expect(judge('never-down', { prevalence: 0.3, sensitivity: 0.75, specificity: 0.25 })).toBe(1);
  });

  it('hints at false alarms while they outnumber the ill, then at the ill who are missed', () => {
    const { score, hints } = spec.challenges.find(({ id }) => id === 'two-thirds')!;
    const hinted = (sensitivity: number, specificity: number) => {
      const values = valuesOf({ prevalence: 0.01, sensitivity, specificity });
      const model = spec.compute(values);
      expect(score(model, values)).toBeLessThan(1);
      return hints.find(({ when }) => when(model, values))!.say;
    };
    // A good test read backwards tells as much, and by its positive results nothing for the illness.
    expect(hinted(0.01, 0.01)).toMatch(/Turn both/);
    for (const both of [0.5, 0.7, 0.95]) expect(hinted(both, both)).toMatch(/single false alarm/);
    expect(hinted(0.7, 0.995)).toMatch(/misses many/);
    expect(hinted(0.9, 0.99)).toMatch(/Nearly/);
  });

  it('leaves nearly a bit open in the risk group, where two in three who test positive are ill', () => {
    const values = valuesOf(spec.presets.find(({ id }) => id === 'at-risk')!.values);
    const { positive } = spec.compute(values);
    expect(positive.posterior).toBeCloseTo(2 / 3, 9);
    expect(positive.entropy / Math.LN2).toBeGreaterThan(0.9);
  });

  it('shows the part of the axis on which the beliefs lie', () => {
    expect(chances([0.01, 0.154, 0.001])).toEqual([0, 0.2]);
    expect(chances([0.5, 0.95, 0.1])).toEqual([0, 1]);
    expect(chances([0.9, 0.75, 0.98])).toEqual([0.5, 1]);
  });

  it('describes every preset in its own words and draws it at both widths', () => {
    const say = sayIn('bits');
    const described = spec.presets.map((preset) => {
      const values = valuesOf(preset.values);
      const model = spec.compute(values);
      for (const width of [640, 352]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html).toContain(say.amount(model.positive.entropy));
      }
      return spec.describe(model, values, say);
    });
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[0]).toContain('a positive result raises it to 0.619, a negative one lowers it to 0.012');
  });
});
