import { expect, type Frame, type Page } from '@playwright/test';
import type { Transcript } from '#contract/transcript.ts';
import { tabTo } from './test.ts';

export const transcriptOf = async (id: string): Promise<Transcript> =>
  ((await import(`../src/widgets/${id}/transcript.ts`)) as { readonly default: Transcript }).default;

export const description = (frame: Frame) => frame.locator('.widget .say');

export async function perform(page: Page, frame: Frame, { steps, described }: Transcript): Promise<void> {
  await expect(description(frame)).not.toHaveText(described);
  for (const step of steps) {
    if ('open' in step) {
      const summary = frame.locator('.fold > summary', { hasText: step.open });
      await tabTo(page, summary);
      if (await summary.evaluate((element) => !(element.parentElement as HTMLDetailsElement).open))
        await page.keyboard.press('Enter');
      continue;
    }
    const { role, name, press = [], type } = step;
    await tabTo(page, frame.getByRole(role, { name, exact: true }));
    for (const key of press) await page.keyboard.press(key);
    if (type) await page.keyboard.type(type);
  }
  await expect(description(frame)).toHaveText(described);
}
