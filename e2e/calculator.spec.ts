import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { examples } from '#calculator/examples.ts';
import { kindNames } from '#calculator/subject.ts';
import { wholeReport, type Answered } from '#calculator/report.ts';
import { usualSettings } from '#calculator/subject.ts';
import { expectAccessible } from './accessible.ts';
import { expect, expectNoSidewaysScroll, tabTo, test } from './test.ts';

/** The calculator as a reader sees it. */
function calculator(page: Page) {
  return {
    input: page.getByLabel('Numbers or text'),
    kind: page.getByLabel('Read it as'),
    status: page.locator('#calculator-status'),
    warnings: page.getByRole('list', { name: 'Warnings' }),
    file: page.getByLabel('Open a file'),
    row: (id: string) => page.locator(`[data-measure="${id}"]`),
    value: (id: string) => page.locator(`[data-measure="${id}"] td.num`),
  };
}

async function open(page: Page, address = 'calculator.html') {
  await page.goto(address);
  const found = calculator(page);
  await expect(found.input).toBeVisible();
  return found;
}

test('each kind of input has all its measures, with formulas and steps', async ({ page }) => {
  const { kind, status, row, value } = await open(page);
  for (const { title, text, kind: own } of examples) {
    await page.getByLabel('An example').selectOption({ label: title });
    await expect(kind).toHaveValue(own);
    const report = wholeReport({ text, kind: own, settings: usualSettings }) as Answered;
    await expect(status).toContainText(report.size);
    await expect(page.locator('[data-measure]')).toHaveCount(report.rows.length);
    for (const { id } of report.rows.slice(0, 3)) {
      await expect(row(id).locator('.katex').first()).toBeVisible();
      await expect(value(id)).toHaveText(/[\d∞—]/);
    }
    for (const table of await page.locator('.measures').all())
      await expect(table).not.toContainText(/NaN|undefined|null/);
    await expect(page.locator('.katex-error')).toHaveCount(0);
  }
});

