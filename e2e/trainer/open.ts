import type { Page } from '@playwright/test';
import { origin } from '../addresses.ts';
import { buildPage, openBuiltPage } from '../builtPage.ts';
import type { Lab } from './page.ts';

declare global {
  var lab: Lab;
}

let built: ReturnType<typeof buildPage> | undefined;

/** Opens the page beside this file at an address below the site's. */
export async function openTrainerPage(page: Page): Promise<void> {
  await openBuiltPage(page, origin, await (built ??= buildPage(import.meta.dirname)));
  await page.waitForFunction(() => 'lab' in globalThis);
}
