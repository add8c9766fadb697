import { readdirSync, readFileSync } from 'node:fs';
import { offline } from './addresses.ts';
import { openEmbed } from './hosts.ts';
import { prose } from './prose.ts';
import { reader, said } from './reader.ts';
import { expect, test } from './test.ts';

const sentence = 'The whale dived, and nobody on the boat spoke of it again.';

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
  test.setTimeout(120_000);
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
  await expect(frame.getByText('100 006 characters, of which the first 100 000 are read.')).toBeVisible();
  expect(await read.text.inputValue()).toBe(`Look: ${long}`);
  await read.tokens.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await read.shows(long.slice(-700, -300));
});

for (const backend of ['webgl', 'wasm'] as const)
  test(`the reader can choose who reads, and the numbers stay: ${backend}`, async ({ page, watch }) => {
    test.slow();
    const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
    await read.runsOn.selectOption(backend);
    const speed = /tokens\/s$/;
    await expect(read.runsOn.locator(`option[value="${backend}"]`)).toHaveText(speed, { timeout: 120_000 });
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

test.describe('files of log-probabilities', () => {
  const folder = 'fixtures/logprobs/';
  const files = readdirSync(folder).filter((name) => /\.jsonl?$/.test(name));
  test('there are some', () => expect(files.length).toBeGreaterThan(2));

  for (const name of files)
    test(`${name} opens, and half of it gets a sentence`, async ({ page, watch }) => {
      const frame = await openEmbed(page, watch, 'http', 'read-my-text');
      const read = reader(frame);
      await read.text.fill(sentence);
      await read.shows(sentence);
      await read.file.setInputFiles(folder + name);
      await expect(frame.getByText('the numbers of another model, not of the one in this page')).toBeVisible();
      await expect(read.description).toHaveText(/\d tokens?, \d+ characters?: \d+\.\d+ bits? per/);
      await expect(read.colored.first()).toBeVisible();
      await frame.getByRole('button', { name: 'Back to my text' }).click();
      await expect(read.description).toHaveText(await said(sentence));

      const whole = readFileSync(folder + name);
      await read.file.setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: whole.subarray(0, whole.length / 2),
      });
      await expect(read.notes).toHaveText(/\w+ \w+.*Your own text is shown instead\./);
      await expect(read.text).toHaveValue(sentence);
      await expect(read.description).toHaveText(await said(sentence));
    });
});

const refused: readonly [name: string, content: string | Buffer, answer: RegExp][] = [
  ['form.json', '{"hello": [1, 2, 3]}', /Your own text is shown instead/],
  ['empty.txt', '', /“empty\.txt” is empty\. Nothing has changed/],
  ['picture.png', Buffer.from([137, 80, 78, 71, 0, 0, 0, 13, 255, 0]), /bytes that no text has/],
  ['huge.json', `["${'x'.repeat(4_000_001)}"]`, /files of log-probabilities are read up to 4\.0 MB/],
];
for (const [name, content, answer] of refused)
  test(`refuses ${name} with a sentence, and the text stays`, async ({ page, watch }) => {
    const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
    await read.text.fill(sentence);
    await read.file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await expect(read.notes).toHaveText(answer);
    await expect(read.text).toHaveValue(sentence);
    await expect(read.description).toHaveText(await said(sentence));
  });

test('a text file is read, and what was typed can be put back', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', 'read-my-text');
  const read = reader(frame);
  await read.text.fill(sentence);
  const words = 'The lamp smoked. Crème brûlée.';
  await read.file.setInputFiles({ name: 'lamp.txt', mimeType: 'text/plain', buffer: Buffer.from(words, 'latin1') });
  await expect(read.notes).toHaveText(/is read in place of your text.*Windows-1252/);
  await expect(read.description).toHaveText(await said(words));
  await frame.getByRole('button', { name: 'Put mine back' }).click();
  await expect(read.description).toHaveText(await said(sentence));
});

test.describe('when the weights are not right', () => {
  // The file itself, and the script that holds it for pages that cannot fetch.
  const weights = /\/assets\/reader\.(bin|js)/;

  test('one wrong byte is noticed, and said', async ({ page, watch }) => {
    await page.route(weights, async (route) => {
      const body = await (await route.fetch()).body();
      body[body.length - 1000] ^= 1;
      await route.fulfill({ body });
    });
    const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
    await read.text.fill(sentence);
    await expect(read.problems).toHaveText(/\w+ \w+ \w+.*\./);
    await expect(read.text).toHaveValue(sentence);
  });

  for (const [what, act] of [
    ['a server that has none', 'missing'],
    ['a connection that breaks', 'broken'],
  ] as const)
    test(`${what} gets a sentence, and trying again helps`, async ({ page, watch }) => {
      watch.expected = /Failed to load resource/;
      await page.route(weights, (route) => (act === 'missing' ? route.fulfill({ status: 404 }) : route.abort()));
      const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
      await read.text.fill(sentence);
      await expect(read.problems).toHaveText(/\w+ \w+ \w+.*\./);
      await expect(read.text).toHaveValue(sentence);
      await page.unroute(weights);
      await read.text.press('End');
      await read.text.pressSequentially(' Again.');
      await expect(read.description).toHaveText(await said(`${sentence} Again.`));
    });
});

test.describe('when storage is refused', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The request was denied.', 'SecurityError');
        },
      });
    }),
  );

  test('the text is read all the same, and keeping it is refused in words', async ({ page, watch }) => {
    const frame = await openEmbed(page, watch, 'http', 'read-my-text');
    const read = reader(frame);
    await read.text.fill(sentence);
    await expect(read.description).toHaveText(await said(sentence));
    await frame.getByLabel('Keep my text on this computer').check();
    await expect(read.notes).toHaveText(/refuses to store anything/);
  });
});

test('a text is kept if the reader says so, and forgotten if not', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', 'read-my-text');
  const read = reader(frame);
  await read.text.fill(sentence);
  await frame.getByLabel('Keep my text on this computer').check();
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await expect.poll(stored).toContain(sentence);
  await page.reload();
  await expect(read.text).toHaveValue(sentence);
  await expect(read.description).toHaveText(await said(sentence));
  await frame.getByLabel('Keep my text on this computer').uncheck();
  await expect.poll(stored).not.toContain(sentence);
});

test.describe('the first page', () => {
  test.describe('before any script', () => {
    test.use({ javaScriptEnabled: false });
    test('has its sentence, colored by the model', async ({ page }) => {
      await page.goto('index.html');
      const tokens = page.locator('[data-island="first-sentence"] [data-token]:visible');
      expect(await tokens.count()).toBeGreaterThan(5);
      for (const token of await tokens.all()) await expect(token).toHaveAttribute('data-amount', /^\d+\.\d$/);
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
