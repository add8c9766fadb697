import { offline } from './addresses.ts';
import { openEmbed } from './hosts.ts';
import { prose } from './prose.ts';
import { reader, said, sentence } from './reader.ts';
import { expect, expectNoSidewaysScroll, test } from './test.ts';

for (const host of ['http', 'file'] as const)
  test(`what is typed is colored, with the right numbers: ${host}`, async ({ page, watch }) => {
    const read = reader(await openEmbed(page, watch, host, 'read-my-text'));
    await read.text.fill('');
    await expect(read.description).toHaveText(await said(''));
    await read.text.pressSequentially(sentence);
    await read.shows(sentence);
    // Computed in Node by the plain reader: the same digits, wherever the page is opened.
    await expect(read.description).toHaveText(await said(sentence));
    for (const token of await read.colored.all()) {
      await expect(token).toHaveAttribute('data-amount', /^\d+\.\d$/);
      await expect(token).toHaveAttribute('style', /--share:\s?[\d.]+/);
    }
  });

test('the full prediction at any position, by keyboard and by search', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', 'read-my-text');
  const read = reader(frame);
  await read.text.fill(sentence);
  await read.shows(sentence);
  await read.tokens.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const panel = frame.getByRole('region', { name: 'The prediction at the selected token' });
  await expect(panel).toHaveAttribute('data-settled', 'true');
  await expect(panel.locator('.came').first()).toBeVisible();
  const shares = panel.getByRole('region', { name: /likely/ }).locator('.probability');
  const written = (await shares.allInnerTexts()).filter((text) => /^[\d.]+$/.test(text)).map(Number);
  expect(written.length).toBeGreaterThan(5);
  expect(written).toEqual([...written].sort((a, b) => b - a));
  expect(written.reduce((sum, p) => sum + p)).toBeLessThanOrEqual(1.06);
  await panel.getByLabel('Find').fill('the');
  await expect(panel.locator('.name').first()).toHaveText(/the/i);
  await panel.getByRole('button', { name: 'What comes next?' }).click();
  await expect(read.description).toHaveText(/What comes next: most likely .+, with probability 0\.\d+/);
});

test('100,000 characters: the first screen comes first, typing goes on, and any place can be looked at', async ({
  page,
  watch,
}) => {
  const frame = await openEmbed(page, watch, 'http', 'read-my-text');
  const read = reader(frame);
  const long = prose(100_000);
  await read.text.fill(long);
  await read.shows(long.slice(0, 400));
  await expect(frame.locator('.read-my-text-totals')).toHaveAttribute('aria-busy', 'true');
  await read.text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Look: ');
  await read.shows(`Look: ${long.slice(0, 400)}`);
  await expect(frame.getByText('100,006 characters, of which the first 100,000 are read.')).toBeVisible();
  expect(`Look: ${long}`.startsWith(await read.text.inputValue())).toBe(true);
  await frame.getByRole('button', { name: 'Show all of it' }).click();
  expect(await read.text.inputValue()).toBe(`Look: ${long}`);
  await read.tokens.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await read.shows(long.slice(-700, -300));
});

for (const backend of ['webgl', 'wasm'] as const)
  test(`the reader can choose who reads, and the numbers stay: ${backend}`, async ({ page, watch }) => {
    const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
    await read.runsOn.selectOption(backend);
    const speed = /tokens\/s$/;
    await expect(read.runsOn.locator(`option[value="${backend}"]`)).toHaveText(speed);
    await read.text.fill(sentence);
    await expect(read.description).toHaveText(await said(sentence));
    await expect(read.notes).toHaveCount(0);
  });

const odd: Readonly<Record<string, string>> = {
  nothing: '',
  'one letter': 'a',
  markup: '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;',
  emoji: 'An owl 🦉 met a family 👩‍👩‍👧‍👦 on a flag 🇳🇵.',
  'right-to-left': 'שלום עולם, the fire was low. مرحبا',
  'control characters': 'a\u0000b\u0007c\u001b[31m\ufffd\u200b',
  'line breaks': '\n\n\na\r\nb\n',
};
for (const [name, text] of Object.entries(odd))
  test(`has an answer for ${name}`, async ({ page, watch }) => {
    const frame = await openEmbed(page, watch, 'http', 'read-my-text');
    const read = reader(frame);
    const title = await page.title();
    await read.text.fill(text);
    const inTheBox = await read.text.inputValue();
    await expect(read.description).toHaveText(await said(inTheBox));
    if (text !== '') await read.shows(inTheBox);
    expect(await page.title()).toBe(title);
    expect(await read.tokens.locator('img, script').count()).toBe(0);
  });

test('half of a surrogate pair is read too', async ({ page, watch }) => {
  const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
  const half = 'half \ud83d an owl';
  await read.text.evaluate(
    (box, text) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(
        box,
        text.replace('@', '\ud83d'),
      );
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    half.replace('\ud83d', '@'),
  );
  await expect(read.description).toHaveText(await said(half));
});

test.describe('the first page', () => {
  test.describe('before any script', () => {
    test.use({ javaScriptEnabled: false });
    test('has its sentence, colored by the model', async ({ page }) => {
      await page.goto('index.html');
      const tokens = page.locator('[data-island="first-sentence"] [data-token]:visible');
      expect(await tokens.count()).toBeGreaterThan(5);
      // One decimal, or the first digit of what would be shown as nothing.
      for (const token of await tokens.all())
        await expect(token).toHaveAttribute('data-amount', /^(\d+\.\d|0\.0+[1-9])$/);
      await expect(page.locator('[data-island="first-sentence"] [data-token].open')).toHaveCount(0);
    });
  });

  for (const [host, address] of [
    ['http', 'index.html'],
    ['file', `${offline}index.html`],
  ])
    test(`follows what the reader types: ${host}`, async ({ page, watch }) => {
      if (host === 'file') watch.home = [offline];
      await page.goto(address);
      const island = page.locator('[data-island="first-sentence"]');
      const box = island.getByRole('textbox');
      await expect(box).toBeEditable();
      await box.fill('Call me a dog.');
      await expect(island.locator('[data-token]:not(.open)', { hasText: 'me' })).toBeVisible();
      await expect(island.locator('[data-token].open')).toHaveCount(0);
    });
});

for (const widget of ['anatomy', 'sentence-coder'])
  test(`a text without a blank, which the sentence under ${widget} quotes, makes nothing wider`, async ({
    page,
    watch,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const frame = await openEmbed(page, watch, 'http', widget);
    const unbroken = 'e'.repeat(200);
    await frame.locator('textarea').first().fill(unbroken);
    await expect(frame.locator('.say')).toContainText(unbroken.slice(0, 30));
    await expectNoSidewaysScroll(frame);
  });
