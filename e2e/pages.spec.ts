import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isChosen, isWholeBook } from '../fixtures/chosen.ts';
import { expectAccessible } from './accessible.ts';
import { origin, siteFolder } from './addresses.ts';
import { expectFrugal } from './budgets.ts';
import { expectAllAlive } from './hosts.ts';
import { formats, printingFaults } from './paper.ts';
import { reachable, relatedTo } from './reachable.ts';
import { expect, expectNoSidewaysScroll, openDetails, test } from './test.ts';

if (!existsSync(siteFolder)) throw new Error('There is no dist/site to test: npm run build.');
/** Every page of the site but the embed pages, which belong to widgets.spec.ts. */
const pages = readdirSync(siteFolder).filter((name) => name.endsWith('.html'));
const embeds = readdirSync(`${siteFolder}embed`).filter((name) => name.endsWith('.html'));

const chosen = [
  ...pages.filter((page) => isChosen('PAGES', page)),
  ...embeds.filter((file) => isChosen('WIDGETS', file.replace('.html', ''))).map((file) => `embed/${file}`),
];

/** The widgets that stand on a page. */
const shownOn = (page: Page) =>
  page.locator('[data-island]').evaluateAll((all) => all.map((island) => island.dataset.island!));

for (const [index, name] of chosen.filter((each) => pages.includes(each)).entries())
  test(`${name} can be skipped into, is frugal, silent and accessible on a wide, light and on a narrow, dark screen, and prints well`, async ({
    page,
    watch,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(name);
    await test.step('can be skipped into', async () => {
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      await expect(skip).toHaveText(/^Skip/);
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page.locator('main')).toBeFocused();
    });
    await test.step('comes alive, and loads no more than it needs', async () => {
      await expectAllAlive(page);
      expectFrugal(name, await shownOn(page), watch);
    });
    // Neighbors by turns: to print each on both papers took a third of the time.
    const format = formats[index % formats.length];
    await test.step(`on ${format}: no text on another, no blank sheet`, async () =>
      expect(await printingFaults(page, format)).toEqual([]));
    await test.step('is accessible on a wide, light screen', () => expectAccessible(page));
    await test.step('fits 360 and 320 pixels, with everything open', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await openDetails(page.mainFrame());
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await expectNoSidewaysScroll(page.mainFrame());
      }
    });
    await test.step('is accessible on a narrow, dark screen, with everything open', async () => {
      // Figures have been looked at there on pages of their own, with every panel open.
      await page.locator('[data-island]').evaluateAll((all) => all.forEach((island) => island.remove()));
      await expectAccessible(page);
    });
  });

