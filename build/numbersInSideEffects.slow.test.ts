import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { drawReports, pairCounts, reasonOf, REPORT_LAW } from '#sim/report-base.ts';
import { draws, isAbove, work } from '#widgets/signal-mining/model.ts';
import { params, type Asked } from '#widgets/signal-mining/parameters.ts';

/* What comes on average over the forty draws of the figure, as the page on side effects says it. */

const prose = readFileSync('src/book/side-effects.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  const apart = { reports: 20_000, byAge: true, without: true };
  quotes(`On average ${average(apart).none.mean.toFixed(1)} pairs are above a line at 1`);
  const { none, effect } = average({ ...apart, line: 1.15 });
  expect([none.mean, effect.mean]).toEqual([0, 4]);
});
