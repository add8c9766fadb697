import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectAllAlive, openEmbed } from './hosts.ts';
import { expect, tabTo, test } from './test.ts';

/** A chapter with quantities in prose, formulas, derivation and figures. */
const chapter = 'shared-information.html';

const lit = (page: Page) => page.locator('html').getAttribute('data-lit');
const looks = (element: Locator) =>
  element.evaluate((node) => {
    const { outlineStyle, strokeWidth, textDecorationLine } = getComputedStyle(node);
    return { outlineStyle, strokeWidth, textDecorationLine };
  });

async function open(page: Page) {
  await page.goto(chapter);
  await expectAllAlive(page);
  const scope = page.locator('[data-explore="venn"]');
  await scope.locator('.widget').scrollIntoViewIfNeeded();
  return {
    scope,
    prose: scope.locator('p [data-value="mutual"]').first(),
    formula: scope.locator('.display .katex [data-q="mutual"]').first(),
    area: scope.locator('.picture path[data-q="mutual"]'),
    // In the lens, or under it where the lens is narrow.
    label: scope.locator('.picture :is([data-q="mutual"] text, text[data-q="mutual"])').first(),
  };
}

async function expectLit({ prose, formula, area, label }: Awaited<ReturnType<typeof open>>, yes: boolean) {
  for (const words of [prose, formula])
    expect(await looks(words)).toMatchObject({ outlineStyle: yes ? 'solid' : 'none' });
  expect((await looks(area)).strokeWidth).toBe(yes ? '2.4px' : '1px');
  expect((await looks(label)).textDecorationLine).toBe(yes ? 'underline' : 'none');
}

test('pointing at a quantity lights it in prose, formula and figure', async ({ page }) => {
  const quantity = await open(page);
  await expectLit(quantity, false);
  for (const place of [quantity.prose, quantity.formula, quantity.label]) {
    await place.hover();
    expect(await lit(page)).toBe('mutual');
    await expectLit(quantity, true);
  }
  await quantity.scope.locator('h2').first().hover();
  expect(await lit(page)).toBeNull();
  await expectLit(quantity, false);
});

test('what is lit stays lit while the figure is drawn anew', async ({ page }) => {
  const quantity = await open(page);
  await quantity.prose.hover();
  const drawn = await quantity.area.getAttribute('d');
  await quantity.scope.locator('.widget').getByRole('slider', { name: 'Noise' }).press('PageUp');
  await quantity.prose.hover();
  await expect(quantity.area).not.toHaveAttribute('d', drawn!);
  await expectLit(quantity, true);
});

test('the keyboard lights quantities from a formula on, in the paragraphs too, and Escape puts them out', async ({
  page,
}) => {
  const quantity = await open(page);
  const formula = quantity.scope.locator('.display > [role="math"]').nth(1);
  await tabTo(page, formula);
  const said = page.getByRole('status').and(page.locator('.touched'));
  await expect(said).toHaveText(/^mutual information, [\d.]+ bits \(1 of 3/);
  expect(await lit(page)).toBe('mutual');
  await expectLit(quantity, true);
  await page.keyboard.press('ArrowRight');
  expect(await lit(page)).toBe('hx');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  // On into the paragraph that follows, which is no stop of its own.
  await expect(page.locator(':focus')).toHaveText(/^In the picture every region/);
  expect(await lit(page)).toBe('hxy');
  await page.keyboard.press('ArrowLeft');
  await expect(formula).toBeFocused();
  expect(await lit(page)).toBe('hxgy');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  expect(await lit(page)).toBeNull();
  await expect(said).toBeEmpty();
  await page.keyboard.press('Tab');
  expect(await lit(page)).not.toBe('hxgy');
});

/** Chapters whose figures are no diagrams of quantities: one that waits for the language model, and one of draws. */
for (const [file, explore, quantity, prose, formula, picture] of [
  ['a-model-writes.html', 'sampling', 'q', 'p .katex', '.derivation', '.picture span'],
  ['sparse-mixture-prior.html', 'library', 'entropy-of-shares', 'p [data-value="cost"]', '.display', '.picture text'],
] as const)
  test(`${file}: prose, formula and figure light each other, by pointer and by keyboard`, async ({ page }) => {
    await page.goto(file);
    await expectAllAlive(page);
    const scope = page.locator(`[data-explore="${explore}"]`);
    const mark = (within: string) =>
      scope.locator(`${within}[data-q="${quantity}"], ${within} [data-q="${quantity}"]`).first();
    const places = [prose, formula, picture].map(mark);
    const expectAll = async (yes: boolean) => {
      expect(await lit(page)).toBe(yes ? quantity : null);
      for (const place of places) {
        const { outlineStyle, textDecorationLine } = await looks(place);
        expect(outlineStyle === 'solid' || textDecorationLine === 'underline').toBe(yes);
      }
    };
    await expectAll(false);
    for (const place of places) {
      await place.hover();
      await expectAll(true);
      await page.mouse.move(0, 0);
      await expectAll(false);
    }
    for (const stop of ['.picture-frame', '.derivation, .display > [role="math"]']) {
      const marked = scope.locator(stop).filter({ has: page.locator(`[data-q="${quantity}"]`) });
      await tabTo(page, marked.first());
      for (let presses = 0; presses < 8 && (await lit(page)) !== quantity; presses++)
        await page.keyboard.press('ArrowRight');
      await expectAll(true);
      await page.keyboard.press('Escape');
      await expectAll(false);
    }
  });

test('there are far fewer stops than symbols', async ({ page }) => {
  await open(page);
  const symbols = await page.locator('main .katex [data-q], main p [data-q]').count();
  const stops = page.locator('.display > [tabindex="0"], .derivation[tabindex="0"], .picture-frame[tabindex="0"]');
  expect(await stops.count()).toBeGreaterThan(5);
  expect(8 * (await stops.count())).toBeLessThan(symbols);
});

test('an embedded figure is a stop too, and says what it lights', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', 'slepian-wolf');
  await tabTo(page, frame.locator('.picture-frame'));
  await page.keyboard.press('ArrowRight');
  await expect(frame.locator('.touched')).toHaveText(/^\w.* \(2 of \d/);
  const id = (await lit(page))!;
  const shapes = frame.locator(`.picture [data-q="${id}"]`);
  expect(await shapes.count()).toBeGreaterThan(0);
  // Keys of a control inside are the control's own.
  await frame.getByRole('button', { name: 'X, place 1' }).press('ArrowRight');
  expect(await lit(page)).toBeNull();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });
  test('a tap lights and a second one puts out', async ({ page }) => {
    const quantity = await open(page);
    await quantity.prose.tap();
    expect(await lit(page)).toBe('mutual');
    await quantity.prose.tap();
    expect(await lit(page)).toBeNull();
    await quantity.formula.tap();
    expect(await lit(page)).toBe('mutual');
    await quantity.scope.locator('h2').first().tap();
    expect(await lit(page)).toBeNull();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('nothing is a stop that does nothing', async ({ page }) => {
    await page.goto(chapter);
    await expect(page.locator('.display [tabindex], .derivation[tabindex], .picture-frame[tabindex]')).toHaveCount(0);
  });
});
