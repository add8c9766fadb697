import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { DRUGS, drawReports, EVENTS, pairCounts, reasonOf, REPORT_LAW } from '#sim/report-base.ts';
import { uniforms } from '#sim/random.ts';
import { binomialQuantile } from '#theory/numerics/binomial.ts';
import { draws, isAbove, work } from '#widgets/signal-mining/model.ts';
import { params, type Asked } from '#widgets/signal-mining/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* What comes on average over the forty draws of the figure, as the page on side effects says it. */

const quotes = quotesOf('side-effects');
const careful = { rank: 'lower', strength: 0.5 } as const;
const average = (change: Partial<Asked>) =>
  [...work({ ...defaultValues(params), ...careful, ...change })].at(-1)!.model!.average!;
const said = ({ mean, error }: { mean: number; error: number }) => `${mean.toFixed(2)} ± ${error.toFixed(2)}`;

test('the table of more reports', () => {
  for (const reports of [1000, 20_000]) {
    const { effect, none } = average({ reports });
    quotes(`| ${reports.toLocaleString('en')} | ${said(effect)} | ${said(none)} |`);
  }
});

test('the share without a reason, on average', () => {
  const shareOf = (reports: number) => {
    const shares = Array.from({ length: draws }, (_, i) => {
      const flagged = pairCounts(drawReports(reports, 1_000_000 + i), { byAge: false }).filter((pair) => isAbove(pair, { ...careful, line: 1 })); // prettier-ignore
      return flagged.filter(({ drug, event }) => reasonOf(drug, event) === 'none').length / Math.max(1, flagged.length);
    });
    return shares.reduce((sum, share) => sum + share, 0) / draws;
  };
  const [few, many] = [shareOf(1000), shareOf(20_000)];
  expect(few).toBeGreaterThan(0.2);
  expect(few).toBeLessThan(0.27);
  expect(many).toBeGreaterThan(0.69);
  expect(many).toBeLessThan(0.75);
});

test('what they are', () => {
  const limits = pairCounts(REPORT_LAW, { byAge: false });
  const ratioOf = (drug: number, event: number) => {
    const { observed, expected } = limits.find((pair) => pair.drug === drug && pair.event === event)!;
    return observed / expected;
  };
  const flagged = Array.from({ length: draws }, (_, i) =>
    pairCounts(drawReports(20_000, 1_000_000 + i), { byAge: false }).filter(
      (pair) => reasonOf(pair.drug, pair.event) === 'none' && isAbove(pair, { ...careful, line: 1 }),
    ),
  ).flat();
  const above = flagged.filter(({ drug, event }) => ratioOf(drug, event) > 1);
  expect(above.length / flagged.length).toBeGreaterThan(0.95);
});

test('the control', () => {
  const { none, effect } = average({ reports: 20_000, without: true });
  quotes(`Then ${none.mean.toFixed(1)} of the pairs are left, on average`);
  expect(effect.mean).toBe(4);
  quotes(`then there are ${average({ reports: 20_000, byAge: true }).none.mean.toFixed(1)}.`);
});

test('what chance alone would flag, with the same shares of drugs and events', () => {
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const ofDrug = DRUGS.map((_, d) => sum(REPORT_LAW.flatMap((rows) => rows[d])));
  const ofEvent = EVENTS.map((_, e) => sum(REPORT_LAW.flatMap((rows) => rows.map((row) => row[e]))));
  const none = DRUGS.map(() => EVENTS.map(() => 0));
  for (const [reports, bases, said] of [
    [1000, 2000, 0.6],
    [20_000, 800, 1.4],
  ]) {
    const next = uniforms(41);
    const found = Array.from({ length: bases }, () => {
      let [left, share] = [reports, 1];
      const counts = ofDrug.map((drug) =>
        ofEvent.map((event) => {
          const p = drug * event;
          const count = binomialQuantile(left, share - p < 1e-12 ? 1 : p / share, next());
          left -= count;
          share -= p;
          return count;
        }),
      );
      return pairCounts([counts, none], { byAge: false }).filter(
        (pair) => reasonOf(pair.drug, pair.event) === 'none' && isAbove(pair, { ...careful, line: 1 }),
      ).length;
    });
    const mean = sum(found) / bases;
    const error = Math.sqrt(sum(found.map((x) => (x - mean) ** 2)) / (bases - 1) / bases);
    expect(error).toBeLessThan(0.045);
    expect(Math.abs(mean - said)).toBeLessThan(0.05 + 2 * error);
  }
  quotes('0.6 pairs without a reason would be above the line with a thousand reports, and 1.4 with 20,000, expected');
});
