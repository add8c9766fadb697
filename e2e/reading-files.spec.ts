import { readdirSync, readFileSync } from 'node:fs';
import { openEmbed } from './hosts.ts';
import { reader, said, sentence } from './reader.ts';
import { expect, test } from './test.ts';

/* What a reader opens, what the page has to load, and what the browser keeps: right, wrong, and not at all. */

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

test('a file with the longest name widens no page, and what is odd in it is said', async ({ page, watch }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const frame = await openEmbed(page, watch, 'http', 'read-my-text');
  const read = reader(frame);
  const buffer = readFileSync('fixtures/cases/22-whitespace-bom-crlf-nul.txt');
  await read.file.setInputFiles({ name: `${'x'.repeat(250)}.txt`, mimeType: 'text/plain', buffer });
  await expect(read.notes).toHaveText(/x….*\.txt” is read in place.*byte-order mark is dropped.*4 line ends/);
  await expect(read.tokens).toContainText('<NUL>nul');
  await read.finished();
  const [wide, room] = await frame.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(room);
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
    // The engine tries again: a second answer may still be under way.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  for (const [what, act] of [
    ['a server that has none', 'missing'],
    ['a connection that breaks', 'broken'],
  ] as const)
    test(`${what} gets a sentence, and trying again helps`, async ({ page, watch }) => {
      watch.expected = /Failed to load resource/;
      // The route stays, and lets pass what comes later: taken away it could hold back a request that is under way.
      let isBroken = true;
      await page.route(weights, (route) => {
        if (!isBroken) return route.continue();
        return act === 'missing' ? route.fulfill({ status: 404 }) : route.abort();
      });
      const read = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
      await read.text.fill(sentence);
      await expect(read.problems).toHaveText(/\w+ \w+ \w+.*\./);
      await expect(read.text).toHaveValue(sentence);
      isBroken = false;
      await read.text.press('End');
      await read.text.pressSequentially(' Again.');
      await expect(read.description).toHaveText(await said(`${sentence} Again.`));
    });
});

test.describe('when storage is refused', () => {
  test.use({ isolated: true });
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
