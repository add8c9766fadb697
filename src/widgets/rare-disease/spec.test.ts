import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';
import { bestAction } from '#theory/belief/decision.ts';
import { diagnosticTest } from '#theory/belief/bayes.ts';
import { close } from '../../../fixtures/oracle.ts';
import { alarmsOf, compute, paidWith } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));

describe('rare-disease', () => {
  it('says 0.2/1.18 of two percent with weight ten, and 2 percent undone', () => {
    close(read('said'), 0.2 / 1.18);
    close(read('said', { undo: true }), 0.02);
    close(read('said', { weight: 49 }), 0.5);
    close(read('threshold'), 1 / 11);
  });

  it('has the alarms, the area and the costs of a hundred thousand drawn patients', () => {
    const next = uniforms(5);
    const n = 100_000;
    let [ill, hits, falseAlarms, paid, square] = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const isIll = next() < 0.1;
      const x = drawNormal(next) + (isIll ? 1.5 : 0);
      const odds = 10 * (0.1 / 0.9) * Math.exp(1.5 * x - 1.125);
      const q = odds / (1 + odds);
      const cost = -Math.log(isIll ? q : 1 - q);
      paid += cost;
      square += cost ** 2;
      if (isIll) ill++;
      if (q >= 0.5 && isIll) hits++;
      if (q >= 0.5 && !isIll) falseAlarms++;
    }
    const change = { prevalence: 0.1, separation: 1.5 };
    const near = (mean: number, exact: number, error: number) => expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
    near(hits / ill, read('hits', change), Math.sqrt(0.25 / ill));
    near(falseAlarms / (n - ill), read('falseAlarms', change), Math.sqrt(0.25 / (n - ill)));
    near(paid / n, read('paid', change), Math.sqrt((square / n - (paid / n) ** 2) / n));
    const { roc, area } = compute(valuesOf(change));
    let trapezoids = 0;
    for (let i = 1; i < roc.length; i++) trapezoids += ((roc[i - 1][0] - roc[i][0]) * (roc[i - 1][1] + roc[i][1])) / 2;
    expect(Math.abs(trapezoids - area)).toBeLessThan(1e-3);
  });

  it('calls back by the rule that is best where an ill patient overlooked is w false alarms', () => {
    for (const w of [3, 10, 30]) {
      const { threshold } = alarmsOf(valuesOf({}), w);
      for (const p of [0.98 * threshold, 1.02 * threshold]) {
        const { action } = bestAction([p, 1 - p], [[0, 1], [w, 0]]); // prettier-ignore
        expect(action === 0).toBe(p > threshold);
      }
    }
  });

  it('says how many of those told to come back are ill, as Bayes does', () => {
    const { hits, falseAlarms } = compute(valuesOf({})).alarms;
    close(read('rightful'), diagnosticTest(0.02, hits, 1 - falseAlarms).posterior[0]![0]);
  });

  it('costs finite amounts in every corner of its sliders, and at least the true probability', () => {
    for (const separation of [0, 3.3, 4])
      for (const weight of [0.1, 1, 100])
        for (const prevalence of [0.005, 0.5])
          for (const undo of [false, true]) {
            const { paid, honest, costs } = compute(valuesOf({ separation, weight, prevalence, undo }));
            for (const nats of [paid, ...costs.map(([, one]) => one)]) {
              expect(Number.isFinite(nats)).toBe(true);
              expect(nats - honest).toBeGreaterThan(-1e-12);
            }
          }
    // By sums over a fine grid of the marker, in bits.
    const sums = (d: number, w: number) => {
      let total = 0;
      for (let x = -9; x < 14; x += 0.01) {
        const [healthy, ill] = [0.98 * Math.exp(-(x ** 2) / 2), 0.02 * Math.exp(-((x - d) ** 2) / 2)];
        total += (0.01 * (ill * Math.log2(1 + healthy / ill / w) + healthy * Math.log2(1 + (w * ill) / healthy))) / Math.sqrt(2 * Math.PI); // prettier-ignore
      }
      return total;
    };
    for (const [separation, weight] of [
      [3.3, 10],
      [3, 40],
      [4, 10],
    ])
      // prettier-ignore
      close(read('paid', { separation, weight }) / Math.LN2, sums(separation, weight), 1e-6);
  });

  it('says settings as they were made', () => {
    const says = (change: Partial<Asked>) => spec.describe(compute(valuesOf(change)), valuesOf(change), sayIn('bits'));
    expect(says({ prevalence: 0.015 })).toContain('The ill are 1.5 percent of all');
    expect(says({ weight: 0.25 })).toContain('count 0.25 times');
    expect(says({ weight: 1 })).toContain('count once.');
  });

  it('knows nothing where the marker tells nothing', () => {
    close(read('area', { separation: 0 }), 0.5);
    expect(alarmsOf(valuesOf({ separation: 0 }), 10)).toEqual({ threshold: 1 / 11, hits: 0, falseAlarms: 0 });
    expect(alarmsOf(valuesOf({ separation: 0 }), 100).hits).toBe(1);
    // Where both errors are equally dear and equally frequent, the border is in the middle: one deviation from either at d = 2.
    const { hits, falseAlarms } = alarmsOf(valuesOf({ prevalence: 0.5 }), 1);
    close(hits, 0.8413447460685429, 1e-9);
    close(falseAlarms, 0.15865525393145707, 1e-9);
    const h = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    close(read('honest', { separation: 0 }), h(0.02), 1e-9);
    const q = 0.2 / 1.18;
    close(paidWith(valuesOf({ separation: 0 }), 10), -0.02 * Math.log(q) - 0.98 * Math.log(1 - q), 1e-9);
  });
});
