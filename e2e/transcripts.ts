import { expect, type Frame, type Page } from '@playwright/test';
import { tabTo } from './test.ts';

/**
 * The main task of every widget, done with the keyboard alone: what to walk to with the Tab key, what to press or type
 * there, and what the description must then say (and did not say before).
 */
export interface Transcript {
  readonly steps: readonly {
    readonly role: Parameters<Page['getByRole']>[0];
    readonly name: string | RegExp;
    readonly press?: readonly string[];
    readonly type?: string;
  }[];
  readonly described: RegExp;
}

export const transcripts: Readonly<Record<string, Transcript>> = {};

export const description = (frame: Frame) => frame.locator('.widget .say');

export async function perform(page: Page, frame: Frame, { steps, described }: Transcript): Promise<void> {
  await expect(description(frame)).not.toHaveText(described);
  for (const { role, name, press = [], type } of steps) {
    await tabTo(page, frame.getByRole(role, { name }));
    for (const key of press) await page.keyboard.press(key);
    if (type) await page.keyboard.type(type);
  }
  await expect(description(frame)).toHaveText(described);
}
