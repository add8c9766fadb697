import type { Frame, Page } from '@playwright/test';
import { offline, origin, stranger } from './addresses.ts';
import type { Host } from './coverage.ts';
import { expect, type Watch } from './test.ts';

const framing = (src: string, sandbox: boolean) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
  <title>A course page</title>
  <style>html, body { margin: 0 } h1 { font-size: 1rem } iframe { border: 0; width: 100%; height: 900px }</style>
  <main>
    <h1>A course page</h1>
    <iframe title="A widget" src="${src.replaceAll('&', '&amp;')}"${sandbox ? ' sandbox="allow-scripts"' : ''}></iframe>
  </main>
  <script>
    heights = [];
    addEventListener('message', ({ source, data }) => {
      if (source === frames[0] && data.type === 'bits-per-token:height') heights.push(data.height);
    });
  </script>
</html>`;

/** The picture of a widget is drawn again, for the width that it really has, as soon as the widget is alive. */
const alive = '.widget:not(:has(.at-wide))';

/** Goes to every widget of the page, as a reader would, and waits until it is alive. */
export async function expectAllAlive(page: Page | Frame): Promise<void> {
  for (const island of await page.locator('[data-island]').all()) {
    await island.scrollIntoViewIfNeeded();
    await expect(island.locator(alive)).toBeVisible();
  }
}

/** Opens the embed page of a widget in a host and waits until it is alive; the frame returned is the widget's own. */
export async function openEmbed(page: Page, watch: Watch, host: Host, id: string, query = ''): Promise<Frame> {
  const file = `embed/${id}.html${query}`;
  if (host === 'http' || host === 'file') {
    watch.home = [host === 'http' ? `${origin}/` : offline];
    await page.goto(host === 'http' ? `${origin}/${file}` : offline + file);
    await expectAllAlive(page);
    return page.mainFrame();
  }
  const address = `${stranger}/course-page.html`;
  watch.home = [address, `${origin}/`];
  const body = framing(`${origin}/${file}`, host === 'sandbox');
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
  await expectAllAlive(frame);
  return frame;
}

/** The last height that the framed widget told its host. */
export const announcedHeight = (page: Page) =>
  page.evaluate(() => (window as unknown as { heights: number[] }).heights.at(-1));
