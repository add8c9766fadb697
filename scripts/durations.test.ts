import { expect, it } from 'vitest';
import { durationsIn, project, tableOf } from './durations.js';

const test = (title: string, duration: number, more: object = {}) => ({
  title,
  tests: [{ results: [{ duration, ...more }], annotations: [{ type: 'bytes', description: `${title} weighs` }] }],
});
/** Two widgets, two pages, one other test. */
const report = {
  config: { workers: 2 },
  stats: { duration: 10_000 },
  suites: [
    {
      title: 'widgets.spec.ts',
      suites: [
        { title: 'coin', specs: [test('is accessible', 3000), test('does its task', 2000)] },
        { title: 'hat', specs: [test('is accessible', 4000)] },
      ],
    },
    {
      title: 'pages.spec.ts',
      specs: [test('index.html is silent', 1500), test('every page can be reached', 250)],
      suites: [{ title: 'without JavaScript', specs: [test('embed/hat.html is sound', 500)] }],
    },
    {
      title: 'offline.spec.ts',
      suites: [
        {
          title: 'from the disk',
          specs: [
            test('they come alive', 2500, {
              steps: [
                { title: 'Before Hooks', duration: 400 },
                { title: 'about.html', duration: 700 },
                { title: 'embed/coin.html', duration: 800 },
              ],
            }),
          ],
        },
      ],
    },
    { title: 'model.spec.ts', specs: [test('reads', 6000)] },
  ],
};
const found = durationsIn(report);

it('adds up the seconds of widgets, pages and the rest', () => {
  expect(Object.fromEntries(found.widgets)).toEqual({ coin: 6.3, hat: 4.5 });
  expect(Object.fromEntries(found.pages)).toEqual({ 'index.html': 1.5, 'about.html': 1.2 });
  expect(Object.fromEntries(found.rest)).toEqual({ 'pages.spec.ts': 0.25, 'model.spec.ts': 6 });
  expect(found.bytes).toContain('index.html is silent weighs');
});

/** Two of the steps ran at once. */
const run = {
  seconds: 18,
  steps: [
    { name: 'types', seconds: 5 },
    { name: 'lint', seconds: 7 },
    { name: 'browser tests', seconds: 11 },
  ],
};

it('lets widgets, pages and other steps grow, and leaves the other browser tests as they are', () => {
  // 10.8 s of widgets and 2.7 of pages ten times, 6.25 once; all of it together is 19.75 s in 10 seconds.
  const { browser, others, all } = project(found, run, 20);
  expect(browser).toBeCloseTo((10 * (10 * 13.5 + 6.25)) / 19.75, 9);
  expect(others).toBe(70);
  expect(all).toBeCloseTo(browser + others, 9);
});

it('writes tables, the slowest first', () => {
  const text = tableOf(found, project(found, run, 20), run, { date: '2026-01-01', machine: 'two processors' });
  expect(text).toMatch(/coin +\| +6\.3 \|\n\| hat +\| +4\.5 \|/);
  expect(text).toContain('With 20 widgets');
  expect(text).not.toMatch(/NaN|undefined/);
});
