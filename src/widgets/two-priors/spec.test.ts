import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { logEvidence } from '#theory/learning/dirichlet.ts';
import { expectedGainOfBeta } from '#theory/learning/beta-gain.ts';
import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, kept, logDensityOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const watch = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);

describe('two priors', () => {
  it('learns from one toss of any coin ln 2 − ½ nats, whichever side it shows', () => {
    for (const seed of [1, 2, 3]) close(watch({ tosses: 1, seed }).first.learned, Math.LN2 - 0.5, 1e-12);
  });

  it('has learned what the Beta laws say, and paid what their evidence says', () => {
    const { heads, first, second } = watch();
    for (const { before, after, learned, bill } of [first, second]) {
      expect(after).toEqual([before[0] + heads, before[1] + 256 - heads]);
      close(learned, dirichletDivergence(after, before), 1e-8);
      close(bill, -logEvidence([heads, 256 - heads], before), 1e-8);
    }
    close(first.next, (1 + heads) / 258, 1e-12);
  });

  it('has curves that pass through what is read beside them', () => {
    expect([kept[0], kept[kept.length - 1]]).toEqual([1, 4096]);
    for (const tosses of [16, 256, 4096]) {
      const { second } = watch({ tosses });
      const point = second.curve.find(({ n }) => n === tosses)!;
      close(point.learned, second.learned, 1e-12);
      close(point.expected!, second.expected, 1e-12);
    }
  });

  it('has densities that add up to one', () => {
    for (const [a, b] of [
      [1, 1],
      [20, 20],
      [0.5, 7],
    ]) {
      // prettier-ignore
      const logDensity = logDensityOf(a, b);
      close(
        integrateUnitInterval((x) => (x > 0 && x < 1 ? Math.exp(logDensity(x)) : 0)),
        1,
        1e-6,
      );
    }
  });

  it('tends to the logarithm of the ratio of the densities, with ever more tosses', () => {
    const { first, second } = watch();
    const limit = first.logDensity - second.logDensity;
    const gap = (n: number) => expectedGainOfBeta(20, 20, n, 0.7) - expectedGainOfBeta(1, 1, n, 0.7);
    close(gap(50_000), limit, 6e-3);
    expect(Math.abs(gap(50_000) - limit)).toBeLessThan(Math.abs(gap(5000) - limit));
  });

  it('has at the true coin the densities that the Beta function says', () => {
    const { first, second } = watch({ secondA: 3, secondB: 2 });
    // 12 x² (1 − x) at 0.7.
    close(second.logDensity, Math.log(12 * 0.49 * 0.3), 1e-9);
    close(first.logDensity, 0, 1e-12);
  });

  it('teaches a dogmatist nothing, and charges by the dogma', () => {
    const { heads, dogmatic } = watch({ dogma: 0.25 });
    close(dogmatic, -heads * Math.log(0.25) - (256 - heads) * Math.log(0.75), 1e-9);
    close(watch().dogmatic, 256 * Math.LN2, 1e-9);
  });

  it('gives the same ratio of two coins to every observer', () => {
    const [one, other] = [watch(), watch({ firstA: 7, secondB: 2, dogma: 0.9 })];
    expect(one.ratio).toBe(other.ratio);
    close(one.ratio, one.heads * Math.log(0.7 / 0.4) + (256 - one.heads) * Math.log(0.3 / 0.6), 1e-9);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('has said what the presets say', () => {
    const preset = (id: string) => watch(spec.presets.find((one) => one.id === id)!.values);
    const start = preset('two-observers');
    expect(start.second.foreseen).toBeLessThan(start.first.foreseen);
    expect(start.second.learned).toBeGreaterThan(start.first.learned);
    const fair = preset('fair-coin');
    expect(fair.second.learned).toBeLessThan(fair.first.learned);
    const few = preset('few-tosses');
    expect(few.second.learned).toBeLessThan(few.first.learned);
    const lucky = preset('lucky-dogma');
    expect(lucky.dogmatic).toBeLessThan(Math.min(lucky.first.bill, lucky.second.bill));
    const prejudice = preset('prejudice').second;
    expect(bits(prejudice.learned, 0)).toBe('29');
  });

  it('says what each has learned, and expected', () => {
    const said = spec.describe(watch(), valuesOf(), sayIn('bits'));
    expect(said).toMatch(
      /^256 tosses of a coin with heads 0\.70, 182 of them heads: .* has learned 3\.102 bits and expected 3\.406;/,
    );
    expect(said).toMatch(/the second, from Beta\(20, 20\), has learned 4\.875 and expected 1\.444/);
  });
});
