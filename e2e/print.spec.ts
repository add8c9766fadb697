import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isChosen } from '../fixtures/chosen.ts';
import { siteFolder } from './addresses.ts';
import { expectAllAlive } from './hosts.ts';
import { collisions, readPaper, type Printed } from './paper.ts';
import { expect, test } from './test.ts';

const pages = readdirSync(siteFolder).filter((name) => name.endsWith('.html') && isChosen('PAGES', name));
const formats = ['A4', 'Letter'] as const;

const wordsOn = (sheet: readonly Printed[]) => sheet.map(({ text }) => text).join(' ');

/** Sheets on which texts lie on each other, or on which there is nothing. */
async function faults(page: Page, format: (typeof formats)[number]): Promise<string[]> {
  const sheets = await readPaper(await page.pdf({ format }));
  expect(sheets.length).toBeGreaterThan(0);
  return sheets.flatMap((texts, i) =>
    [...(texts.length === 0 ? ['blank'] : []), ...collisions(texts)].map((fault) => `sheet ${i + 1}: ${fault}`),
  );
}

for (const name of pages)
  test(`${name} on paper: no text on another, no blank sheet`, async ({ page }) => {
    await page.goto(name);
    await expectAllAlive(page);
    for (const format of formats) expect(await faults(page, format), format).toEqual([]);
  });

test('a chapter on paper asks first, answers at its end, says where its links lead, and is as before afterwards', async ({
  page,
}) => {
  await page.goto('shared-information.html');
  // Its form comes with a script of its own.
  await expect(page.locator('[data-predict] form').last()).toBeVisible();
  const before = await page.locator('main').innerHTML();
  const sheets = await readPaper(await page.pdf({ format: 'A4' }));
  const first = sheets.findIndex((texts) => texts[0].text === 'Answers');
  expect(first).toBeGreaterThan(5);
  const [text, answers] = [sheets.slice(0, first), sheets.slice(first)].map((some) => some.map(wordsOn).join(' '));
  const squeezed = (words: string) => words.replace(/\s+/g, '');
  const reveal = 'Each tells exactly as much about the other';
  expect(squeezed(answers)).toContain(squeezed(reveal));
  expect(squeezed(text)).not.toContain(squeezed(reveal));
  expect(squeezed(text)).toContain(squeezed('Exercise 1'));
  expect(squeezed(text)).not.toContain(squeezed('The mistake this exercise is after'));
  expect(squeezed(answers)).toContain(squeezed('The mistake this exercise is after'));
  expect(squeezed(answers)).toContain('/embed/entropy-venn.html');
  expect(await page.locator('main').innerHTML()).toBe(before);
  await expect(page.locator('.on-paper')).toHaveCount(0);
});

test('without scripts answers are printed where they stand', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('shared-information.html', test.info().project.use.baseURL).href);
  const words = (await readPaper(await page.pdf({ format: 'A4' }))).map(wordsOn).join(' ').replace(/\s+/g, '');
  expect(words).toContain('Eachtellsexactlyasmuchabouttheother');
  expect(words).toContain('Themistakethisexerciseisafter');
  await context.close();
});
