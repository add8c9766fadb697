import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectAllAlive } from './hosts.ts';
import { expect, expectNoSidewaysScroll, tabTo, test } from './test.ts';

/** A curve in chapter 3, bars in chapter 8, and a bet of chapter 3 that chapter 8 asks again. */
const [third, sheets, eighth] = ['shared-information.html', 'what-need-not-be-said.html', 'a-model-reads.html'];
const losses = 'what-a-loss-is-made-of.html';
const commit = (question: Locator) => question.getByRole('button', { name: 'Show what is true' });

/** By the keyboard: while figures above come to life, what stands below them moves, also between press and release of a pointer. */
const enter = (button: Locator) => button.press('Enter');

/** Bits of a fair bit that get through a relay that is wrong this often: 1 − h(p), computed here. */
const through = (p: number) => (p === 0 || p === 1 ? 1 : 1 + p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
const at = Array.from({ length: 11 }, (_, i) => i / 10);
const off = (curve: readonly number[]) =>
  (curve.reduce((sum, value, i) => sum + Math.abs(value - through(at[i])), 0) / at.length).toFixed(2);

async function openCurve(page: Page): Promise<Locator> {
  await page.goto(third);
  const curve = page.locator('[data-predict]').first();
  await expect(curve.getByRole('slider')).toHaveCount(at.length);
  return curve;
}

async function bet(page: Page, id: string, percent: string) {
  const asked = page.locator(`[data-bet="${id}"]`);
  await asked.getByRole('slider').fill(percent);
  await enter(asked.getByRole('button', { name: 'Lock it in' }));
  // Where a figure settles it further down, the answer is kept back until then.
  await asked.locator('.show-now, .reveal[open]').first().waitFor();
  // In one breath, since its place may be reached meanwhile, and the button goes.
  await asked.evaluate((all) => all.querySelector<HTMLElement>('.show-now')?.click());
  return asked;
}

test('a curve is drawn by keyboard alone, scored, and remembered', async ({ page }) => {
  const curve = await openCurve(page);
  await expect(curve.locator('.truth').first()).toBeHidden();
  const points = curve.getByRole('slider');
  await tabTo(page, points.first());
  await expect(points.first()).toHaveAccessibleName(/^Left after .*, in bits, where How often .* is 0$/);
  // From never wrong, one bit, down to nothing at one half, and up again.
  const mine = at.map((p) => Math.abs(1 - 2 * p));
  for (const [i, value] of mine.entries()) {
    await expect(points.nth(i)).toBeFocused();
    await page.keyboard.press(value < 0.5 ? 'Home' : 'End');
    for (let n = Math.round(10 * (value < 0.5 ? value : 1 - value)); n > 0; n--)
      await page.keyboard.press(value < 0.5 ? 'PageUp' : 'PageDown');
    await expect(points.nth(i)).toHaveAttribute('aria-valuetext', `${value.toFixed(2)} bits`);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Tab');
  await expect(commit(curve)).toBeFocused();
  await page.keyboard.press('Enter');
  const outcome = curve.getByRole('status');
  const said = `You were ${off(mine)} bits off in the mean. The line as it stood at first would have been ${off(at.map(() => 0.5))} bits off.`;
  await expect(outcome).toHaveText(said);
  await expect(curve.locator('summary')).toBeFocused();
  await expect(curve.locator('tbody td:nth-child(2)')).toHaveText(at.map((p) => through(p).toFixed(3)));
  await expect(curve.locator('tbody td:nth-child(3)')).toHaveText(mine.map((value) => value.toFixed(2)));
  await expect(points).toHaveCount(0);

  await page.reload();
  await expect(outcome).toHaveText(said);
  await expect(curve.locator('path.yours')).toBeVisible();
});

test('a curve is drawn with one stroke of the pointer', async ({ page }) => {
  const curve = await openCurve(page);
  // A figure that comes to life takes another height, and what stands below it moves.
  await expectAllAlive(page);
  const pad = curve.locator('form .pad');
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  await page.mouse.move(x, y);
  await page.mouse.down();
  // In a single move, so that the points between are passed over.
  await page.mouse.move(x + width, y + height);
  await page.mouse.up();
  const points = curve.getByRole('slider');
  for (const [i, p] of at.entries())
    expect(Math.abs(Number(await points.nth(i).getAttribute('aria-valuenow')) - (1 - p))).toBeLessThan(0.03);
  await page.mouse.move(x + width / 2, y);
  await expect(points.nth(5)).toHaveAttribute('aria-valuenow', /^0\.(49|5)/);
  await enter(commit(curve));
  await expect(curve.getByRole('status')).toContainText(`bits off`);
});

test('bars are dragged, by keyboard too, before what the model did is shown', async ({ page }) => {
  await page.goto(eighth);
  const bars = page.locator('[data-predict]').first();
  const truth = bars.locator('dd.truth');
  await expect(bars.locator('form')).toBeVisible();
  await expect(truth.first()).toBeHidden();
  const [mean, greatest] = await bars.getByRole('slider').all();
  await tabTo(page, mean);
  // From the middle of the scale, half a bit a step.
  const most = Number(await mean.getAttribute('max'));
  const low = most / 2 - 5;
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await expect(bars.locator('output').first()).toHaveText(`${low.toFixed(1)} bits`);
  const { x, y, width, height } = (await greatest.boundingBox())!;
  await page.mouse.click(x + 0.75 * width, y + height / 2);
  const dragged = Number(await greatest.inputValue());
  expect(Math.abs(dragged - 0.75 * most)).toBeLessThan(0.5);
  await enter(commit(bars));
  const [a, b] = (await truth.allInnerTexts()).map(parseFloat);
  expect(a).toBeLessThan(b);
  const score = ((Math.abs(a - low) + Math.abs(b - dragged)) / 2).toFixed(2);
  await expect(bars.getByRole('status')).toContainText(`You were ${score} bits off in the mean.`);
  await expect(bars.locator('dd.yours')).toHaveText([`${low.toFixed(1)} yours`, `${dragged.toFixed(1)} yours`]);
});

test('a bet is asked again chapters later, and both scores are shown', async ({ page }) => {
  await page.goto(losses);
  const again = page.locator('[data-bet]', { has: page.locator('[data-again="shared-unseen"]') });
  const hint = again.locator('[data-again]');
  await expect(hint).toContainText('remembers no answer');
  await hint.getByRole('link').click();
  await expect(page).toHaveURL(/what-need-not-be-said\.html#bet-shared-unseen$/);
  await bet(page, 'shared-unseen', '60');
  await page.goto(losses);
  await expect(hint).toContainText('side by side');
  await bet(page, (await again.getAttribute('data-bet'))!, '10');
  // −log₂ 0.6 and −log₂ 0.9.
  await expect(again.getByRole('status')).toContainText('Then 0.74 bits, now 0.15 bits.');
  await page.reload();
  await expect(again.getByRole('status')).toContainText('Then 0.74 bits, now 0.15 bits.');

  // On one page as well, the first one last.
  await page.goto('about.html');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.goto(sheets);
  const later = await bet(page, 'shared-unseen-again', '10');
  await expect(later.getByRole('status')).not.toContainText('Then');
  await bet(page, 'shared-unseen', '60');
  await expect(later.getByRole('status')).toContainText('Then 0.74 bits, now 0.15 bits.');
});

test('predictions are summed up, exported, erased and imported', async ({ page }) => {
  const answers = page.locator('[data-answers]');
  await page.goto('about.html');
  await expect(answers.locator('[data-scores]')).toContainText('no predictions yet');
  const curve = await openCurve(page);
  await enter(commit(curve));
  await page.goto(sheets);
  await bet(page, 'shared-unseen', '60');
  await bet(page, 'shared-unseen-again', '10');

  await page.goto('about.html');
  const summed = `2 bets cost you 0.44 bits each in the mean, where half and half costs 1. 1 guess with bars or curves cost you ${off(at.map(() => 0.5))} bits, where the truth itself costs none.`;
  await expect(answers.locator('[data-scores]')).toHaveText(summed);
  await expect(answers.locator('li:visible')).toHaveText([/then 0\.74 bits, now 0\.15 bits\.$/]);
  const download = page.waitForEvent('download');
  await answers.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  const exported = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(JSON.parse(exported['bet/shared-unseen'])).toMatchObject({ order: 2, kind: 'bet', guess: [0.6] });
  expect(JSON.parse(exported['bet/relay-that-errs'])).toMatchObject({ order: 1, kind: 'curve' });

  await answers.getByRole('button', { name: 'Erase everything' }).click();
  await expect(answers.locator('[data-scores]')).toContainText('no predictions yet');
  await expect(answers.locator('li:visible')).toHaveCount(0);
  await openCurve(page);

  await page.goto('about.html');
  const bring = (text: string) =>
    answers
      .locator('input[type=file]')
      .setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  // It is shown by the script that listens to it.
  await expect(answers).toBeVisible();
  await bring(JSON.stringify({ ...exported, 'bet/shared-unseen': '{"order":1}' }));
  await expect(answers.getByRole('status')).toContainText('nothing was changed');
  await expect(answers.locator('[data-scores]')).toContainText('no predictions yet');
  await bring(JSON.stringify(exported));
  await expect(answers.locator('[data-scores]')).toHaveText(summed);
});

test.describe('where storage is refused', () => {
  test.use({ isolated: true });
  test('a prediction lasts for the visit', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The request was denied.', 'SecurityError');
        },
      });
    });
    const curve = await openCurve(page);
    await enter(commit(curve));
    await expect(curve.getByRole('status')).toContainText('bits off');
    await page.goto(sheets);
    await bet(page, 'shared-unseen', '60');
    const later = await bet(page, 'shared-unseen-again', '10');
    await expect(later.getByRole('status')).toContainText('Then 0.74 bits');
    await openCurve(page);
  });
});

