import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './test.ts';

/* The check of accessibility looks at one of many formulas and rows that are alike: one that is not alike must not slip through. */

/** axe does not judge single letters. */
const formula = (style = '') =>
  `<span role="img" aria-label="log max"><span class="katex-html" aria-hidden="true"><span>log</span><span style="${style}">max</span></span></span>`;
const row = (cell: string) => `<tr><th scope="row">word</th><td>${cell}</td></tr>`;

async function show(page: Page, body: string): Promise<void> {
  await page.goto('404.html');
  await page.setContent(
    `<!doctype html><html lang="en"><title>A page</title><body style="background: white"><main><h1>A page</h1>${body}</main></body></html>`,
  );
}

const many = (one: string) => Array.from({ length: 40 }, () => one);
const faulty = async (page: Page) => expectAccessible(page).then(() => '', String);

test('a formula and a row of another kind are looked at among many that are alike, and all are put back', async ({
  page,
}) => {
  const sound = `<p>${many(formula()).join()}</p><table><tbody>${many(row('5')).join('')}</tbody></table>`;
  await show(page, sound);
  const before = await page.locator('main').innerHTML();
  await expectAccessible(page);
  expect((await page.locator('main').innerHTML()).replaceAll(' style=""', '')).toBe(before.replaceAll(' style=""', ''));
});

for (const [what, body, rule] of [
  ['a pale letter', `<p>${many(formula()).join()} ${formula('color: #ccc')}</p>`, 'color-contrast'],
  [
    'a formula on a dark ground',
    `<p>${many(formula()).join()} <span style="background: #222">${formula()}</span></p>`,
    'color-contrast',
  ],
  [
    'a pale cell',
    `<table><tbody>${[...many(row('5')), row('<span style="color: #ccc">66</span>')].join('')}</tbody></table>`,
    'color-contrast',
  ],
  [
    'a button without a name',
    `<table><tbody>${[...many(row('5')), row('<button></button>')].join('')}</tbody></table>`,
    'button-name',
  ],
])
  test(`among many that are alike is found ${what}`, async ({ page }) => {
    await show(page, body);
    expect(await faulty(page)).toContain(rule);
  });
