import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { weightNames } from '../build/onDemand.ts';
import { siteFolder } from './addresses.ts';
import { budgets, expectWithin, gzipped, read, tensorflow } from './budgets.ts';
import { expectAllAlive } from './hosts.ts';
import { reader } from './reader.ts';
import { expect, test } from './test.ts';

const named = (folder: string, ending: string) =>
  readdirSync(siteFolder + folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => folder + name);

const withoutFonts = (file: string) =>
  read(file)
    .toString()
    .replace(/url\(["']?data:font[^)]*\)/g, 'url()');

/** What a page waits for before it is painted: its stylesheets, but for that of paper. */
const stylesOf = (page: string) =>
  Array.from(
    read(page)
      .toString()
      .matchAll(/<link rel="stylesheet" href="([^"]+)">/g),
    ([, href]) => gzipped(withoutFonts(join(dirname(page), href))),
  ).reduce((sum, bytes) => sum + bytes, 0);

test('bytes of pages, styles and weights', () => {
  for (const file of [...named('', '.html'), ...named('embed/', '.html')])
    expectWithin(file, gzipped(read(file)), budgets.html);
  for (const file of [...named('', '.html'), ...named('embed/', '.html')])
    expectWithin(`styles of ${file}, without fonts`, stylesOf(file), budgets.css);
  for (const name of weightNames())
    expectWithin(`assets/${name}.bin`, statSync(`${siteFolder}assets/${name}.bin`).size, budgets.weights);
  for (const name of ['plain-worker', 'networks-worker'])
    expectWithin(`assets/${name}.js`, gzipped(read(`assets/${name}.js`)), budgets.worker);
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
  const { text, colored, runsOn, finished, shows } = reader(page.mainFrame());
  const asked = (name: string) => watch.requested.some((url) => url.includes(`/${name}.js`));
  await text.fill('A short text needs no more than the plain reader.');
  await shows('A short text needs no more than the plain reader.');
  expect(asked('plain-worker')).toBe(true);
  expect(asked('tensorflow-worker')).toBe(false);

  await runsOn.selectOption('wasm');
  await expect(runsOn.locator('option[value="wasm"]')).toHaveText(/· [\d,]+ tokens\/s$/);
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