for (const [name, options] of Object.entries({
  'light and wide': { viewport: { width: 1280, height: 900 } },
  'dark and 320 pixels narrow': { colorScheme: 'dark', viewport: { width: 320, height: 740 } },
  'in forced colors': { contextOptions: { forcedColors: 'active' }, viewport: { width: 360, height: 740 } },
} as const))
  test.describe(name, () => {
    test.use(options);
    test('questions and answers are accessible and fit, and can be hit', async ({ page }) => {
      for (const [address, control] of [
        [third, '.point'],
        [eighth, 'input'],
      ]) {
        await page.goto(address);
        const question = page.locator('[data-predict]').first();
        await expect(question.locator('form')).toBeVisible();
        const boxes = await question.locator(`form ${control}`).evaluateAll((all) =>
          all.map((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            return { middle: (left + right) / 2, width: right - left, height: bottom - top };
          }),
        );
        for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        if (control === '.point')
          boxes.slice(1).forEach(({ middle }, i) => expect(middle - boxes[i].middle).toBeGreaterThanOrEqual(24));
        await expectAccessible(page, '[data-predict]');
        await enter(commit(question));
        await expectAccessible(page, '[data-predict]');
        await expectNoSidewaysScroll(page.mainFrame());
      }
    });
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the truth waits behind a summary', async ({ page }) => {
    await page.goto(third);
    const curve = page.locator('[data-predict]').first();
    await expect(curve.locator('form')).toBeHidden();
    await expect(curve.locator('path.truth')).toBeHidden();
    await curve.locator('summary').click();
    await expect(curve.locator('path.truth')).toBeVisible();
    await expect(curve.locator('tbody td').nth(1)).toHaveText(through(0.1).toFixed(3));
  });
});

test('print shows the question and the answer', async ({ page }) => {
  const curve = await openCurve(page);
  await enter(commit(curve));
  await curve.locator('summary').click();
  await page.emulateMedia({ media: 'print' });
  await expect(curve.locator('path.truth')).toBeVisible();
  await expect(curve.getByText('How much of the bit reaches you?')).toBeVisible();
  // An open question keeps its answer from the eye, but not from the paper.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(curve.locator('path.truth')).toBeVisible();
  await expect(curve.locator('form')).toBeHidden();
});
