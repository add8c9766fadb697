import { describe, expect, it } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { compute, work, type Distilled } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';
import { worldOf } from './world.ts';

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
/** Few labels and lessons, so that it is quick. */
const small = asked({ taught: 32, lessons: 6, scatter: 0.4 });

describe('distill, trained', () => {
  it('tells how far it is, and ends with all students', () => {
    const steps = [...work(small)];
    const shares = steps.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const model = steps.at(-1)!.model!;
    expect(model.points.map(({ lessons }) => lessons)).toEqual([4, 6, 8, 16, 32, 64, 128, 256, 512]);
    for (const { name, gap, tolerance } of spec.laws) expect({ name, ok: gap(model, small) <= tolerance }).toEqual({ name, ok: true }); // prettier-ignore
    // Nobody among the students of labels has heard of A, and a poor teacher is repeated.
    expect(model.points.at(-1)!.of.labels.recall.mean).toBe(0);
    expect(model.points.at(-1)!.of.teacher.excess.mean).toBeGreaterThan(10 * model.points.at(-1)!.of.truth.excess.mean);
    expect(readouts.student.of(model, small)).toBe(model.points[1].of.teacher.excess.mean);
    expect(readouts.student.none!(compute(small), small)).toBe(true);
  });

  it('has a floor that is nothing for kinds that scatter alike', () => {
    const floor = (width: number) => [...work(asked({ ...small, width, taught: 32 }))].find(({ model }) => model)!.model!.floor!; // prettier-ignore
    expect(floor(1)).toBeLessThan(1e-6);
    expect(floor(0.5)).toBeGreaterThan(0.01);
  });

  it('is asked by default about a kind that is never shown, and only the teacher’s students know it', () => {
    const model = wholeModel(spec, asked({})) as Distilled;
    const { of } = model.points.find(({ lessons }) => lessons === 64)!;
    expect(of.labels.recall.mean).toBe(0);
    expect(of.control.recall.mean).toBeLessThan(0.01);
    expect(of.teacher.recall.mean - 3 * of.teacher.recall.error).toBeGreaterThan(0.4);
    const { told, input } = model.shown!;
    closeAll(told.truth, worldOf(asked({})).laws[input], 1e-5);
  });
});
