import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Frame,
  type Locator,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test';
import { origin } from './addresses.ts';

/** What a page says to the console and whom it asks for what. Every test ends with the check that it was nothing. */
export class Watch {
  readonly said: string[] = [];
  readonly requested: string[] = [];
  /** Where requests may go, besides data: and blob:. */
  home: readonly string[] = [`${origin}/`];
  /** What the browser itself says when a test takes something away from the page. */
  expected: RegExp | undefined;

  get unexpected(): string[] {
    return this.said.filter((text) => !this.expected?.test(text));
  }
  get foreign(): string[] {
    const near = [...this.home, 'data:', 'blob:', 'about:'];
    return this.requested.filter((url) => !near.some((prefix) => url.startsWith(prefix)));
  }
}

/** Listens to a browser until the returned function is called. */
function listen(context: BrowserContext, { said, requested }: Watch): () => void {
  const console = (message: ConsoleMessage) =>
    said.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  const weberror = (error: WebError) => said.push(`uncaught: ${error.error().stack}`);
  const request = (asked: Request) => requested.push(asked.url());
  context.on('console', console).on('weberror', weberror).on('request', request);
  return () => void context.off('console', console).off('weberror', weberror).off('request', request);
}

/** What pages have stored is forgotten, and what a test has laid between page and network is taken away. */
async function leave(page: Page, visited: readonly string[]): Promise<void> {
  await page.unrouteAll();
  await page.goto('about:blank');
  await page.context().clearPermissions();
  const session = await page.context().newCDPSession(page);
  for (const home of new Set(visited.filter((url) => /^(http|file):/.test(url)).map((url) => new URL(url).origin)))
    await session.send('Storage.clearDataForOrigin', {
      origin: home === 'null' ? 'file://' : home,
      storageTypes: 'local_storage',
    });
  await session.detach();
}

interface Fixtures {
  readonly watch: Watch;
  /** For tests that leave traces in a browser which `leave` does not take away: they get one of their own. */
  readonly isolated: boolean;
}

/**
 * Tests of one worker that ask for the same options share one browser context and its page, one after the other: a new one costs as
 * much as three pages opened in it.
 */
export const test = base.extend<Fixtures, { readonly contexts: Map<string, BrowserContext> }>({
  isolated: [false, { option: true }],
  contexts: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const contexts = new Map<string, BrowserContext>();
      await use(contexts);
      for (const context of contexts.values()) await context.close();
    },
    { scope: 'worker' },
  ],
  context: async (
    { browser, contexts, isolated, baseURL, viewport, colorScheme, hasTouch, javaScriptEnabled, contextOptions },
    use,
  ) => {
    const options = { baseURL, viewport, colorScheme, hasTouch, javaScriptEnabled, ...contextOptions };
    const key = JSON.stringify(options);
    const context = (!isolated && contexts.get(key)) || (await browser.newContext(options));
    if (!isolated) contexts.set(key, context);
    await use(context);
    if (isolated) await context.close();
  },
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      const stop = listen(context, watch);
      await use(watch);
      stop();
      expect(watch.unexpected, 'console messages').toEqual([]);
      expect(watch.foreign, 'requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ context, watch, isolated, viewport, colorScheme, contextOptions }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ media: null, colorScheme, reducedMotion: null, forcedColors: null, ...contextOptions });
    await use(page);
    if (!isolated) await leave(page, watch.requested);
  },
});

/** The document is no wider than its window, as soon as its figures are drawn for that width. */
export async function expectNoSidewaysScroll(frame: Frame): Promise<void> {
  const overflow = () =>
    frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      return scrollWidth > clientWidth ? wide.map((element) => element.outerHTML.slice(0, 120)) : [];
    });
  await expect.poll(overflow, 'wider than the window').toEqual([]);
}

/** Opens everything that is folded away. */
export const openDetails = (frame: Frame) =>
  frame.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));

/** Walks with the Tab key until it stands on the element. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // To find an element by its role takes longer than to walk on: it is looked for again only when it has been drawn anew.
  let element = await target.elementHandle();
  for (let presses = 0; presses < 200; presses++) {
    const state = await element!.evaluate((node) => (node.isConnected ? node === document.activeElement : 'gone'));
    if (state === true) return;
    if (state === 'gone') element = await target.elementHandle();
    else await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never reaches ${String(target)}.`);
}

export { expect };
