import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close } from '../../../fixtures/oracle.ts';
import { drawReports, pairCounts, reasonOf, REPORT_LAW } from '#sim/report-base.ts';
import { singles } from './challenges.ts';
import { compute, draws, isAbove, judge, kindsIn, listed, work, type Mined } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const mined = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const worked = (change: Partial<Asked> = {}): Mined => [...work(valuesOf(change))].at(-1)!.model!;
const preset = (id: string) => valuesOf(spec.presets.find((one) => one.id === id)!.values);
const careful = { rank: 'lower', strength: 0.5 } as const;
const pairOf = (model: Mined, name: string) => model.ranked.find((pair) => pair.name === name);

describe('signal-mining', () => {
  it('has pairs of both kinds at the line: by the interval and by the posterior below it', () => {
    for (const observed of [0, 1, 3, 10, 40])
      for (const expected of [0.05, 1, 8, 30])
        for (const line of [1, 1.5, 4]) {
          const pair = { drug: 0, event: 0, observed, expected, information: 0 };
          const { lower, estimate, isAbove: is } = judge(pair, { rank: 'lower', strength: 0.5, line });
          expect(is).toBe(lower! > Math.log(line));
          expect(isAbove(pair, { rank: 'estimate', strength: 0.5, line })).toBe(estimate! > Math.log(line));
        }
  });

  it('counts what it shows, and all there is', () => {
    const { found, ranked } = mined();
    expect(found.effect + found.age + found.publicity + found.none).toBe(ranked.filter((one) => one.isAbove).length);
    expect(kindsIn(false)).toEqual({ effect: 5, age: 1, publicity: 1, none: 113 });
    expect(kindsIn(true)).toEqual({ effect: 4, age: 1, publicity: 1, none: 102 });
  });

  it('has few reports behind the first of the plain ratio, and more behind those of the shrunk one', () => {
    const few = ({ ranked }: Mined) => ranked.slice(0, listed).filter(({ observed }) => observed <= 4).length;
    expect(few(mined())).toBeGreaterThan(5);
    expect(
      mined()
        .ranked.slice(0, listed)
        .filter(({ observed }) => observed === 1),
    ).toHaveLength(5);
    expect(few(mined({ strength: 2 }))).toBeLessThan(few(mined()));
    // Five with one report, Scarlet–E with three and Ocher–I with two.
    expect(singles(mined())).toBe(7);
    expect(singles(mined({ strength: 5 }))).toBe(0);
  });

  it('ranks by mutual information what comes too rarely', () => {
    const { ranked } = compute(preset('information'));
    expect(ranked[0].name).toBe('Coral–B');
    expect(ranked.slice(0, listed).filter(({ observed, expected }) => observed < expected).length).toBeGreaterThan(3);
  });

  it('takes apart at last what age explains, and what is masked', () => {
    const many = compute(preset('many-reports'));
    expect([pairOf(many, 'Violet–H')!.isAbove, pairOf(many, 'Amber–E')!.isAbove]).toEqual([true, true]);
    expect(many.found.none).toBeGreaterThan(10);
    const apart = compute(preset('taken-apart'));
    expect(['Violet–H', 'Teal–B', 'Amber–E'].map((name) => pairOf(apart, name)!.isAbove)).toEqual([false, true, true]);
  });

  it('is not solved by more or fewer reports, or by another draw', () => {
    const scoreOf = (id: string, change: Partial<Asked>) => {
      const asked = valuesOf({ ...careful, ...change });
      return spec.challenges!.find((one) => one.id === id)!.score(compute(asked), asked);
    };
    expect(pairOf(mined({ ...careful, reports: 2000 }), 'Teal–B')!.isAbove).toBe(true);
    expect(scoreOf('hidden', { reports: 2000 })).toBeLessThan(1);
    expect(scoreOf('hidden', { seed: 27 })).toBeLessThan(1);
    expect(scoreOf('hidden', { without: true })).toBe(1);
    for (const reports of [1000, 10_000, 50_000])
      for (const seed of [1, 3, 4]) expect(scoreOf('age', { reports, seed })).toBeLessThan(1);
    expect(scoreOf('age', { reports: 10_000, byAge: true })).toBe(1);
  });

  it('averages over other draws, with a standard error, in slices', () => {
    const all = [...work(valuesOf(careful))];
    expect(all.at(-1)!.share).toBe(1);
    expect(all.length).toBe(draws / 4);
    const { average } = all.at(-1)!.model!;
    const others = Array.from(
      { length: draws },
      (_, i) =>
        pairCounts(drawReports(1000, 1_000_000 + i), { byAge: false }).filter(
          (pair) => reasonOf(pair.drug, pair.event) === 'none' && isAbove(pair, { ...careful, line: 1 }),
        ).length,
    );
    close(average!.none.mean, others.reduce((a, b) => a + b, 0) / draws, 1e-12);
    expect(average!.none.error).toBeGreaterThan(0);
    // It travels as JSON.
    const model = worked({ strength: 0, reports: 500 });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('has the limit of endless reports, from the law', () => {
    const [amber, e] = [4, 4];
    const both = REPORT_LAW.map((rows) => rows[amber][e]).reduce((a, b) => a + b, 0);
    const drug = REPORT_LAW.flatMap((rows) => rows[amber]).reduce((a, b) => a + b, 0);
    const event = REPORT_LAW.flatMap((rows) => rows.map((row) => row[e])).reduce((a, b) => a + b, 0);
    close(mined({ pair: 'Amber-E' }).limit, Math.log(both / (drug * event)), 1e-12);
  });
});
