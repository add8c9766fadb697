import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Frame, type Locator, type Page } from '@playwright/test';
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

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      context.on('console', (message) =>
        watch.said.push(`${message.type()}: ${message.text()} (${message.location().url})`),
      );
      context.on('weberror', (error) => watch.said.push(`uncaught: ${error.error().stack}`));
      context.on('request', (request) => watch.requested.push(request.url()));
      await use(watch);
      expect(watch.unexpected, 'console messages').toEqual([]);
      expect(watch.foreign, 'requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
});

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No violation of WCAG 2.2 A or AA that axe can find, frames included. It must not fetch stylesheets: a disk refuses that. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).withTags(wcag).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
  expect(found).toEqual([]);
}

/** The document is no wider than its window. */
export async function expectNoSidewaysScroll(frame: Frame): Promise<void> {
  const overflow = await frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return scrollWidth > clientWidth ? wide.map((element) => element.outerHTML.slice(0, 120)) : [];
  });
  expect(overflow, 'wider than the window').toEqual([]);
}

/** Opens everything that is folded away. */
export const openDetails = (frame: Frame) =>
  frame.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));

/** Walks with the Tab key until it stands on the element. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const here = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 200; presses++) {
    if (await here()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never reaches ${String(target)}.`);
}

export { expect };
