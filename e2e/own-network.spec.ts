import { expect, tabTo, test } from './test.ts';

/* A network that the reader trains: kept, downloaded, opened again, refused when it is damaged, and used by other figures. */

test('a network is trained on a text, kept, and reads and writes in other figures', async ({ page }) => {
  await page.goto('embed/train-it.html?data=own&size=1x16');
  const state = page.locator('.fig-run .says');
  await expect(state).toHaveText(/^About .* symbols a second, /);
  // By keyboard: a step, then all of them.
  const press = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  await press('One step');
  await expect(state).toHaveText('Step 1 of 100, paused.');
  await press('Go on');
  await expect(state).toHaveText('Step 100 of 100, done.');
  await page.getByRole('button', { name: 'Keep this network' }).click();
  const note = page.locator('.train-it-keep').getByRole('status');
  await expect(note).toHaveText(/^Kept on this computer\./);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download it' }).click();
  const file = await (await downloading).path();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  const damaged = Buffer.from(whole);
  damaged[damaged.length - 1] ^= 1;
  const input = page.locator('.train-it-keep input[type=file]');
  await input.setInputFiles({ name: 'damaged.bin', mimeType: 'application/octet-stream', buffer: damaged });
  await expect(note).toHaveText(/^damaged\.bin: .* do not match its checksum\.$/);
  await input.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear reader') });
  await expect(note).toHaveText(/^letter\.txt: This is not a weights file/);
  await input.setInputFiles(file);
  await expect(note).toHaveText(/Training begins from it\.$/);
  await expect(page.getByLabel('Begin from')).toHaveValue('2');

  for (const id of ['read-my-text', 'sampling-lab']) {
    await page.goto(`embed/${id}.html`);
    const said = page.locator('.widget .say');
    const before = await said.textContent();
    await page.getByLabel('Read with the network that I trained').check();
    // Of characters there are fewer than a hundred, and one token for each of them.
    await expect(said).toHaveText(id === 'read-my-text' ? /^190 tokens, 190 characters/ : / all 44 are kept/);
    await page.getByLabel('Read with the network that I trained').uncheck();
    await expect(said).toHaveText(before!);
  }
  for (const id of ['context-length', 'perplexity-lab']) {
    await page.goto(`embed/${id}.html`);
    const said = page.locator('.widget .say');
    const before = await said.textContent();
    await page.getByLabel('Read with the network that I trained').check();
    await expect(said).not.toHaveText(before!);
    await expect(page.locator('.widget [role=alert]')).toHaveCount(0);
    await page.getByLabel('Read with the network that I trained').uncheck();
    await expect(said).toHaveText(before!);
  }
});