test('the contents show pages under their chapter; a reader goes through them page by page', async ({ page }) => {
  test.skip(!isWholeBook, 'A choice of pages is no book to go through.');
  await page.goto('index.html');
  const entry = (title: string) =>
    page.locator('#contents .entry').filter({ has: page.getByText(title, { exact: true }) });
  // The chapter, and the first of its pages.
  await expect(entry('Shared information').locator('.place')).toHaveText(['3', '3.1']);
  await expect(entry('Shared information').locator('.tag')).toHaveText(/^\d+ minutes$/);
  await expect(entry('A language model').locator('.place')).toHaveText('8');
  for (const [title, number] of [
    ['A model reads', '8.1'],
    ['What a loss is made of', '8.2'],
    ['A model learns', '8.3'],
    ['A model writes', '8.4'],
    ['What is said of a model', '8.5'],
    ['Learning to learn', '14.2'],
    ['The sparse-mixture prior', '14.3'],
  ])
    await expect(entry(title).locator('.place')).toHaveText(number);
  const written = await page
    .locator('#contents .entry a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));

  // The first page that needs nothing, and from there to the last one by “After this”, and every page leads back to the one before it.
  await page.locator('[data-start-here] a').click();
  await page.waitForLoadState();
  const seen = [page.url()];
  const links = (name: string, rel: 'prev' | 'next') =>
    relatedTo(siteFolder, name, rel).map((href) => `${origin}/${href}`);
  for (let next; (next = links(seen.at(-1)!.slice(origin.length + 1), 'next')[0]); seen.push(next))
    expect(links(next.slice(origin.length + 1), 'prev')).toEqual([seen.at(-1)]);
  expect(seen).toEqual(written);
  await page.locator('a[rel=next]').click();
  await expect(page).toHaveURL(seen[1]);
  await page.locator('a[rel=prev]').click();
  await expect(page).toHaveURL(seen[0]);
});

test('every embed page is a sound document with one figure, described in words with numbers', () => {
  const once = [
    /<html lang="en"/g,
    /<title>[^<]*\S · Bits per Token<\/title>/g,
    /<h1[ >]/g,
    /<main[ >]/g,
    /class="say"[^>]*>[^<]*\d/g,
    /<a href="..\/index.html">Bits per Token<\/a>/g,
  ];
  for (const name of embeds) {
    const html = readFileSync(`${siteFolder}embed/${name}`, 'utf8');
    const others = once.filter((pattern) => html.match(pattern)?.length !== 1);
    expect(others, `${name} does not have them once`).toEqual([]);
    expect(html).toMatch(/<div class="picture">.*?<(?:svg|span class="token)/s);
    expect(html).not.toContain('katex-error');
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  // The figures of all embed pages stand on pages of chapters too; what is around them is alike.
  const few = embeds.filter((_, i) => i % 12 === 0).map((file) => `embed/${file}`);
  for (const name of chosen.filter((each) => pages.includes(each) || few.includes(each) || !isWholeBook))
    test(`${name} is a sound document that can be read`, async ({ page }) => {
      await page.goto(name);
      await expect(page).toHaveTitle(/\S/);
      await expect(page.locator('html[lang]')).toHaveCount(1);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main')).toHaveCount(1);
      if (pages.includes(name)) {
        await expect(page.getByRole('banner')).toHaveCount(1);
        await expect(page.getByRole('contentinfo')).toHaveCount(1);
        await expect(page.getByRole('navigation', { name: 'Book', exact: true })).toHaveCount(1);
      } else await expect(page.getByRole('link', { name: 'Bits per Token' })).toHaveAttribute('href', '../index.html');
      await expectNoSidewaysScroll(page.mainFrame());

      // Every figure stands there in one of its two widths, described in words; every formula is drawn.
      for (const island of await page.locator('[data-island]').all()) {
        await expect(island.locator('.picture :is(svg, .token):visible').first()).toBeVisible();
        await expect(island.locator('.say')).toHaveText(/\d/);
      }
      const unseen = await page.locator('main .katex').evaluateAll((all) =>
        all
          .filter((formula) => !formula.closest('details:not([open]), [hidden], .at-wide'))
          .filter((formula) => formula.getBoundingClientRect().width === 0)
          .map((formula) => formula.textContent),
      );
      expect(unseen, 'formulas that are not seen').toEqual([]);
      await expect(page.locator('.katex-error')).toHaveCount(0);
    });
});

test('every page can be reached from the first by links', () => {
  test.skip(!isWholeBook, 'A choice of pages has links to others.');
  const all = [...pages.filter((name) => name !== '404.html'), ...embeds.map((name) => `embed/${name}`)];
  expect(reachable(siteFolder)).toEqual(all.sort());
});

test('an address that does not exist gets the page that says so', async ({ page, watch }) => {
  test.skip(!pages.includes('404.html'), 'That page is not among those chosen.');
  watch.expected = /404/;
  for (const address of ['no-such-page.html', 'no/such/folder/page.html']) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await expect(page.getByRole('link', { name: 'The contents' })).toHaveJSProperty('href', `${origin}/index.html`);
    await expect(page.locator('body')).toHaveCSS('font-family', /Source Serif/);
  }
});
