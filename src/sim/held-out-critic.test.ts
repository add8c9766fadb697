import { describe, expect, it } from 'vitest';
import {
  sampledDonskerVaradhan,
  sampledInfoNce,
  sampledNguyenWainwrightJordan,
  type Scores,
} from '#theory/estimation/sampled-bounds.ts';
import { drawOrder } from './draw-pairs.ts';
import { encoderOf, looks, splitsOf, trainHeldOut, type Column, type Said } from './held-out-critic.ts';
import { uniforms } from './random.ts';
import { close, closeAll } from '../../fixtures/oracle.ts';

/** All three by the functions that are tested for themselves. */
const measure = (scores: Scores): Said => ({
  infoNce: sampledInfoNce(scores),
  donskerVaradhan: sampledDonskerVaradhan(scores),
  nguyenWainwrightJordan: sampledNguyenWainwrightJordan(scores),
});
const train = (x: Column, y: Column, part: number, seed = 1) => {
  const order = drawOrder(x.length, uniforms(seed, 1));
  return [
    ...trainHeldOut(x, y, order, splitsOf(x.length)!, { part, bound: 'infoNce', measure }, uniforms(seed, 2, part)),
  ];
};

describe('the splits of some rows', () => {
  it('need a batch of 16 to judge, and grow in number and in size', () => {
    expect(splitsOf(63)).toBeUndefined();
    expect(splitsOf(64)).toEqual({ parts: 4, batch: 16 });
    expect(splitsOf(128)).toEqual({ parts: 8, batch: 16 });
    expect(splitsOf(400)).toEqual({ parts: 8, batch: 32 });
  });
});

describe('what a critic sees of a column', () => {
  it('of numbers is their place among those of the training part, whatever their unit', () => {
    const see = encoderOf([3, 1, 2]);
    // Places 1/4, 2/4 and 3/4, and between them 5/8: log-odds of −ln 3, 0, ln 3 and ln 5/3, times √3/π.
    const unit = Math.sqrt(3) / Math.PI;
    closeAll([1, 2, 3].map((value) => see(value)[0]), [-unit * Math.log(3), 0, unit * Math.log(3)], 1e-12); // prettier-ignore
    closeAll(see(2.5), [unit * Math.log(5 / 3)], 1e-12);
    expect(see(-1e9)[0]).toBeLessThan(see(1)[0]);
    expect(encoderOf([30, 10, 20])(25)).toEqual(see(2.5));
    closeAll(encoderOf([2, 2, 2])(2), [0], 1e-9);
    expect(() => encoderOf([1, NaN])).toThrow('seen[1]');
    expect(() => encoderOf(['a', 1])).toThrow('seen[1]');
  });

  it('of names is one input each, and one for all that are rare or were not seen', () => {
    const see = encoderOf(['tea', 'none', 'tea']);
    expect(['tea', 'none', 'new'].map(see)).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]); // prettier-ignore
    const many = Array.from({ length: 40 }, (_, i) => `n${i % 20}`);
    expect(encoderOf(many)('n19')).toHaveLength(13);
  });
});

describe('a critic that is judged on pairs of its own', () => {
  it('is looked at along the way, and says at the end what the judging part says where the choosing part says most', () => {
    const x = Array.from({ length: 64 }, (_, i) => i);
    const all = train(x, x.map((v) => -v), 0); // prettier-ignore
    expect(all.slice(0, -1).every((one) => one === undefined)).toBe(true);
    const { looks: found, chosen } = all.at(-1)!;
    expect(found.map(({ step }) => step)).toEqual([...looks]);
    expect(found.map(({ held }) => held)).toContainEqual(chosen);
    // A column that decides the other shares more than 16 candidates can show: nearly log 16.
    expect(chosen!.infoNce).toBeGreaterThan(1.2);
    for (const { own, held } of found)
      for (const one of [own, held]) {
        expect(one.infoNce).toBeLessThanOrEqual(Math.log(16) + 1e-12);
        expect(one.nguyenWainwrightJordan).toBeLessThanOrEqual(one.donskerVaradhan + 1e-12);
      }
    expect(train(x, x.map((v) => -v), 0).at(-1)).toEqual(all.at(-1)); // prettier-ignore
  });

  it('never saw the rows that judge or choose: names that stand there alone are strangers, and the critic of nothing says 0', () => {
    // The judging rows of part 0 and the choosing ones have names of their own, so that a critic that knows them by heart would find them.
    const rows = 64;
    const order = Array.from({ length: rows }, (_, i) => i);
    const names = order.map((i) => (i < 32 ? `own ${i}` : i % 2 === 0 ? 'a' : 'b'));
    const found = [...trainHeldOut(names, names, order, { parts: 4, batch: 16 }, { part: 0, bound: 'infoNce', measure }, uniforms(3))].at(-1)!; // prettier-ignore
    for (const { held } of found.looks) close(held.infoNce, 0, 1e-12);
    expect(found.looks.at(-1)!.own.infoNce).toBeGreaterThan(0.4);
    expect(found.chosen).toBeUndefined();
  });
});
