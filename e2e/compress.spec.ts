import { readFileSync } from 'node:fs';
import { openEmbed } from './hosts.ts';
import { modelFixture } from '../fixtures/model.ts';
import { expect, test } from './test.ts';

/* A file that was coded in Node is the same, byte for byte, in this browser, and opens after a reload. */

const written = readFileSync('fixtures/codec/reading.bpt');
const { text } = modelFixture('reader').reading;

test('the browser codes a text as Node does, and opens the file in a page that was loaded anew', async ({
  page,
  watch,
}) => {
  const frame = await openEmbed(page, watch, 'http', 'compress-my-text');
  await frame.getByRole('textbox', { name: 'Your text' }).fill(text);
  await expect(frame.getByText(`bytes → ${written.length} bytes.`)).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Save as .bpt' }).click(),
  ]);
  const file = readFileSync(await saved.path());
  expect(file.equals(written)).toBe(true);

  const anew = await openEmbed(page, watch, 'http', 'compress-my-text');
  const input = anew.getByLabel('Open a file, or a .bpt', { exact: true });
  await input.setInputFiles({ name: 'text.bpt', mimeType: 'application/octet-stream', buffer: file });
  await expect(anew.getByText('they match the checksum of what went in')).toBeVisible();
  const [opened] = await Promise.all([
    page.waitForEvent('download'),
    anew.getByRole('button', { name: 'Save what was in it' }).click(),
  ]);
  expect(readFileSync(await opened.path(), 'utf8')).toBe(text);

  const broken = Buffer.from(file);
  broken[60] ^= 1;
  await input.setInputFiles({ name: 'text.bpt', mimeType: 'application/octet-stream', buffer: broken });
  await expect(anew.getByText('The file is damaged').first()).toBeVisible();
});
