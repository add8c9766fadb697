import { isChosen } from '../fixtures/chosen.ts';
import { specs } from './expected.ts';
import { openEmbed } from './hosts.ts';
import { expect, test } from './test.ts';

/* What is said of a long computation comes and goes, and nothing moves. */

interface Seen {
  /** How far anything moved from a frame without the row to the next, which has it, and back. */
  readonly coming: number[];
  readonly going: number[];
}

/** Every answer of a worker comes late, so that each figure has something to wait for. */
function delayWorkers() {
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    override postMessage(...message: [unknown]) {
      setTimeout(() => super.postMessage(...message), 3000);
    }
  };
}

/** Looks at each frame where the parts of the figure stand. */
function watchParts() {
  const seen: Seen = { coming: [], going: [] };
  Object.assign(globalThis, { seen });
  const parts = ['.picture-frame', '.presets', '.say', '.challenges', '.toolbar'];
  const tops = () => parts.map((part) => document.querySelector(`.widget ${part}`)?.getBoundingClientRect().top ?? 0);
  let [was, stood] = [false, tops()];
  const look = () => {
    const [is, stand] = [document.querySelector('.working') !== null, tops()];
    if (is !== was) seen[is ? 'coming' : 'going'].push(Math.max(...stand.map((top, i) => Math.abs(top - stood[i]))));
    [was, stood] = [is, stand];
    requestAnimationFrame(look);
  };
  look();
}

test.use({ isolated: true, viewport: { width: 390, height: 844 } });

for (const { id } of specs.filter(({ work }) => work)) {
  if (!isChosen('WIDGETS', id)) continue;
  test(`${id}: nothing moves as it begins to compute and is stopped`, async ({ page, watch }) => {
    await page.addInitScript(delayWorkers);
    const frame = await openEmbed(page, watch, 'http', id);
    await frame.evaluate(watchParts);
    const stop = frame.locator('.working').getByRole('button', { name: 'Stop' });
    // Not every case has something that a worker computes.
    for (const preset of await frame.locator('.presets > button').all()) {
      await preset.click();
      if (await stop.waitFor({ timeout: 1500 }).then(() => true, () => false)) break; // prettier-ignore
    }
    const row = frame.locator('.working > div');
    const [say, over] = [await frame.locator('.say').boundingBox(), await row.boundingBox()];
    expect(over!.width).toBeCloseTo(say!.width, 0);
    await stop.click();
    await expect(row).toHaveCount(0);
    await expect
      .poll(() => frame.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.going.length))
      .toBeGreaterThan(0);
    const { coming, going } = await frame.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    expect(Math.max(...coming, ...going)).toBe(0);
  });
}
