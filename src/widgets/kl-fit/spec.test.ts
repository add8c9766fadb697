import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { reverseValleys } from '#theory/continuous/reverse-valleys.ts';
import { standOf } from '#kit/figure/Drag.tsx';
import type { Frame } from '#kit/figure/mark.ts';
import { scaleOf } from '#kit/figure/scale.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { frame, handles } from './drags.ts';
import { areaOf, compute, distanceOf, hasTwoHumps, mixtureOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const preset = (id: string) => presets.find((one) => one.id === id)!.values;

interface Expected {
  forward_mean: number;
  forward_sigma: number;
  forward_KL: number;
  reverse_local_minima: { mean: number; sigma: number; reverse_KL: number }[];
}

describe('kl-fit', () => {
  it('begins with the mixture of the reference, and has its values', () => {
    const [{ input, expected }] = oracleCases<{ weights: number[]; means: number[]; sigmas: number[] }, Expected>('02_continuous', 'forward_vs_reverse_KL_fit'); // prettier-ignore
    const mixture = mixtureOf(valuesOf());
    expect(mixture.weights).toEqual(input.weights);
    expect(mixture.components.map(({ mean, deviation }) => [mean, deviation])).toEqual(
      input.means.map((mean, i) => [mean, input.sigmas[i]]),
    );
    close(read('best'), expected.forward_KL);
    expect(Math.abs(read('bestMean') - expected.forward_mean)).toBeLessThan(1e-12);
    close(read('bestWidth'), expected.forward_sigma);
    const [first, second] = expected.reverse_local_minima;
    close(read('lowest'), first.reverse_KL, 1e-6);
    close(read('lowestMean'), first.mean, 1e-6);
    close(read('lowestWidth'), first.sigma, 1e-6);
    close(read('second'), second.reverse_KL, 1e-6);
    expect(read('valleys')).toBe(3);
    expect([read('third'), read('thirdMean'), read('thirdWidth')].map((x) => x.toFixed(3))).toEqual(['1.006', '0.729', '2.260']); // prettier-ignore
    close(read('rarity'), -Math.log(0.6), 1e-12);
    expect(read('alone')).toBeLessThan(read('rarity'));
    close(read('alone', { apart: 7 }), read('rarity'), 1e-4);
  });

  it('draws areas that are the divergences, where the frame holds both laws', () => {
    for (const change of [{}, preset('third-valley'), preset('nearer'), { mean: -1, width: 1.2 }]) {
      const model = compute(valuesOf(change));
      close(areaOf(model, 'forward'), model.forward, 0.02);
      close(areaOf(model, 'reverse'), model.reverse, 0.02);
    }
  });

  it('costs beyond the least forward what lies between two bumps', () => {
    const change = { mean: 1.3, width: 0.8 };
    close(read('forward', change), read('best') + read('beyond', change), 1e-9);
    close(read('reverse', preset('one-hump')), read('lowest'), 1e-5);
    close(read('reverse', preset('third-valley')), read('third'), 1e-5);
  });

  it('names valleys by where they lie, also where there are two or one', () => {
    const placesOf = (change: Partial<Asked>) => compute(valuesOf(change)).valleys.map(({ place }) => place);
    expect(placesOf({})).toEqual(['left', 'right', 'both']);
    expect(placesOf({ weight: 0.4, left: 0.9, right: 0.7 })).toEqual(['right', 'left', 'both']);
    expect(placesOf({ apart: 4 })).toEqual(['left', 'both']);
    expect(placesOf({ apart: 3.5 })).toEqual(['both', 'left']);
    expect(placesOf({ apart: 7 })).toEqual(['left', 'right']);
    expect(placesOf({ apart: 2 })).toEqual(['both']);
    expect(placesOf(preset('wide-and-narrow'))).toEqual(['left']);
  });

  it('calls the bump that is best forward across both only if it is', () => {
    const rare = compute(valuesOf({ weight: 0.95, apart: 7 }));
    expect([compute(valuesOf()).best.place, rare.best.place]).toEqual(['both', 'left']);
    const { mean, deviation } = rare.best.fit;
    expect(((5 - mean) / deviation).toFixed(2)).toBe('3.95');
    for (const { id, values } of presets) expect(compute(valuesOf(values)).best.place, id).toBe('both');
  });

  it('is not nearer with every step towards the best bump', () => {
    // The mean is wrong, and the width goes to the best one.
    const steps = [4, 3.5, 3, read('bestWidth')].map((width) =>
      (read('forward', { mean: 4, width }) / Math.LN2).toFixed(3),
    );
    expect(steps).toEqual(['1.701', '1.820', '2.079', '2.509']);
  });

  it('says what the presets say', () => {
    expect(read('forward', preset('one-hump'))).toBeGreaterThan(10 * read('best'));
    for (const { id, values } of presets) expect(hasTwoHumps(compute(valuesOf(values))), id).toBe(true);
    const nearer = compute(valuesOf(preset('nearer')));
    expect(distanceOf(nearer.q, nearer.valleys[0].fit)).toBeLessThan(0.002);
    expect(nearer.valleys).toEqual(reverseValleys(nearer.mixture).map((valley, i) => ({ ...valley, place: nearer.valleys[i].place }))); // prettier-ignore
    const { best, valleys, q } = compute(valuesOf(preset('wide-and-narrow')));
    expect(distanceOf(q, best.fit)).toBeLessThan(0.02);
    expect(valleys).toHaveLength(1);
  });

  it('has no two handles on each other in any state, on the narrowest picture either', () => {
    const box = { left: 0, right: 240, top: 0, bottom: 180 };
    const scaled = { x: scaleOf('linear', frame.x, [0, 240]), y: scaleOf('linear', frame.y, [180, 0]) };
    const some = ({ min, max }: { min: number; max: number }, count: number) => Array.from({ length: count }, (_, i) => min + ((max - min) * i) / (count - 1)); // prettier-ignore
    let nearest = Infinity;
    for (const mean of some(params.mean, 20))
      for (const width of some(params.width, 18))
        for (const apart of some(params.apart, 8))
          for (const weight of some(params.weight, 3))
            for (const left of [0.6, 1.6]) {
              const values = valuesOf({ mean, width, apart, weight, left });
              const stands = handles({ values, set: () => undefined }).map((drag) => standOf(drag, { ...scaled, box } as Frame)); // prettier-ignore
              stands.forEach(([x, y], i) => stands.slice(0, i).forEach((other) => (nearest = Math.min(nearest, Math.hypot(x - other[0], y - other[1]))))); // prettier-ignore
            }
    // Beyond the reach of a finger, 22 pixels, from the center of another.
    expect(nearest).toBeGreaterThan(22);
  });

  it('has only a single hump where the two are one', () => {
    const one = { apart: 0, left: 0.9, right: 0.9, mean: -2, width: 0.9 };
    for (const id of ['forward', 'reverse', 'best', 'lowest'] as const) expect(read(id, one)).toBeLessThan(1e-9);
    expect(compute(valuesOf(one)).dip).toBeCloseTo(1, 9);
    expect(spec.describe(compute(valuesOf(one)), valuesOf(one), sayIn('bits'))).toMatch(/has one valley, 0\.000 bits across both\.$/); // prettier-ignore
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
    const scoreOf = (i: number, change: Partial<Asked>) => spec.challenges[i].score(compute(valuesOf(change)), valuesOf(change)); // prettier-ignore
    // One hump is no solution, nor is a valley on a hump.
    expect(scoreOf(2, { apart: 1.5 })).toBeLessThan(1);
    expect(scoreOf(1, preset('one-hump'))).toBeLessThan(1);
    expect(scoreOf(0, { mean: 0, width: 2.2 })).toBeLessThan(1);
  });
});
