import { modelFixture } from '../fixtures/model.ts';
import { origin } from './addresses.ts';
import { openModelPage } from './model/open.ts';
import { expect, test } from './test.ts';

const { windows, reading } = modelFixture('reader');

/** The largest difference from PyTorch's float64 in any activation or logit, and in a window's mean loss in nats. */
const tolerances = {
  plain: { values: 2e-5, loss: 1e-6 },
  wasm: { values: 1e-4, loss: 1e-6 },
  cpu: { values: 2e-5, loss: 1e-6 },
  webgl: { values: 1e-4, loss: 1e-6 },
} as const;

// The page is built once, and software WebGL is slow enough without a neighbor.
test.describe.configure({ mode: 'default' });
test.slow();

for (const [backend, tolerance] of Object.entries(tolerances)) {
  test(`the model on ${backend} agrees with PyTorch in every stage`, async ({ page }) => {
    await openModelPage(page, origin);
    for (const window of windows) {
      const found = await page.evaluate(([name, fixture]) => globalThis.model.compare(name, fixture), [
        backend as keyof typeof tolerances,
        window,
      ] as const);
      for (const difference of [...found.stages, found.lastLogits]) expect(difference).toBeLessThan(tolerance.values);
      expect(found.loss).toBeLessThan(tolerance.loss);
    }
  });
}

test('the engine reads in its workers as PyTorch does, on every backend', async ({ page }) => {
  await openModelPage(page, origin);
  for (const backend of ['plain', 'wasm', 'webgl'] as const) {
    await page.evaluate(() => globalThis.model.startEngine());
    const status = await page.evaluate((name) => globalThis.model.choose(name), backend);
    expect(status.notice).toBeUndefined();
    const surprisal = await page.evaluate((text) => globalThis.model.read(text), reading.text);
    expect(surprisal).toHaveLength(reading.surprisal.length);
    reading.surprisal.forEach((nats, t) => expect(surprisal[t]).toBeCloseTo(nats, 4));
  }
});

test('a reading survives the loss of the graphics context, and the page says so', async ({ page }) => {
  await openModelPage(page, origin);
  await page.evaluate(() => globalThis.model.startEngine());
  await page.evaluate(() => globalThis.model.choose('webgl'));
  const surprisal = await page.evaluate((text) => globalThis.model.read(text, 1), reading.text);
  reading.surprisal.forEach((nats, t) => expect(surprisal[t]).toBeCloseTo(nats, 4));
  const { notice } = await page.evaluate(() => globalThis.model.status());
  expect(notice).toMatch(/^WebGL was given up: The browser took the graphics context away\. Now .+ reads\.$/);
});
