import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { layersOf } from '#sim/small-network.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, lastOf, marksOf, meanOf, type Plane } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';
import { kept, snapshotOf, train } from './train.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
function whole(change: Partial<Asked>) {
  const values = valuesOf(change);
  const model = wholeModel(spec, values) as Plane;
  return { model, ...marksOf(model, values) };
}
const bits = (nats: number) => nats / Math.LN2;
const at = ({ snapshots }: Plane, step: number) => bits(lastOf(snapshots.find((one) => one.step === step)!).input);

describe('information-plane', () => {
  it('has of every layer what the joint tables of input, reading and label have', () => {
    const values = valuesOf({ bins: 6 });
    const [trail] = [...train(values)].slice(-1);
    const index = 12;
    const { layers, wrong, step } = snapshotOf(trail, index, values);
    expect(step).toBe(kept[index]);
    const said = layersOf(trail.shape, trail.parameters[index], trail.task.inputs);
    const { chances } = trail.task;
    [6, 4, 2].forEach((width, l) => {
      const names = chances.map((_, r) =>
        [...said[l].subarray(r * width, (r + 1) * width)].map((t) => Math.floor((t + 1) * 3)).join(),
      );
      const all = [...new Set(names)];
      const ofLabel = all.map(() => [0, 0]);
      names.forEach((name, r) => {
        ofLabel[all.indexOf(name)][0] += chances[r] / 512;
        ofLabel[all.indexOf(name)][1] += (1 - chances[r]) / 512;
      });
      expect(Math.abs(mutualInformation(ofLabel) - layers[l].label)).toBeLessThan(2e-6);
      const ofInput = names.map((name) => all.map((other) => (other === name ? 1 / 512 : 0)));
      expect(Math.abs(mutualInformation(ofInput) - layers[l].input)).toBeLessThan(2e-6);
    });
    const right = chances.map((p, r) => (said[3][r] > 0 ? p : 1 - p));
    expect(Math.abs(1 - right.reduce((sum, p) => sum + p, 0) / 512 - wrong.fresh)).toBeLessThan(1e-6);
  });

  it('has nine bits of input, and of them what the noise of the labels leaves', () => {
    const { input, label } = compute(valuesOf({ flips: 0.1 }));
    close(input, 9 * Math.LN2, 1e-12);
    close(label, Math.LN2 - binaryEntropy(0.1), 1e-12);
  });

  it('shows what its cases say: the same network loses half of its bits, or next to none', () => {
    const thirty = whole({});
    expect(thirty.best.step).toBe(38);
    expect(bits(lastOf(thirty.peak).input)).toBeGreaterThan(8);
    expect(bits(lastOf(thirty.best).input - lastOf(thirty.end).input)).toBeGreaterThan(1.5);
    expect(thirty.end.wrong.fresh).toBeGreaterThan(1.7 * thirty.best.wrong.fresh);
    const fine = whole(presets.find(({ id }) => id === 'fine-bins')!.values);
    for (const snapshot of fine.model.snapshots) expect(bits(lastOf(snapshot).input)).toBeGreaterThan(8.9);
    expect(fine.model.snapshots.map(({ wrong }) => wrong)).toEqual(thirty.model.snapshots.map(({ wrong }) => wrong));
  });

  it('says of a network that is trained already that it is read anew, and of no other', () => {
    const said = (change: Partial<Asked>) => {
      const values = valuesOf({ seed: 77, ...change });
      const begun: string[] = [];
      for (const { model } of spec.work!(values)) {
        if (model && (model as Plane).runs.length > 0) break;
        if (model && marksOf(model as Plane, values).end.step < 600) begun.push(spec.describe(model as Plane, values, sayIn('bits'))); // prettier-ignore
      }
      return begun;
    };
    const [first, again] = [said({}), said({ bins: 100_000 })];
    expect([first.length, again.length]).toEqual([kept.length - 1, kept.length - 1]);
    for (const sentence of first) expect(sentence).toMatch(/it is being trained\. After/);
    for (const sentence of again) expect(sentence).toMatch(/it is trained, and its steps are read anew\. After/);
  });

  it('has linear networks that generalize without compression, and with right labels both do', () => {
    const { model } = whole({ activation: 'linear' });
    expect(bits(meanOf(model, 'linear').lost)).toBeLessThan(0.3);
    expect(meanOf(model, 'linear').wrong).toBeLessThan(meanOf(model, 'tanh').wrong - 0.05);
    const clean = whole({ flips: 0 }).model;
    for (const run of clean.runs) {
      if (run.activation === 'tanh') expect(bits(run.lost)).toBeGreaterThan(5);
      if (run.activation === 'linear') expect(bits(run.lost)).toBeLessThan(0.1);
      if (run.activation !== 'relu') expect(run.wrong).toBe(0);
    }
  });

  it('through noise rises over steps over which thirty bins fall', () => {
    const { model } = whole(presets.find(({ id }) => id === 'noisy')!.values);
    const thirty = whole({}).model;
    expect(at(model, 135)).toBeGreaterThan(2 * at(model, 10));
    expect(at(thirty, 135)).toBeLessThan(at(thirty, 10) - 2);
  });

  it('can be drawn while the model is still of the reading before', () => {
    for (const [was, is] of [
      ['noise', 'bins'],
      ['bins', 'noise'],
    ] as const) {
      const shown = { values: valuesOf({ reading: is }), model: whole({ reading: was }).model };
      const props = { ...shown, width: 640, set: () => undefined, say: sayIn('bits') };
      expect(renderToStaticMarkup(createElement(View, props))).not.toMatch(/NaN|undefined/);
    }
  });

  it('has ReLU units that merge inputs for good, as the case says', () => {
    const { end } = whole({ activation: 'relu' });
    expect(bits(end.exact)).toBeLessThan(6);
    for (const activation of ['tanh', 'linear'] as const)
      for (const { exact } of whole({ activation }).model.snapshots) close(exact, 9 * Math.LN2, 1e-6);
  });
});
