/**
 * What a reader waits for on the built site, in Chromium, cold: `npx tsx bench/page.ts [repetitions]` after `npm run build`.
 *
 * 1. From the first keystroke (a paste counts as one) until the first 200 tokens of the new text are colored: the page has
 *    just been opened, nothing is cached, and neither the reader's code nor its weights have been asked for before.
 * 2. The longest time that the main thread is busy at a stretch: while 100,000 characters are pasted, and then while they are
 *    read, scrolled through and typed into: the longest task that the browser reports, and the longest gap between animation
 *    frames less one frame.
 */
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from '@playwright/test';
import { serve } from '../build/serve.ts';
import { prose } from '../e2e/prose.ts';
import { browserArguments, findBrowser } from '../scripts/browser.js';

const repetitions = Number(process.argv[2] ?? 5);
const frame = 1000 / 60;

interface Measured {
  first: number;
  colored: number;
  gap: number;
  task: number;
}

const measuredOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { measured: Measured }).measured);

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript({ path: 'bench/inThePage.js' });
  await page.goto(address, { waitUntil: 'commit' });
  const widget = page.locator('[data-widget="read-my-text"]');
  await widget.scrollIntoViewIfNeeded();
  await widget.locator('textarea:not([readonly])').focus();
  await page.keyboard.press('Control+a');
  return page;
}

async function firstTokens(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  await page.keyboard.insertText(prose(3000));
  const deadline = performance.now() + 60_000;
  while (!(await measuredOf(page)).colored) {
    if (performance.now() > deadline) throw new Error(`${address}: nothing is colored after a minute.`);
    await page.waitForTimeout(50);
  }
  const { first, colored } = await measuredOf(page);
  await page.context().close();
  return colored - first;
}

/** The paste itself, which is mostly the browser's own layout of the text box, apart from what comes after it. */
async function longText(browser: Browser, address: string): Promise<{ paste: number; loaded: Measured }> {
  const page = await open(browser, address);
  // A second after it has shown a page, Chromium takes down what drew the one before and lets the main thread wait for it.
  await page.waitForTimeout(2000);
  await page.keyboard.insertText(prose(100_000));
  await page.waitForTimeout(2000);
  const { task: paste } = await measuredOf(page);
  await page.evaluate(() =>
    Object.assign((globalThis as unknown as { measured: Measured }).measured, { gap: 0, task: 0 }),
  );
  // Found once: to look for a role is work on the main thread that no reader causes.
  const list = await page.waitForSelector('[data-widget="read-my-text"] [role=listbox]');
  for (let part = 1; part <= 20; part++) {
    await list.evaluate((box, share) => box.scrollTo({ top: box.scrollHeight * share }), part / 20);
    await page.waitForTimeout(250);
  }
  await page.keyboard.type(' And the end.', { delay: 60 });
  await page.waitForTimeout(2000);
  const loaded = await measuredOf(page);
  await page.context().close();
  return { paste, loaded };
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const report = (what: string, numbers: readonly number[]) =>
  console.log(`${what}: ${median(numbers).toFixed(0)} ms (${numbers.map((x) => x.toFixed(0)).join(', ')})`);

async function repeat<T>(measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < repetitions; i++) results.push(await measure());
  return results;
}

const server = serve('dist/site', 0);
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
for (const path of ['embed/read-my-text.html', 'a-model-reads.html']) {
  const address = `http://127.0.0.1:${port}/${path}`;
  const waits = await repeat(() => firstTokens(browser, address));
  report(`${path}: first 200 tokens colored after the first keystroke`, waits);
  const busy = await repeat(() => longText(browser, address));
  report(`${path}: longest task while 100,000 characters are pasted`, busy.map(({ paste }) => paste)); // prettier-ignore
  report(`${path}: longest task of 50 ms or more with them loaded, 0 if none`, busy.map(({ loaded }) => loaded.task)); // prettier-ignore
  report(`${path}: longest gap between frames with them loaded, less one frame`, busy.map(({ loaded }) => loaded.gap - frame)); // prettier-ignore
}
await browser.close();
server.close();
server.closeAllConnections();
