import { findShell } from '../scripts/browser.js';
import { openEmbed } from './hosts.ts';
import { prose } from './prose.ts';
import { reader, said } from './reader.ts';
import { expect, test } from './test.ts';

test.use({
  launchOptions: {
    executablePath: await findShell(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
  },
});

test('without WebGL a long text is read to its end, and the reader is told what runs', async ({ page, watch }) => {
  const { text, runsOn, finished, description } = reader(await openEmbed(page, watch, 'http', 'read-my-text'));
  const long = prose(8000);
  await text.fill(long);
  await finished();
  await expect(description).toHaveText(await said(long));
  await expect(runsOn.locator('option[value="webgl"]')).toHaveText(/offers no WebGL/);
  await expect(runsOn.locator('option[value="webgl"]')).toBeDisabled();
  await expect(runsOn.locator('option[value="auto"]')).toHaveText(/the fastest here: .* tokens\/s/);
});
