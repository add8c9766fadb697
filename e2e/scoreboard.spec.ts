import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAllAlive } from './hosts.ts';
import { expect, test } from './test.ts';

/* The last chapter: every claim of the book, and what the reader's own answers have cost. */

const written = readdirSync('src/book')
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => readFileSync(`src/book/${file}`, 'utf8').match(/<Claim /g)?.length ?? 0)
  .reduce((total, count) => total + count, 0);

test('every claim of the chapters is listed once, and can be found by word, status and chapter', async ({ page }) => {
  await page.goto('scoreboard.html');
  const claims = page.locator('.all-claims li');
  const shown = page.locator('.all-claims li:visible');
  await expect(claims).toHaveCount(written);
  await expect(shown).toHaveCount(written);
  await expect(page.locator('.claim-counts tr').last().locator('td').last()).toHaveText(String(written));
  await page.locator('select[name=status]').selectOption('contested');
  await page.locator('select[name=where]').selectOption('chapter-10');
  await expect(page.locator('[data-filter] [role=status]')).toHaveText(/^\d+ claims?$/);
  for (const claim of await shown.all()) await expect(claim.locator('b')).toHaveText('Contested');
  await page.getByLabel('Show claims with').fill('attention');
  await expect(shown).toHaveCount(1);
  await expect(shown.getByRole('link', { name: 'Where it stands' })).toHaveAttribute(
    'href',
    './what-heads-attend-to.html#claim-heads-explanation',
  );
  await page.locator('select[name=status]').selectOption('');
  await page.locator('select[name=where]').selectOption('');
  await page.getByLabel('Show claims with').fill('');
  await expect(shown).toHaveCount(written);
});

test('a claim of a chapter leads to its place in the list', async ({ page }) => {
  await page.goto('window-or-mixture.html');
  await page.locator('#claim-window-emoji').getByRole('link', { name: 'Theorem' }).click();
  await expect(page).toHaveURL(/scoreboard\.html#all-window-emoji$/);
  await expect(page.locator('#all-window-emoji')).toBeInViewport();
});

const lockIn = async (page: Page) => {
  await page.locator('.errata-quiz').getByRole('button', { name: 'Lock it in' }).click();
};

test('an answer to a statement is scored, kept, not changed by a second one, and forgotten when asked', async ({
  page,
}) => {
  await page.goto('how-well-you-knew.html');
  await expectAllAlive(page);
  const quiz = page.locator('.errata-quiz');
  const record = page.locator('[data-record-says]');
  await expect(record).toHaveText(/no predictions yet/);
  const first = await quiz.locator('blockquote').textContent();
  await lockIn(page);
  await expect(quiz).toContainText('You gave 50 % and pay 1.000 bit');
  await expect(quiz.locator('blockquote')).not.toHaveText(first!);
  await expect(record).toHaveText(/^An answer to a statement of our sources cost you 1\.00 bit/);

  await page.reload();
  await expectAllAlive(page);
  await expect(quiz).toContainText('Statement 2 of');
  // No reset and no challenge takes an answer back, and none is locked in while the field holds what it does not take.
  await page.getByRole('button', { name: 'Reset', exact: true }).first().click();
  await expect(quiz).toContainText('Statement 2 of');
  await page.getByRole('button', { name: 'Take it on', exact: true }).first().click();
  await expect(quiz).toContainText('Statement 2 of');
  await expect(quiz).toContainText('You gave 50 % and pay 1.000 bit');
  const field = quiz.getByLabel('as a number');
  await field.fill('100');
  await lockIn(page);
  await expect(quiz).toContainText('Nothing is locked in yet');
  await expect(quiz).toContainText('Statement 2 of');
  await field.fill('80');
  await lockIn(page);
  await expect(quiz).toContainText('You gave 80 %');
  await expect(quiz).toContainText('Statement 3 of');

  await quiz.getByRole('button', { name: 'Forget my answers' }).click();
  await expect(quiz).toContainText('are forgotten');
  await page.reload();
  await expectAllAlive(page);
  await expect(quiz).toContainText('Statement 1 of');
});

test('bets of the book stand page by page, then and now, and in the figure', async ({ page }) => {
  await page.goto('how-well-you-knew.html');
  await page.evaluate(() => {
    const bet = (id: string, order: number, p: number, bits: number) =>
      localStorage.setItem(`bits-per-token/bet/${id}`, JSON.stringify({ kind: 'bet', order, guess: [p], bits }));
    bet('sparse-million', 1, 0.5, 1);
    bet('window-two-hundred-words', 2, 0.25, 0.41504);
  });
  await page.reload();
  await expectAllAlive(page);
  await expect(page.locator('[data-record-says]')).toContainText('2 bets cost you 0.71 bits each');
  await expect(page.locator('[data-record-pairs] li:visible')).toContainText('then 1.00 bit, now 0.42 bits.');
  await page.locator('.record summary').click();
  await expect(page.locator('[data-record-of*="window-two-hundred-words"] td').nth(1)).toHaveText('1');
  await expect(page.locator('.explore', { has: page.locator('.errata-quiz') })).toContainText(
    'Your 2 bets cost you 0.708',
  );
  // One that is made here joins them when its answer is shown.
  const here = page.locator('[data-bet]').first();
  await here.getByRole('button', { name: 'Lock it in' }).click();
  await expect(page.locator('[data-record-says]')).toContainText('2 bets');
  await here.getByRole('button', { name: 'Show what is true now' }).click();
  await expect(page.locator('[data-record-says]')).toContainText('3 bets');
  await expect(page.locator('.explore', { has: page.locator('.errata-quiz') })).toContainText('Your 3 bets cost you');
});
