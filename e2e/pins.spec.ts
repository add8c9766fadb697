import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectAllAlive, openEmbed } from './hosts.ts';
import { expect, expectNoSidewaysScroll, tabTo, test } from './test.ts';

/* A law is pinned in one figure and put into another: by keyboard, by finger, from an address, and where nothing is stored. */

test.use({ isolated: true });

const tray = (page: Page) => page.getByRole('complementary', { name: 'Pins' });
const inTray = (page: Page, name: string) => tray(page).getByRole('button', { name, exact: true });
const said = (figure: Locator) => figure.locator('.pin-said');
/** The first figure of this widget on a page, alive. */
async function figureOf(page: Page, widget: string): Promise<Locator> {
  const figure = page.locator(`[data-widget=${widget}]`).first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('button', { name: 'Use a pin…' })).toBeVisible();
  return figure;
}

/** Pins what a figure holds, under a name, by keyboard alone. */
async function pinByKeyboard(page: Page, figure: Locator, button: string, name: string): Promise<void> {
  await tabTo(page, figure.getByRole('button', { name: button }));
  await page.keyboard.press('Enter');
  await tabTo(page, figure.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(said(figure)).toHaveText(`Pinned as “${name}”: it is kept on this computer.`);
  await expect(figure.getByRole('button', { name: button })).toBeFocused();
}

test('a law goes from one page to another by keyboard, and says what was filled up', async ({ page, watch }) => {
  await page.goto('distances.html');
  const weather = await figureOf(page, 'codeword-cost');
  expect(watch.requested.some((url) => /\/tray[-.]/.test(url))).toBe(false);
  await expect(tray(page)).toHaveCount(0);
  await pinByKeyboard(page, weather, 'Pin this law…', 'weather');
  await expect(inTray(page, '1 pin')).toBeVisible();

  await page.goto('which-distance.html');
  await expect(inTray(page, '1 pin')).toBeVisible();
  const panel = await figureOf(page, 'divergence-panel');
  await tabTo(page, panel.getByRole('button', { name: 'Use a pin…' }));
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('combobox', { name: 'Put it into' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, panel.getByRole('button', { name: 'weather' }));
  await page.keyboard.press('Enter');
  await expect(said(panel)).toHaveText(
    '“weather” is now in q, what is expected. The figure has 1 more outcome, of probability 0 now.',
  );
  await expect(panel.getByRole('button', { name: 'Use a pin…' })).toBeFocused();
  await expect(panel.getByRole('slider', { name: 'q of 0' })).toHaveAttribute('aria-valuenow', '0.5');
  await expect(panel.getByRole('slider', { name: 'q of 4' })).toHaveAttribute('aria-valuenow', '0');
  // It can be taken back like any change.
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('slider', { name: 'q of 0' })).toHaveAttribute('aria-valuenow', '0.2');

  // What does not fit cannot be put in, and a sentence says why: five outcomes into four.
  await pinByKeyboard(page, panel, 'Pin a law…', 'late');
  await page.goto('distances.html');
  const back = await figureOf(page, 'codeword-cost');
  await back.getByRole('button', { name: 'Use a pin…' }).click();
  await expect(back.getByRole('button', { name: 'late' })).toBeDisabled();
  await expect(back.getByRole('listitem').filter({ hasText: 'late' })).toContainText(
    'It has 5 outcomes, and the weather holds at most 4.',
  );
});

test('by finger, on a narrow page, with a chain', async ({ page, watch }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const tap = async (target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await target.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await openEmbed(page, watch, 'http', 'window-gap');
  const gap = page.locator('[data-widget=window-gap]');
  expect(watch.requested.some((url) => /\/pins\.js/.test(url))).toBe(false);
  await tap(gap.getByRole('button', { name: 'Pin a chain…' }));
  await tap(gap.getByRole('button', { name: 'Pin it' }));
  await expect(said(gap)).toHaveText('Pinned as “the first chain”: it is kept on this computer.');
  await expectNoSidewaysScroll(page.mainFrame());

  await openEmbed(page, watch, 'http', 'predictive-information');
  const memory = page.locator('[data-widget=predictive-information]');
  await tap(memory.getByRole('button', { name: 'Use a pin…' }));
  await tap(memory.getByRole('button', { name: 'the first chain' }));
  await expect(said(memory)).toHaveText('“the first chain” is now in the first chain.');
  await expect(memory.locator('.say')).toBeVisible();
  await tap(inTray(page, '1 pin'));
  await expect(inTray(page, 'Erase the first chain')).toBeVisible();
  await expectNoSidewaysScroll(page.mainFrame());
  await expectAccessible(page.mainFrame());
});

test('an address offers a pin to another reader, and overwrites nothing', async ({ page, browser }) => {
  await page.goto('distances.html#pin=distribution~weather~3,1');
  await inTray(page, 'Keep it').click();
  await expect(tray(page).getByRole('status')).toHaveText('Kept as “weather”.');
  await inTray(page, 'Address of weather').click();
  const address = await tray(page).getByRole('textbox').inputValue();
  expect(address).toMatch(/\/distances\.html#pin=distribution~weather~0\.75,0\.25$/);
  await expectAccessible(page.mainFrame());

  const context = await browser.newContext();
  const other = await context.newPage();
  // The other reader has a pin of that name already.
  await other.goto(
    'http://127.0.0.1' + new URL(address).href.slice('http://127.0.0.1'.length).replace('0.75,0.25', '1,0,0'),
  );
  await inTray(other, 'Keep it').click();
  await other.goto('about:blank');
  await other.goto(address);
  await expect(tray(other)).toContainText('The address brings a pin, “weather” (law, 2 outcomes).');
  await inTray(other, 'No').click();
  await expect(tray(other).getByRole('listitem')).toHaveCount(1);
  await other.reload();
  await inTray(other, 'Keep it').click();
  await expect(tray(other).getByRole('listitem')).toHaveText([
    /^weather law, 3 outcomes/,
    /^weather 2 law, 2 outcomes/,
  ]);
  await context.close();

  await page.goto('about:blank');
  await page.goto('glossary.html?pin=distribution~x~-1,2');
  await expect(tray(page)).toContainText('The pin cannot be read: an entry is negative, and no probability is.');
  await inTray(page, 'All right').click();
  await page.goto('about:blank');
  await page.goto(`glossary.html#pin=${encodeURIComponent('distribution~<img src=x onerror=alert(1)>~1')}`);
  await expect(tray(page)).toContainText('The name of a pin has none of the signs <, > and ~.');
});

test('pins are renamed, erased and brought back, and are not on paper', async ({ page }) => {
  await page.goto('glossary.html#pin=distribution~a~1,1');
  await inTray(page, 'Keep it').click();
  await page.goto('glossary.html#pin=joint~b~1,0;0,1');
  await inTray(page, 'Keep it').click();
  const items = tray(page).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await inTray(page, 'Rename b').click();
  await tray(page).getByRole('textbox', { name: 'New name' }).fill('a');
  await page.keyboard.press('Enter');
  await expect(tray(page).getByRole('status')).toHaveText('“b” is now called “a 2”.');
  await expect(inTray(page, 'Rename a 2')).toBeFocused();
  await inTray(page, 'Erase a').click();
  await expect(items).toHaveText([/^a 2 joint table, 2 by 2/]);
  await expect(inTray(page, '1 pin')).toBeFocused();
  await inTray(page, 'Undo erasing').click();
  await expect(items).toHaveCount(2);
  await inTray(page, 'Erase all').click();
  await expect(tray(page)).toContainText('Nothing is pinned.');
  await inTray(page, 'Undo erasing').click();
  await expect(items).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(tray(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.goto('about.html');
  await expect(inTray(page, '2 pins')).toBeVisible();
  await page.getByRole('button', { name: /erase/i }).first().click();
  await page.reload();
  await expect(tray(page)).toHaveCount(0);
});

test('where the browser refuses storage, a pin lasts until the page is closed', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'sandbox', 'divergence-panel');
  const panel = frame.locator('[data-widget=divergence-panel]');
  await panel.getByRole('button', { name: 'Pin a law…' }).click();
  await panel.getByRole('button', { name: 'Pin it' }).click();
  await expect(said(panel)).toHaveText(
    /: it is kept until this page is closed, since this browser stores nothing here\.$/,
  );
  await panel.getByRole('button', { name: 'Use a pin…' }).click();
  await panel.getByRole('combobox', { name: 'Put it into' }).selectOption('q, what is expected');
  await panel.getByRole('button', { name: 'p, what is true' }).click();
  await expect(said(panel)).toHaveText('“p, what is true” is now in q, what is expected.');
  await expect(frame.getByRole('button', { name: '1 pin' })).toBeVisible();
});

test('a figure opened from a disk has pins', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'file', 'estimator-lab');
  const lab = frame.locator('[data-widget=estimator-lab]');
  await lab.getByRole('button', { name: /^Pin / }).click();
  await lab.getByRole('button', { name: 'Pin it' }).click();
  await expect(said(lab)).toHaveText(/^Pinned as /);
  await expect(frame.getByRole('button', { name: '1 pin' })).toBeVisible();
});

test('what the buttons open is asked for again when it could not be had', async ({ page, watch }) => {
  watch.expected = /Failed to load resource: net::ERR_FAILED/;
  const frame = await openEmbed(page, watch, 'http', 'bayes-race');
  const race = frame.locator('[data-widget=bayes-race]');
  await page.route(/\/pins\.js/, (route) => route.abort());
  await race.getByRole('button', { name: 'Use a pin…' }).click();
  await expect(said(race)).toHaveText('Pins could not be loaded. Try again when there is a connection.');
  await page.unroute(/\/pins\.js/);
  await race.getByRole('button', { name: 'Use a pin…' }).click();
  await race.getByRole('button', { name: 'Use a pin…' }).click();
  await expect(race.getByText('No text is pinned yet.')).toBeVisible();
  await expect(said(race)).toHaveText('');
});

test('two tabs show the same pins', async ({ page, context }) => {
  await page.goto('which-distance.html');
  const other = await context.newPage();
  await other.goto('distances.html');
  const weather = await figureOf(other, 'codeword-cost');
  await pinByKeyboard(other, weather, 'Pin this law…', 'weather');
  await inTray(page, '1 pin').click();
  await expect(tray(page).getByRole('listitem')).toHaveText([/^weather law, 4 outcomes/]);
  const panel = await figureOf(page, 'divergence-panel');
  await panel.getByRole('button', { name: 'Use a pin…' }).click();
  await expect(panel.getByRole('button', { name: 'weather' })).toBeVisible();
  await inTray(page, 'Erase weather').click();
  await expect(tray(other)).toBeHidden();
  await expect(panel.getByText('No law is pinned yet.')).toBeVisible();
  await other.close();
});

test('a figure whose parameters are fixed takes no pin', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', 'divergence-panel', '?lock=p#pin=distribution~a~1,1');
  await expectAllAlive(frame);
  const panel = frame.locator('[data-widget=divergence-panel]');
  await inTray(page, 'Keep it').click();
  await panel.getByRole('button', { name: 'Use a pin…' }).click();
  await panel.getByRole('button', { name: 'a', exact: true }).click();
  await expect(said(panel)).toHaveText('p, what is true is fixed here, and takes no pin.');
});
