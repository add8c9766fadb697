import { readPaper, type Printed } from './paper.ts';
import { expect, test } from './test.ts';

/* That no page lies on itself on paper is looked at in pages.spec.ts, where it is open anyway. */

const wordsOn = (sheet: readonly Printed[]) => sheet.map(({ text }) => text).join(' ');

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
