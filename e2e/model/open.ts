import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildPage, openBuiltPage } from '../builtPage.ts';
import type { ModelPage } from './page.ts';

declare global {
  var model: ModelPage;
}

let built: ReturnType<typeof buildPage> | undefined;

/** Opens the page beside this file, with the weights beside it, at an address below `origin`. */
export async function openModelPage(page: Page, origin: string): Promise<void> {
  const files = await (built ??= buildPage(import.meta.dirname));
  await openBuiltPage(page, origin, new Map([...files, ['reader.bin', readFileSync('public/weights/reader.bin')]]));
  await page.waitForFunction(() => 'model' in globalThis);
}
