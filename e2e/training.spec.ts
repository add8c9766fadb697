import type { Frame } from '@playwright/test';
import { openEmbed } from './hosts.ts';
import { expect, test } from './test.ts';

/** What a training in the page owes to its reader, shown on one widget. */
const id = 'train-it';

const transport = (frame: Frame) => ({
  play: frame.locator('.fig-run .start'),
  steps: async () => Number(await frame.getByLabel('Steps taken').getAttribute('value')),
});

for (const host of ['http', 'file', 'cross-site frame', 'sandbox'] as const) {
  test(`a network learns in the page on ${host}, and stops when it is told to`, async ({ page, watch }) => {
    // Imitated graphics, which are not used, say so.
    watch.expected = /WebGL/;
    const frame = await openEmbed(page, watch, host, id, '?steps=1000');
    const { play, steps } = transport(frame);
    await play.click();
    await expect(play).toHaveText('Pause');
    await expect.poll(steps).toBeGreaterThan(2);
    const before = await steps();
    await expect.poll(steps).toBeGreaterThan(before);
    await play.click();
    await expect(play).toHaveText('Go on');
    await expect(async () => {
      const reached = await steps();
      await page.waitForTimeout(2000);
      expect(await steps()).toBe(reached);
    }).toPass();
  });
}

test.describe('seen and unseen', () => {
  test.use({ isolated: true });
  test('a network learns only while the page is in front and the figure in sight', async ({ page, watch }) => {
    watch.expected = /WebGL/;
    await page.addInitScript(() => {
      let state = 'visible';
      Object.defineProperty(document, 'visibilityState', { get: () => state });
      Object.assign(globalThis, {
        show(next: string) {
          state = next;
          document.dispatchEvent(new Event('visibilitychange'));
        },
      });
    });
    const frame = await openEmbed(page, watch, 'http', id, '?steps=10000');
    const { play, steps } = transport(frame);
    await play.click();
    await expect.poll(steps).toBeGreaterThan(2);

    const expectRest = async () => {
      let reached = 0;
      // What was under way may still arrive, and then nothing for longer than any two snapshots are apart.
      await expect(async () => {
        reached = await steps();
        await page.waitForTimeout(3000);
        expect(await steps()).toBe(reached);
      }).toPass();
      return reached;
    };
    const expectLearning = (from: number) => expect.poll(steps).toBeGreaterThan(from);

    await page.evaluate("show('hidden')");
    const hidden = await expectRest();
    await page.evaluate("show('visible')");
    await expectLearning(hidden);

    await page.evaluate(() => {
      document.body.style.paddingBottom = '9000px';
      scrollTo(0, document.body.scrollHeight);
    });
    const away = await expectRest();
    await page.evaluate(() => scrollTo(0, 0));
    await expectLearning(away);
    await play.click();
  });
});
