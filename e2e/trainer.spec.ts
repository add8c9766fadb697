import type { Config } from '#contract/training.ts';
import { openTrainerPage } from './trainer/open.ts';
import { expect, test } from './test.ts';

const small: Config = { vocabulary: 8, context: 16, width: 16, layers: 1, heads: 2 };
const usual: Config = { vocabulary: 96, context: 128, width: 64, layers: 2, heads: 4 };

test.describe.configure({ mode: 'default' });

test.beforeEach(({ page }) => openTrainerPage(page));

for (const backend of ['plain', 'wasm', 'webgl'] as const) {
  test(`training on ${backend} in its worker ends with a network of finite numbers that has learned`, async ({
    page,
  }) => {
    const run = () =>
      page.evaluate(([name, config]) => globalThis.lab.train(name, config, 60), [backend, small] as const);
    const { snapshots, values } = await run();
    expect(snapshots.at(-1)).toMatchObject({ step: 60, backend, tokens: 60 * 8 * 16, notice: undefined });
    expect(snapshots.every(({ isFinite }) => isFinite)).toBe(true);
    // Evenly among all tokens it is ln 8; the chains have two to four symbols.
    expect(snapshots.at(-1)!.loss).toBeLessThan(Math.log(8) - 0.2);
    // Equal requests give equal networks on one backend.
    expect((await run()).values).toEqual(values);
  });
}

test('a lost graphics context costs no step: a new worker goes on from the last snapshot, and the page says so', async ({
  page,
}) => {
  const run = (loseContextAfter?: number) =>
    page.evaluate(
      ([config, after]) => globalThis.lab.train('webgl', config as never, 120, after as number | undefined),
      [small, loseContextAfter],
    );
  const whole = await run();
  const { snapshots, values } = await run(1);
  expect(snapshots[1].notice).toBe(
    `TensorFlow.js on WebGL failed: The browser took the graphics context away. Training went on from step ${snapshots[0].step} in a new worker.`,
  );
  expect(snapshots.at(-1)).toMatchObject({ step: 120, backend: 'webgl' });
  expect(values).toEqual(whole.values);
});

test('the backend is measured before the start, and imitated graphics are not tried unasked', async ({ page }) => {
  const estimate = await page.evaluate((config) => globalThis.lab.estimate('auto', config, 500), small);
  expect(['plain', 'wasm']).toContain(estimate.backend);
  expect(estimate.seconds).toBeCloseTo((500 * 8 * 16) / estimate.tokensPerSecond, 6);
});

for (const backend of ['plain', 'wasm'] as const) {
  test(`the page goes on drawing while ${backend} trains`, async ({ page }) => {
    // Other work on the machine makes gaps too: what the page does at rest says how many, and one quiet attempt is enough.
    await expect(async () => {
      const { idle, busy, count } = await page.evaluate(([name, config]) => globalThis.lab.frames(name, config, 2000), [
        backend,
        usual,
      ] as const);
      expect(count).toBeGreaterThan(2);
      expect(busy[0]).toBeLessThan(Math.max(50, 2 * idle[0]));
      expect(busy.length).toBeGreaterThan(0.9 * idle.length);
    }).toPass();
  });
}
