import type { Page } from '@playwright/test';
import { origin } from './addresses.ts';
import { expectAllAlive } from './hosts.ts';
import { expect, test } from './test.ts';

/* Ways through the book: the search, the list of sections, where one was, the glossary, the code to embed a figure. */

const chapter = 'shared-information.html';
const current = (page: Page) => page.locator('.toc ol a[aria-current=location]');

test('the search finds sections, terms and figures, by keyboard, and asks no server', async ({ page, watch }) => {
  await page.goto('glossary.html');
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  const found = dialog.getByRole('listitem');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('data processing');
  await expect(found.first()).toContainText('data processing inequality');
  await expect(found.filter({ hasText: '3.1 Shared information' }).first()).toContainText('data processing');
  expect(watch.requested.filter((url) => /processing/.test(url))).toEqual([]);
  await dialog.getByRole('searchbox').fill('qqqqq');
  await expect(dialog.getByRole('status')).toHaveText('Nothing in the book has “qqqqq”.');
  await dialog.getByRole('searchbox').fill('entrpoy');
  await expect(found.first()).toContainText(/entropy/i);
  await page.keyboard.press('Escape');
  // The first press empties the box.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Search' }).click();
  await dialog.getByRole('searchbox').fill('surprising your sentence');
  await expect(found.first()).toContainText('Figure');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/embed\/first-sentence\.html$/);
});

test('a chapter lists its sections, marks the one that is read, and the home page goes on there', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(chapter);
  const sections = page.locator('.toc ol a');
  await expect(sections.first()).toBeInViewport();
  await expect(page.locator('.bar')).toBeInViewport();
  const [third, words] = [sections.nth(2), await sections.nth(2).innerText()];
  await third.click();
  await expect(page.getByRole('heading', { name: words, level: 2 })).toBeInViewport();
  await expect(current(page)).toHaveText(words);
  await expect(third).toBeInViewport();
  await expect(page.locator('.bar')).toBeInViewport();

  await page.goto('index.html');
  await page.getByRole('link', { name: 'Continue where you were' }).click();
  await expect(page).toHaveURL(/shared-information\.html#/);
  await expect(page.getByRole('heading', { name: words, level: 2 })).toBeInViewport();
});

test('the glossary has letters, and shows the terms that one types', async ({ page }) => {
  await page.goto('glossary.html');
  const terms = page.locator('.definitions > div:visible');
  const all = await terms.count();
  await page.getByLabel('Show terms with').fill('markov');
  await expect(page.locator('[data-filter] [role=status]')).toHaveText(/^\d+ terms?$/);
  expect(await terms.count()).toBeLessThan(all);
  for (const term of await terms.all()) await expect(term).toContainText(/markov/i);
  await page.getByLabel('Show terms with').fill('');
  await expect(terms).toHaveCount(all);
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link').last().click();
  await expect(page.locator('[data-letter]').last().getByRole('heading')).toBeInViewport();
});

test('the code to embed a figure has its height, and what was ticked', async ({ page }) => {
  const where = 'embed/relay-cascade.html?noise1=0.2';
  await page.goto(where);
  await expectAllAlive(page);
  const height = await page.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
  await page.getByRole('button', { name: 'Link and embed' }).click();
  const code = page.getByLabel('Code to embed it');
  const written = async (pattern: RegExp) => pattern.exec(await code.inputValue())?.[1];
  const full = Number(await written(/ height="(\d+)"/));
  expect(Math.abs(full - height)).toBeLessThan(30);
  expect(await code.inputValue()).toContain('bits-per-token:height');
  await page.getByLabel('A script that keeps the frame').uncheck();
  expect(await code.inputValue()).not.toContain('<script>');
  await page.getByText('Lock or hide what can be changed').click();
  await page.getByLabel('Relays: locked').check();
  await page.getByLabel('Chance that X is 1: hidden').check();
  expect(await written(/ src="([^"]*)"/)).toBe(`${origin}/${where}&amp;lock=relays&amp;hide=bias`);
  await page.getByLabel('The picture alone').check();
  expect(await written(/ src="([^"]*)"/)).toContain('ui=figure');
  expect(Number(await written(/ height="(\d+)"/))).toBeLessThan(full);
  await expect(page.getByRole('link', { name: 'Notes for teachers' })).toHaveAttribute('href', /teaching\.html$/);
});

test('a report of an error takes along the page and the state of its figures', async ({ page }) => {
  await page.goto(`${chapter}?venn.noise=0.4#venn`);
  await page.getByRole('link', { name: 'Report an error' }).click();
  await expect(page.locator('#report-text')).toHaveValue(
    new RegExp(`^Page: ${origin.replaceAll('.', '\\.')}/shared-information\\.html\\?venn\\.noise=0\\.4\\n`),
  );
  await page.goto(`about.html?of=${encodeURIComponent('https://example.org/')}`);
  await expect(page.locator('#report-text')).toHaveValue(/^Page: \n/);
});

test('who chose nats is told where amounts stay in bits', async ({ page }) => {
  await page.goto(chapter);
  const notes = page.locator('.numeric .stays-in-bits');
  await expect(notes.first()).toBeHidden();
  await page.getByRole('button', { name: 'nats', exact: true }).click();
  await expect(notes.first()).toBeVisible();
});
