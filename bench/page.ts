/**
 * What a reader waits for on the built site, in Chromium, cold: `npx tsx bench/page.ts [repetitions]` after `npm run build`.
 *
 * 1. From the first keystroke (a paste counts as one) until the first 200 tokens of the new text are colored: the page has
 *    just been opened, nothing is cached, and neither the reader's code nor its weights have been asked for before.
 * 2. The longest time that the main thread is busy at a stretch, while 100,000 characters are pasted, read and scrolled
 *    through: the longest gap between animation frames less one frame, and the longest task that the browser reports.
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
  await page.locator('textarea:not([readonly])').first().focus();
  await page.keyboard.press('Control+a');
  return page;
}

async function firstTokens(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  await page.keyboard.insertText(prose(3000));
  while (!(await measuredOf(page)).colored) await page.waitForTimeout(50);
  const { first, colored } = await measuredOf(page);
  await page.context().close();
  return colored - first;
}

async function longText(browser: Browser, address: string): Promise<Measured> {
  const page = await open(browser, address);
  await page.keyboard.insertText(prose(100_000));
  const list = page.getByRole('listbox');
  for (let part = 1; part <= 20; part++) {
    await list.evaluate((box, share) => box.scrollTo({ top: box.scrollHeight * share }), part / 20);
    await page.waitForTimeout(250);
  }
  await page.keyboard.type(' And the end.', { delay: 60 });
  await page.waitForTimeout(2000);
  const measured = await measuredOf(page);
  await page.context().close();
  return measured;
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
  report(`${path}: longest gap between frames with 100,000 characters, less one frame`, busy.map(({ gap }) => gap - frame)); // prettier-ignore
  report(`${path}: longest task reported with 100,000 characters`, busy.map(({ task }) => task)); // prettier-ignore
}
await browser.close();
server.close();
server.closeAllConnections();
