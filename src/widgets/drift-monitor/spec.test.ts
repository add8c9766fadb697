import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { compute, drawMonth, within } from './model.ts';
import { params, shifts, type Asked } from './parameters.ts';
import { worldOf } from './world.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const drift = (change: Partial<Asked> = {}) => compute(valuesOf(change));

describe('the world of the drift monitor', () => {
  it('is a law for every shift and size, with the usual one at size 0', () => {
    for (const shift of shifts)
      for (const size of [0, 0.35, 1]) {
        const { joint, forms, said, accuracy } = worldOf({ shift, size });
        const cells = joint.flat(2);
        expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
        for (const law of [cells, forms, said]) close(law.reduce((a, b) => a + b, 0), 1, 1e-12); // prettier-ignore
        if (size === 0) closeAll(said, [0.2, 0.3, 0.5], 1e-12);
        expect(accuracy).toBeLessThanOrEqual(1);
      }
  });

  it('has by hand: 84 of 100 right on the old form, 38 on the new one', () => {
    close(worldOf({ shift: 'none', size: 0 }).accuracy, 0.95 * 0.84 + 0.05 * 0.38);
    close(worldOf({ shift: 'form', size: 1 }).accuracy, 0.2 ** 2 + 0.3 ** 2 + 0.5 ** 2);
    close(worldOf({ shift: 'form', size: 0.7 }).accuracy, 0.285 * 0.84 + 0.715 * 0.38);
    // Of the cases for “soon” 0.04 were called urgent and are now right, 0.23 were called soon and are now wrong.
    close(worldOf({ shift: 'rule', size: 1 }).accuracy, 0.817 - 0.95 * 0.19 + 0.05 * 0.3 * (0.2 - 0.3));
    // Of urgent notes three in four are right on the old form, and one in five on the new one.
    close(worldOf({ shift: 'wave', size: 1 }).accuracy, 0.95 * 0.75 + 0.05 * 0.2);
    close(worldOf({ shift: 'checkups', size: 1 }).accuracy, 0.95 * 0.92 + 0.05 * 0.5);
  });

  it('draws months with that law', () => {
    const asked = valuesOf({ notes: 200, checked: 100 });
    const world = worldOf(asked);
    const months = Array.from({ length: 100 }, (_, seed) => drawMonth(world, { ...asked, seed }, 1));
    const near = (count: number, p: number, n: number) => expect(Math.abs(count / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n)); // prettier-ignore
    const sum = (of: (one: (typeof months)[number]) => number) => months.reduce((total, one) => total + of(one), 0);
    world.said.forEach((p, i) => near(sum(({ said }) => said[i]), p, 20000)); // prettier-ignore
    near(sum(({ fresh }) => fresh), world.forms[1], 20000); // prettier-ignore
    near(sum(({ right }) => right), world.accuracy, 10000); // prettier-ignore
  });
});

describe('drift-monitor', () => {
  it('is blind to a new form and a new rule, and the program answers at random on the new form', () => {
    for (const shift of ['form', 'rule'] as const) {
      const { truth, outputs, expectedBefore, expectedAfter } = drift({ shift, size: 1 });
      expect(truth).toBeLessThan(1e-15);
      close(outputs.after, outputs.before, 1e-9);
      close(expectedAfter, expectedBefore, 1e-9);
    }
    expect(Math.abs(drift({ size: 1 }).toldAfter)).toBeLessThan(1e-12);
    expect(drift({ size: 1 }).toldBefore).toBeGreaterThan(0.4);
  });

  it('alarms for an epidemic and for a campaign, one of which does no harm', () => {
    const [wave, checkups] = (['wave', 'checkups'] as const).map((shift) => drift({ shift, size: 0.5 }));
    expect(wave.outputs.after).toBeGreaterThan(0.99);
    expect(wave.after.accuracy).toBeLessThan(wave.before.accuracy);
    expect(checkups.outputs.after).toBeGreaterThan(0.85);
    expect(checkups.after.accuracy).toBeGreaterThan(checkups.before.accuracy);
  });

  it('waits 1/P months on average, and adds up false alarms', () => {
    const p = drift().byHand.after;
    let mean = 0;
    for (let month = 1; month < 400; month++) mean += month * (within(p, month) - within(p, month - 1));
    close(mean, 1 / p, 1e-9);
    close(within(0.01, 24), 1 - 0.99 ** 24, 1e-12);
    expect(within(1, 3)).toBe(1);
    expect(within(0, 3)).toBeCloseTo(0, 15);
  });

  it('sends false alarms in the drawn months about as often as it says', () => {
    const asked = { shift: 'none', level: '0.2', notes: 40 } as const;
    const all = Array.from({ length: 30 }, (_, seed) => drift({ ...asked, seed }));
    const share = all.flatMap(({ months }) => months).filter(({ alarm }) => alarm).length / 720;
    const p = all[0].outputs.before;
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 720));
  });
});
