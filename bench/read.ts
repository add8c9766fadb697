/**
 * How fast the model reads in Chromium, on every backend, as ratios to the plain reader of the same run:
 * `npx tsx bench/read.ts [rounds]`. On a machine without a graphics processor WebGL is imitated in software, which tells
 * nothing about its speed elsewhere.
 */
import { chromium } from '@playwright/test';
import { openModelPage } from '../e2e/model/open.ts';
import { modelFixture } from '../fixtures/model.ts';
import { browserArguments, findBrowser } from '../scripts/browser.js';

const rounds = Number(process.argv[2] ?? 3);
const backends = ['plain', 'wasm', 'webgl', 'cpu'] as const;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
const page = await browser.newPage();
await openModelPage(page, 'http://127.0.0.1:1');

const { text } = modelFixture('reader').reading;
const cold: number[] = [];
const decode: number[] = [];
const speeds: Record<(typeof backends)[number], number[]> = { plain: [], wasm: [], webgl: [], cpu: [] };
// In turns, so that whatever else the machine does falls on all alike.
for (let round = 0; round < rounds; round++) {
  await page.reload();
  await page.waitForFunction(() => 'model' in globalThis);
  cold.push(await page.evaluate((of) => globalThis.model.cold(of, 200), text));
  decode.push(await page.evaluate(() => globalThis.model.decode()));
  for (const name of backends) {
    speeds[name].push(await page.evaluate(([of, on]) => globalThis.model.speed(of, on), [name, text] as const));
  }
}
await browser.close();

console.log(`From no worker and no weights to the first 200 tokens: ${median(cold).toFixed(0)} ms`);
console.log(`One more token with keys and values kept: ${median(decode).toFixed(2)} ms`);
for (const [name, values] of Object.entries(speeds)) {
  const ratios = values.map((value, round) => value / speeds.plain[round]);
  console.log(
    `${name.padEnd(6)} ${median(values).toFixed(0).padStart(6)} tokens/s  ${median(ratios).toFixed(2)} × plain`,
  );
}
