import type { Page } from '@playwright/test';
import { expectAllAlive } from './hosts.ts';
import { expect, test } from './test.ts';

/* What is folded under *More*: in the HTML, for everyone, and opened by whatever asks for it. */

const embed = 'embed/wind-tunnel.html';
const fold = (page: Page, question: string) => page.locator('.fold:visible', { hasText: question });
const heads = 'which heads does it need?';
const training = 'How did it come to this in training?';

test('stays open while values change, and closed once the reader has closed it', async ({ page }) => {
  await page.goto(embed);
  await expectAllAlive(page);
  await expect(page.locator('.more .fold[open]')).toHaveCount(0);
  const position = page.getByRole('slider', { name: 'Position: symbols before' });
  await fold(page, heads).locator('summary').click();
  await position.press('ArrowRight');
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(fold(page, heads)).toHaveAttribute('open', '');
  await page.getByLabel('layer 1, head 2').check();
  await fold(page, heads).locator('summary').click();
  await position.press('ArrowRight');
  await expect(fold(page, heads)).not.toHaveAttribute('open');
});

test('is opened by an address, a case and a challenge that ask for what is inside', async ({ page }) => {
  await page.goto(`${embed}?without=11`);
  await expectAllAlive(page);
  await expect(fold(page, heads)).toHaveAttribute('open', '');
  await expect(fold(page, training)).not.toHaveAttribute('open');
  await page.getByRole('button', { name: 'Before training' }).click();
  await expect(fold(page, training)).toHaveAttribute('open', '');
  // What a case opened closes with the next one; what the reader opened stays.
  await expect(fold(page, heads)).not.toHaveAttribute('open');
  await fold(page, heads).locator('summary').click();
  await page.getByRole('button', { name: 'After training' }).click();
  await expect(fold(page, training)).not.toHaveAttribute('open');
  await expect(fold(page, heads)).toHaveAttribute('open', '');

  await page.goto('about:blank');
  await page.goto(embed);
  await expectAllAlive(page);
  await page.getByRole('button', { name: 'Take it on' }).first().click();
  await expect(fold(page, training)).toHaveAttribute('open', '');
  await expect(fold(page, heads)).not.toHaveAttribute('open');
});

test.describe('early', () => {
  test.use({ isolated: true });
  test('opened before the page is alive, it stays open when it is', async ({ page }) => {
    // As soon as it has been parsed, before the script behind it runs.
    await page.addInitScript((question) => {
      const parsed = new MutationObserver(() => {
        const folds = [...document.querySelectorAll('details')].filter(({ textContent }) =>
          textContent.includes(question),
        );
        // Once for a wide and once for a narrow window.
        if (folds.length < 2) return;
        for (const one of folds) one.open = true;
        parsed.disconnect();
      });
      parsed.observe(document, { childList: true, subtree: true });
    }, heads);
    await page.goto(embed);
    await expectAllAlive(page);
    await expect(fold(page, heads)).toHaveAttribute('open', '');
  });
});

test('is printed', async ({ page }) => {
  await page.goto(embed);
  await expectAllAlive(page);
  const inside = fold(page, training).getByText('Phases: distance from a learner');
  await expect(inside).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(inside).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('opens all the same', async ({ page }) => {
    await page.goto(embed);
    await fold(page, heads).locator('summary').click();
    await expect(fold(page, heads).getByText('layer 1, head 2:')).toBeVisible();
  });
});
