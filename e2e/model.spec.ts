import { modelFixture } from '../fixtures/model.ts';
import { trainingFixture } from '../fixtures/training.ts';
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

/**
 * Of the first gradient, clipped; of ten losses, in nats; of the network after them. In half precision a loss itself is rounded to
 * 2⁻¹⁰ of its size, and where a gradient is smaller than its error the first step, which has the size of the rate, may go either way.
 */
const trainingTolerances = {
  plain: { gradient: 1e-6, losses: 1e-6, end: 1e-5 },
  wasm: { gradient: 1e-6, losses: 1e-6, end: 1e-5 },
  stock: { gradient: 1e-6, losses: 1e-6, end: 1e-5 },
  webgl: { gradient: 1e-6, losses: 1e-6, end: 1e-5 },
  half: { gradient: 2e-3, losses: 5e-3, end: 0.05 },
} as const;

for (const [name, tolerance] of Object.entries(trainingTolerances)) {
  const backend = name as keyof typeof trainingTolerances;
  test(`training on ${backend} takes the steps that PyTorch takes, and leaves nothing behind`, async ({
    page,
    watch,
  }) => {
    // What the browser says of the speed of an imitated graphics processor.
    watch.expected = /GPU stall due to ReadPixels/;
    await openModelPage(page, origin);
    const found = await page.evaluate(([own, fixture]) => globalThis.model.train(own, fixture), [
      backend,
      trainingFixture(),
    ] as const);
    expect(found.gradient).toBeLessThan(tolerance.gradient);
    expect(found.losses).toBeLessThan(tolerance.losses);
    expect(found.end).toBeLessThan(tolerance.end);
    expect(found.resumed).toBe(0);
    if (backend === 'plain') return;
    const { counts, loss } = await page.evaluate((own) => globalThis.model.count(own, 500), backend);
    expect(loss).toBeLessThan(0.1);
    expect(counts[2]).toBe(counts[1]);
    expect(counts[3]).toBe(counts[0]);
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
  expect(notice).toMatch(
    /^TensorFlow\.js on WebGL was given up: The browser took the graphics context away\. Now .+ reads\.$/,
  );
});