test('what is pasted is recognized, computed at once, and said in the reader’s unit', async ({ page }) => {
  const { input, status, value, row, warnings } = await open(page);
  await input.fill('a;0,5\nb;0,25\nc;0,15\n');
  await expect(status).toHaveText(/Read as a distribution, because .*: 3 outcomes\. \d+ measures, 2 notes\./);
  await expect(warnings).toContainText('The numbers sum to 0.9: 0.1 less than 1.');
  await expect(warnings).toContainText('Commas are read as decimal ones.');
  await expect(value('outcomes')).toHaveText('3');
  await input.fill('1/2 1/4 1/8 1/8');
  await expect(value('entropy')).toHaveText('1.750 bits');
  await row('entropy').getByText('Steps').click();
  await expect(row('entropy').getByRole('listitem').first()).toHaveText('outcome 1: 0.5 × 1.000 bit = 0.500 bits');
  await page.getByRole('button', { name: 'nats', exact: true }).click();
  await expect(value('entropy')).toHaveText('1.213 nats');
  await expect(row('entropy').getByRole('listitem').first()).toHaveText('outcome 1: 0.5 × 0.693 nats = 0.347 nats');
  await page.getByRole('button', { name: 'bits', exact: true }).click();
  await row('entropy')
    .getByRole('link', { name: /^In the book/ })
    .click();
  await expect(page).toHaveURL(/petabit-birthday\.html#from-counting-to-chances$/);
});

test('what cannot be read is refused with its place, and nothing is lost', async ({ page }) => {
  const { input, status, value } = await open(page);
  await input.fill('0.5 0.5');
  await expect(value('entropy')).toHaveText('1.000 bit');
  const wrong = 'a 0.5\nb <b>half</b>';
  await calculator(page).kind.selectOption('distribution');
  await input.fill(wrong);
  await expect(status).toContainText('At line 2, column 3 stands “<b>half</b>”, which is no number.');
  await expect(input).toHaveValue(wrong);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(value('entropy')).toHaveText('1.000 bit');
  await expect(page.locator('main b', { hasText: 'half' })).toHaveCount(0);
  await input.fill('a 0.5\nb 0.5');
  await expect(status).toContainText('2 outcomes');
  await expect(input).not.toHaveAttribute('aria-invalid');
});

test('infinite and missing values say why, and settings change what they are for', async ({ page }) => {
  const { input, kind, row, value, status } = await open(page);
  await kind.selectOption('two');
  await input.fill('0.5 0.5\n0.5 0.5\n');
  await expect(value('divergence')).toHaveText('0.000 bits');
  await input.fill('x,0.5,1\ny,0.5,0');
  await expect(value('divergence')).toHaveText('∞ bits');
  await expect(row('divergence')).toContainText('q gives probability 0 to “y”, to which p gives 0.5.');
  await kind.selectOption('logits');
  await input.fill('1 2 3');
  await page.getByText('Settings: logarithms').click();
  const temperature = page.getByLabel('Temperature T of logits');
  await temperature.fill('0');
  await temperature.press('Tab');
  await expect(value('tempered-top')).toHaveText('1');
  await temperature.fill('cold');
  await temperature.press('Tab');
  await expect(status).toContainText('has to be a number from 0');
  await expect(temperature).toHaveAttribute('aria-invalid', 'true');
});

test('a file is opened, a large one beside the field, one that is too large is refused', async ({ page }) => {
  const { file, input, status, value } = await open(page);
  const content = readFileSync('fixtures/cases/16a-chat-with-completions-shape.json');
  await file.setInputFiles({ name: 'answer.json', mimeType: 'application/json', buffer: content });
  await expect(status).toContainText(kindNames.tokens.slice(1));
  await expect(value('total')).toHaveText('0.436 bits');
  await expect(input).toHaveValue(content.toString());
  const long = Array.from({ length: 30_000 }, (_, i) => `${(i % 7) + 1}`).join('\r\n');
  await file.setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${long}\r\n`) });
  await file.setInputFiles({ name: 'wide.csv', mimeType: 'text/csv', buffer: Buffer.from(`${long}\r\n`.repeat(2)) });
  await expect(page.locator('[data-file]')).toContainText('wide.csv');
  await expect(status).toContainText('of 60,000 outcomes');
  await file.setInputFiles({ name: 'huge.csv', mimeType: 'text/csv', buffer: Buffer.alloc(10_000_001, '1\n') });
  await expect(status).toContainText('“huge.csv” has 10.0 MB; the calculator takes up to 10 MB.');
  await page.getByRole('button', { name: 'Take the file away' }).click();
  await expect(input).toBeFocused();
  await file.setInputFiles({ name: 'wide.txt', mimeType: 'text/plain', buffer: Buffer.from('0.5\t0.5', 'utf16le') });
  const windows = Buffer.from([0x66, 0xfc, 0x72, 0x20, 0x31, 0x0a, 0x66, 0x20, 0x32]);
  await file.setInputFiles({ name: 'old.txt', mimeType: 'text/plain', buffer: windows });
  await expect(input).toHaveValue('für 1\nf 2');
  await expect(status).toContainText('Windows-1252');
});

test('what was typed comes back from the list of examples, and no file that is no text takes its place', async ({
  page,
}) => {
  const { file, input, kind, status } = await open(page);
  const list = page.getByLabel('An example');
  await expect(list.getByRole('option', { name: 'What you typed' })).toHaveCount(0);
  await kind.selectOption('logits');
  await input.fill('mine 1\nyours 3');
  await list.selectOption({ label: examples[1].title });
  await expect(input).toHaveValue(examples[1].text);
  await list.selectOption({ label: examples[2].title });
  await list.selectOption({ label: 'What you typed' });
  await expect(input).toHaveValue('mine 1\nyours 3');
  await expect(kind).toHaveValue('logits');
  await file.setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.alloc(5000, '\x89PNG\r\n\x1a\n\0\0', 'latin1'),
  });
  await expect(status).toHaveText('“x.png” is not a text: it has bytes that no text has.');
  await expect(input).toHaveValue('mine 1\nyours 3');
  await page.goto('calculator.html#input=0.5%200.5&order=&temperature=-1');
  await expect(input).toHaveValue('0.5 0.5');
  await expect(status).toContainText('2 outcomes');
  await expect(status).toContainText('In the address temperature=-1 means nothing here');
  await list.selectOption({ label: 'What you typed' });
  await expect(input).toHaveValue('mine 1\nyours 3');
});

test('what was typed outlasts a reload, and what is pinned is there to be chosen', async ({ page }) => {
  const { input, kind, status, value } = await open(page);
  await kind.selectOption('logits');
  await input.fill('mine 1\nyours 3');
  await expect(status).toContainText('2 outcomes');
  await page.reload();
  await expect(input).toHaveValue('mine 1\nyours 3');
  await expect(kind).toHaveValue('logits');
  await expect(status).toContainText('2 outcomes');
  await page.evaluate(() =>
    localStorage.setItem('bits-per-token/pins', JSON.stringify(['joint~rain and wet~0.5,0;0.25,0.25'])),
  );
  await page.reload();
  await page.getByLabel('An example').selectOption({ label: 'rain and wet (joint table)' });
  await expect(input).toHaveValue('0.5,0\n0.25,0.25');
  await expect(value('mutual-information')).toHaveText('0.311 bits');
});

test('a long work can be stopped, and the input stays', async ({ page }) => {
  const { file, status } = await open(page);
  const lines = 'some name,0.00001\n'.repeat(190_000);
  await file.setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(page.getByRole('progressbar', { name: 'Computing' })).toBeVisible();
  await stop.click();
  await expect(status).toHaveText('Stopped. The input is as it was.');
  await expect(stop).toBeHidden();
});

test('numbers are copied as CSV and as JSON, and a link brings the input back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { input, value } = await open(page);
  const text = '=cmd 0.5\n"a, b" 0.5';
  await input.fill(text);
  await expect(value('entropy')).toHaveText('1.000 bit');
  await page.getByText('Copy or save these numbers').click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = page.getByRole('button', { name: 'Copy', exact: true });
  await copy.first().click();
  const csv = await copied();
  expect(csv).toMatch(/^measure,value,unit,note,id\r\n/);
  expect(csv).toContain('\r\nEntropy,1,bits,,entropy\r\n');
  for (const line of csv.split('\r\n')) expect(line).not.toMatch(/^[=+@]/);
  await copy.last().click();
  const json = JSON.parse(await copied()) as { unit: string; measures: { id: string; value: number }[] };
  expect(json).toMatchObject({ unit: 'bits', kind: 'distribution' });
  expect(json.measures.find(({ id }) => id === 'entropy')!.value).toBe(1);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('bits-per-token.csv');

  await calculator(page).kind.selectOption('distribution');
  await page.getByRole('button', { name: 'Copy a link with this input' }).click();
  await expect(calculator(page).status).toContainText('The link is copied.');
  const link = await copied();
  expect(link).toMatch(/calculator\.html#input=/);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(calculator(page).input).toHaveValue(text);
  await expect(calculator(page).kind).toHaveValue('distribution');
  await expect(value('entropy')).toHaveText('1.000 bit');
});

test('everything can be done with the keyboard', async ({ page }) => {
  const { input, kind, status, value, row } = await open(page);
  await tabTo(page, input);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3 1');
  await tabTo(page, kind);
  await kind.selectOption('counts');
  await tabTo(page, page.getByRole('button', { name: 'Calculate' }));
  await page.keyboard.press('Enter');
  await expect(status).toContainText('4 draws of 2 outcomes');
  await expect(value('miller-madow')).toHaveText('0.992 bits');
  await tabTo(page, row('entropy').locator('summary'));
  await page.keyboard.press('Enter');
  await expect(row('entropy').getByRole('listitem').first()).toBeVisible();
});

test('results are accessible on a wide, light and a narrow, dark screen, with forced colors, and fit 320 pixels', async ({
  page,
}) => {
  const { input, value } = await open(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await calculator(page).kind.selectOption('two');
  await input.fill(`weather,winter,summer\n${'a'.repeat(200)},0.5,0.6\nrain,0.5,0`);
  await expect(value('cross-entropy')).toHaveText('∞ bits');
  await expectAccessible(page);
  await page.locator('[data-results] details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page.mainFrame());
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page.mainFrame());
  // Forced colors are the reader's own: what matters is that nothing is lost in them.
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await expect(page.getByRole('button', { name: 'Calculate' })).toBeVisible();
  await expect(value('cross-entropy')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('one example is worked out, and every measure listed', async ({ page }) => {
    await page.goto('calculator.html');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(calculator(page).value('entropy')).toHaveText('1.750 bits');
    await expect(calculator(page).input).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Every measure' })).toBeVisible();
  });
});
