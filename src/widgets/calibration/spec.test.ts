import { describe, expect, it } from 'vitest';
import { readBets } from '#contract/bets.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';
import { logistic } from '#theory/belief/temperature-scaling.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { close } from '../../../fixtures/oracle.ts';
import { features, learner, longRunError, newCases, trueDeviation } from './learned.ts';
import { compute, type Calibrated } from './model.ts';
import { run, topForecasts } from './network.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));

describe('calibration of a small model', () => {
  it('is expected to cost and to be off what fresh cases show, at another temperature too', () => {
    const { say } = learner('100', 10);
    const next = uniforms(77);
    const n = 4_000;
    const tried = [1, 2.15].map((t) => ({ t, paid: 0, square: 0 }));
    for (let i = 0; i < n; i++) {
      const x = Array.from({ length: features }, () => drawNormal(next));
      const z = x.reduce((a, b) => a + b, 0) * (trueDeviation / Math.sqrt(features));
      const said = (next() < logistic(z) ? 1 : -1) * say(x);
      for (const one of tried) {
        const cost = -Math.log(logistic(said / one.t));
        one.paid += cost / n;
        one.square += cost ** 2 / n;
      }
    }
    for (const { t, paid, square } of tried)
      expect(Math.abs(paid - read('expected', { temperature: t }))).toBeLessThan(
        4 * Math.sqrt((square - paid ** 2) / n),
      );
  });

  it('is exactly right for one who was told the law, and at no other temperature', () => {
    expect(longRunError('all', 10, 1)).toBeLessThan(1e-9);
    expect(longRunError('all', 10, 2)).toBeGreaterThan(0.05);
    // E h of a normal with deviation 1.5, by another rule.
    let honest = 0;
    for (let z = -15; z <= 15; z += 0.01) {
      const r = logistic(z);
      honest +=
        (0.01 * Math.exp(-(z ** 2) / 4.5) * (-r * Math.log(r) - (1 - r) * Math.log1p(-r))) /
        (1.5 * Math.sqrt(2 * Math.PI));
    }
    close(read('expected', { examples: 'all' }), honest, 1e-6);
    expect(spec.readouts.ownBest.none!(compute(valuesOf({ examples: 'all' })), valuesOf({}))).toBe(true);
  });

  it('finds temperature 1 best on its own examples, with any seed', () => {
    for (const seed of [1, 10]) close(read('ownBest', { seed }), 1, 1e-6);
  });

  it('keeps discrimination at every temperature, since the order stays', () => {
    close(read('discrimination', { temperature: 2.15 }), read('discrimination'), 1e-12);
    close(
      read('score', { temperature: 2.15 }) - read('miscalibration', { temperature: 2.15 }),
      read('score') - read('miscalibration'),
      1e-9,
    );
  });

  it('has the same cases for every temperature, and their number', () => {
    expect(newCases('100', 10, 40).logits).toHaveLength(40);
    expect(compute(valuesOf({ forecasts: 40 })).shown!.count).toBe(40);
  });
});

describe('calibration of what the reader bet', () => {
  it('is that of the bets as they are handed in', () => {
    const yours = { bets: '90y.90y.90n.30n' };
    expect(readBets(`${yours.bets}.x.0y`)).toHaveLength(4);
    close(read('yourError', yours), (3 * Math.abs(2 / 3 - 0.9) + 0.3) / 4);
    expect(read('yourCount', yours)).toBe(4);
    expect(compute(valuesOf({})).yours).toBeUndefined();
  });
});

describe('calibration of a network', () => {
  async function all(change: Partial<Asked>) {
    const models: Calibrated[] = [];
    const engine = createByteEngine();
    for await (const model of run(valuesOf({ source: 'network', ...change }), {
      engine,
      signal: new AbortController().signal,
    }))
      models.push(model);
    return models;
  }

  it('shows what was prepared until it has read, and nothing of another text', () => {
    const prepared = compute(valuesOf({ source: 'network' }));
    expect([prepared.isPrepared, prepared.at, prepared.shown!.count]).toEqual([true, 1, 492]);
    expect(compute(valuesOf({ source: 'network', temperature: 2 })).at).toBe(1);
    expect(compute(valuesOf({ source: 'network', text: 'other' })).shown).toBeUndefined();
  });

  it('has the closed form of a network of bytes: the letter before, one time in two', async () => {
    const last = (await all({ text: 'aabbaab aab' })).at(-1)!;
    expect([last.tokens, last.shown!.count, last.isPrepared]).toEqual([11, 11, false]);
    // Said: 1/2 each time. It came where a letter is repeated.
    close(last.shown!.error, Math.abs(4 / 11 - last.shown!.bins[0].said), 1e-6);
    close(last.shown!.bins[0].said, 0.5, 0.01);
  });

  it('divides all logits by the temperature', () => {
    const law = Float32Array.from([0.5, 0.3, 0.2], Math.log);
    const { confidence, correct } = topForecasts({ laws: [law, law], came: [0, 2] }, 2);
    close(confidence[0], Math.sqrt(0.5) / (Math.sqrt(0.5) + Math.sqrt(0.3) + Math.sqrt(0.2)), 1e-6);
    expect(correct).toEqual([true, false]);
  });
});
