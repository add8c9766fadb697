import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { letterOf, nameOf } from './names.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

type V = Values<typeof spec.params>;
const valuesOf = (change: Partial<V> = {}): V => ({ ...defaultValues(spec.params), ...change });
const modelOf = (change: Partial<V> = {}) => spec.compute(valuesOf(change));
function read(change: Partial<V> = {}) {
  const model = modelOf(change);
  return (id: string) => spec.readouts[id].of(model, valuesOf(change));
}

describe('dirichlet-sparsity', () => {
  it('agrees with the reference values for the entropy of the shares', () => {
    for (const { input, expected } of oracleCases('06_dirichlet', 'expected_entropy_symmetric_dirichlet')) {
      const readout = read({ scale: input.R, sources: input.N });
      close(readout('cost'), expected.E_H_alpha_nats);
      close(readout('logSources'), expected.ln_N);
      close(readout('ceiling'), expected.limit_N_inf);
      close(readout('ceiling') - readout('short'), expected.E_H_alpha_nats);
    }
  });

  it('agrees with the reference values for the number of sources', () => {
    for (const { input, expected } of oracleCases('06_dirichlet', 'expected_distinct_components')) {
      const readout = read({ scale: input.R, sources: input.N, documents: input.M });
      close(readout('distinct'), expected.E_distinct);
      close(readout('distinctLimit'), expected.E_distinct_N_inf);
      close(readout('published'), expected['paper_proxy_R_ln(1+M/R)']);
      close(readout('bound'), Math.min(expected['valid_upper_1+R_ln(1+(M-1)/R)'], expected['min(N,M)']));
    }
  });

  it('says what names tell about the shares, and what a name costs when R grows with N', () => {
    const readout = read();
    expect(readout('learned') / Math.LN2).toBeCloseTo(99.3511043, 6);
    expect(readout('firstNames') / Math.LN2).toBeCloseTo(88.3367811, 6);
    expect(readout('effective')).toBeCloseTo(9.729, 3);
    // The first name alone: log N − E H(α) in both.
    const first = read({ documents: 1 });
    close(first('learned'), first('firstNames'));
  });

  it('has a count that the quoted formula misses by less than one, for every R and M', () => {
    for (const scale of [0.1, 0.2, 1, 5, 50])
      for (const documents of [1, 2, 10, 1000, 10_000]) {
        const readout = read({ scale, documents, sources: 1_000_000 });
        const short = readout('distinctLimit') - readout('published');
        expect(short).toBeGreaterThan(0);
        expect(short).toBeLessThan(1);
      }
  });

  it('has simulations that agree with the exact values', () => {
    for (const [scale, sources, documents] of [
      [5, 1000, 60],
      [0.3, 8, 20],
      [50, 1_000_000, 10_000],
      [2, 3, 4],
    ]) {
      const { exact, simulated } = modelOf({ scale, sources, documents, seed: 11 });
      expect(Math.abs(simulated.entropy.mean - exact.entropy)).toBeLessThan(5 * simulated.entropy.error);
      expect(Math.abs(simulated.distinct.mean - exact.distinct)).toBeLessThan(5 * simulated.distinct.error);
    }
  });

  it('makes documents that obey the exact mean, in both modes', () => {
    for (const mode of ['weights', 'urn'] as const) {
      const values = { mode, scale: 2, sources: 30, documents: 25 };
      const seen = Array.from({ length: 400 }, (_, seed) => read({ ...values, seed })('seen'));
      const mean = seen.reduce((sum, k) => sum + k, 0) / seen.length;
      const variance = seen.reduce((sum, k) => sum + (k - mean) ** 2, 0) / (seen.length - 1);
      expect(Math.abs(mean - read(values)('distinct'))).toBeLessThan(4 * Math.sqrt(variance / seen.length));
    }
  });

  it('adds documents to those that are there', () => {
    for (const mode of ['weights', 'urn'] as const) {
      const few = Array.from(modelOf({ mode, documents: 40 }).labels);
      const many = Array.from(modelOf({ mode, documents: 41 }).labels);
      expect(many.slice(0, 40)).toEqual(few);
    }
  });

  it('shows in the urn the chances of the next document', () => {
    const values = { mode: 'urn', scale: 2, sources: 5, documents: 12 } as const;
    const { shares, rest } = modelOf(values);
    expect(rest.count + shares.length).toBe(5);
    for (const { share, documents } of shares) close(share, (documents + 0.4) / 14);
    close(rest.share, (0.4 * rest.count) / 14);
  });

  it('has the triangle exactly where there are three sources with drawn shares', () => {
    const { triangle, shares } = modelOf({ sources: 3 });
    expect(triangle!.corners.map(({ name }) => name).sort()).toEqual([0, 1, 2]);
    close(
      triangle!.corners.reduce((sum, { share }) => sum + share, 0),
      1,
    );
    expect(shares).toHaveLength(3);
    expect(modelOf({ sources: 4 }).triangle).toBeUndefined();
    expect(modelOf({ sources: 3, mode: 'urn' }).triangle).toBeUndefined();
  });

  it('keeps its laws in the corners of its ranges', () => {
    for (const scale of [0.1, 50])
      for (const sources of [2, 1_000_000])
        for (const documents of [1, 10_000])
          for (const mode of ['weights', 'urn'] as const) {
            const values = valuesOf({ scale, sources, documents, mode });
            const model = spec.compute(values);
            for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
            for (const { of } of Object.values(spec.readouts)) expect(of(model, values)).toSatisfy(Number.isFinite);
          }
  });

  it('does not accept sparse priors of few sources, or the formula where it is nearly right', () => {
    const judge = (id: string, change: Partial<V>) =>
      spec.challenges.find((challenge) => challenge.id === id)!.score(modelOf(change), valuesOf(change));
    expect(judge('cheap-million', { scale: 0.1, sources: 10 })).toBeLessThan(0.5);
    expect(judge('cheap-million', { sources: 1_000_000 })).toBeLessThan(1);
    expect(judge('formula-fails', { documents: 10_000 })).toBeLessThan(0.2);
    expect(judge('formula-fails', { sources: 2, documents: 100 })).toBe(0);
    expect(judge('n-matters', { scale: 50, sources: 1000 })).toBeLessThan(1);
    expect(judge('n-matters', { scale: 50, sources: 2 })).toBeLessThan(1);
    expect(judge('n-matters', { scale: 50, sources: 4 })).toBe(1);
    expect(judge('n-matters', { scale: 50, sources: 7 })).toBe(1);
  });

  it('hints at what is the matter', () => {
    const hint = (id: string, change: Partial<V>) =>
      spec.challenges.find((challenge) => challenge.id === id)!.hints.find(({ when }) => when(modelOf(change), valuesOf(change)))!.say; // prettier-ignore
    // Where even among ten thousand documents the count and the formula differ in proportion.
    const far = { scale: 0.1, sources: 1_000_000, documents: 10_000 };
    expect(modelOf(far).exact.distinct / modelOf(far).exact.published).toBeGreaterThan(1.7);
    expect(hint('formula-fails', far)).toContain('differ by less than one');
    // R below 1, and a name still costs more than a bit.
    const near = { scale: 0.6, sources: 1_000_000 };
    expect(modelOf(near).exact.entropy).toBeGreaterThan(Math.LN2);
    expect(hint('cheap-million', near)).toContain('not much above one half');
  });

  it('has a library of a dozen authors', () => {
    const values = valuesOf(spec.presets.find(({ id }) => id === 'library')!.values);
    expect(spec.readouts.seen.of(spec.compute(values), values)).toBe(12);
  });

  it('names sources by letters, and all of them in the table', () => {
    expect([0, 25, 26].map(letterOf)).toEqual(['A', 'Z', '·']);
    expect(nameOf(26)).toBe('no. 27');
  });

  it('describes every preset in its own words and draws it at both widths', () => {
    const say = sayIn('bits');
    const described = spec.presets.map((preset) => {
      const values = valuesOf(preset.values);
      const model = spec.compute(values);
      for (const width of [640, 328, 280]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html).toContain(say.amount(model.exact.entropy));
      }
      return spec.describe(model, values, say);
    });
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[0]).toContain(
      'takes 3.282 bits on average once the shares are known; for equal shares it would be 9.966. ' +
        'Among 60 documents 13.2 different sources are expected',
    );
  });
});
