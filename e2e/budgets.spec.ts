import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { weightNames } from '../build/onDemand.ts';
import { origin, siteFolder } from './addresses.ts';
import { specs } from './expected.ts';
import { expectAllAlive } from './hosts.ts';
import { reader } from './reader.ts';
import { expect, test } from './test.ts';

/** Bytes: gzip everywhere but for the weights. */
const budgets = { html: 60_000, css: 20_000, embed: 120_000, chapter: 160_000, worker: 25_000, weights: 2_000_000 };

const read = (file: string) => readFileSync(siteFolder + file);
const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;
const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipped(read(file)), 0);
const named = (folder: string, ending: string) =>
  readdirSync(siteFolder + folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => folder + name);

const table: { what: string; bytes: number; budget: number }[] = [];
function expectWithin(what: string, bytes: number, budget: number) {
  table.push({ what, bytes, budget });
  expect(bytes, what).toBeLessThanOrEqual(budget);
}
// In order and in one worker, so that there is one table.
test.describe.configure({ mode: 'default' });
test.afterAll(() => {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);
  console.log(
    table.map(({ what, bytes, budget }) => `${kilobytes(bytes)} of ${kilobytes(budget)} kB  ${what}`).join('\n'),
  );
});

/** What only a model needs: handed to workers as text, or fetched, when a reader's text is to be read. */
const ofTheModel = new RegExp(
  `/(plain-worker|tensorflow-worker|networks-worker|${weightNames().join('|')})\\.(js|bin)`,
);
/** Names that TensorFlow.js gives to what it shares between copies of itself: they survive minifying. */
const tensorflow = /_tfGlobals|_tfengine/;
/** Words of the trainer's client. */
const trainer = /fastest for training with/;

/** The scripts that a page has asked for, as files of the site, those of the model apart. */
function scriptsOf(requested: readonly string[]) {
  const files = requested
    .filter((url) => url.startsWith(origin) && /\.js(\?|$)/.test(url))
    .map((url) => url.slice(origin.length + 1).replace(/\?.*$/, ''));
  const unique = [...new Set(files)];
  return {
    own: unique.filter((file) => !ofTheModel.test(`/${file}`)),
    model: unique.filter((file) => ofTheModel.test(`/${file}`)),
  };
}

test('bytes of pages, styles and weights', () => {
  for (const file of [...named('', '.html'), ...named('embed/', '.html')])
    expectWithin(file, gzipped(read(file)), budgets.html);
  for (const file of named('assets/', '.css')) {
    const withoutFonts = read(file)
      .toString()
      .replace(/url\(["']?data:font[^)]*\)/g, 'url()');
    expectWithin(`${file}, without fonts`, gzipped(withoutFonts), budgets.css);
  }
  for (const name of weightNames())
    expectWithin(`assets/${name}.bin`, statSync(`${siteFolder}assets/${name}.bin`).size, budgets.weights);
  for (const name of ['plain-worker', 'networks-worker'])
    expectWithin(`assets/${name}.js`, gzipped(read(`assets/${name}.js`)), budgets.worker);
});

const running = (page: Page) => reader(page.mainFrame());

for (const { id, run, trains } of specs)
  test(`bytes of the scripts of embed/${id}.html`, async ({ page, watch }) => {
    await page.goto(`embed/${id}.html`);
    await expectAllAlive(page);
    const { own, model } = scriptsOf(watch.requested);
    expectWithin(`scripts of embed/${id}.html, without the model`, sizeOf(own), budgets.embed);
    for (const file of own) expect(read(file).toString(), file).not.toMatch(tensorflow);
    if (!run) expect(model).toEqual([]);
    // Nothing of training is loaded where nothing learns.
    expect(own.some((file) => trainer.test(read(file).toString()))).toBe(trains === true);
    if (!trains) expect(model.filter((file) => /networks-worker|tensorflow-worker/.test(file))).toEqual([]);
  });

for (const name of named('', '.html'))
  test(`bytes of the scripts of ${name}`, async ({ page, watch }) => {
    await page.goto(name);
    await expectAllAlive(page);
    const { own, model } = scriptsOf(watch.requested);
    expectWithin(`scripts of ${name}, without the model`, sizeOf(own), budgets.chapter);
    for (const file of own) expect(read(file).toString(), file).not.toMatch(tensorflow);
    const shown = await page.locator('[data-island]').evaluateAll((all) => all.map((island) => island.dataset.island));
    if (!specs.some(({ id, run }) => run && shown.includes(id))) expect(model).toEqual([]);
    const learns = specs.some(({ id, trains }) => trains && shown.includes(id));
    expect(own.some((file) => trainer.test(read(file).toString()))).toBe(learns);
  });

test('the order: text and figure first, then the plain reader, then TensorFlow.js, in a worker', async ({
  page,
  watch,
}) => {
  // Before any script the figure and its numbers are there.
  const html = read('embed/read-my-text.html').toString();
  expect(html.indexOf('data-amount=')).toBeGreaterThan(0);

  await page.goto('embed/read-my-text.html');
  await expectAllAlive(page);
  const { text, colored, runsOn, finished, shows } = running(page);
  const asked = (name: string) => watch.requested.some((url) => url.includes(`/${name}.js`));
  await text.fill('A short text needs no more than the plain reader.');
  await shows('A short text needs no more than the plain reader.');
  expect(asked('plain-worker')).toBe(true);
  expect(asked('tensorflow-worker')).toBe(false);

  await runsOn.selectOption('wasm');
  await expect(runsOn.locator('option[value="wasm"]')).toHaveText(/· [\d\s]+ tokens\/s$/, { timeout: 60_000 });
  expect(asked('tensorflow-worker')).toBe(true);
  // The page holds TensorFlow.js as a text for its worker and runs none of it.
  const file = read('assets/tensorflow-worker.js').toString();
  expect(file).toMatch(tensorflow);
  expect(file).toMatch(/^bitsPerTokenProvide\("tensorflow-worker","(\\.|[^"\\])*"\);?\s*$/);
  expect(await page.evaluate(() => '_tfGlobals' in window || '_tfengine' in window)).toBe(false);
  await expect.poll(() => page.workers().length).toBe(2);
  await finished();
  await expect(colored.first()).toBeVisible();
});
