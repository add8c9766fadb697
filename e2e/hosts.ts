import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { offline, origin } from './addresses.ts';
import type { Host } from './coverage.ts';
import { expect, type Watch } from './test.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const coursePage = (frames: readonly string[], sandbox: string | null) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
  <title>A course page</title>
  <style>html, body { margin: 0 } h1 { font-size: 1rem } iframe { border: 0; width: 100%; height: 900px }</style>
  <script>
    const heights = [];
    const messages = [];
    addEventListener('message', ({ source, data }) => {
      messages.push(data);
      if (source === frames[0] && data.type === 'bits-per-token:height') heights.push(data.height);
    });
  </script>
  <main>
    <h1>A course page</h1>
    ${frames.map((src, i) => `<iframe title="Widget ${i + 1}" src="${escape(src)}"${sandbox === null ? '' : ` sandbox="${sandbox}"`}></iframe>`).join('\n')}
  </main>
</html>`;

/** A stranger's server, at localhost: another site to a browser than 127.0.0.1. It frames what it is asked to. */
const stranger = createServer((request, response) => {
  const { searchParams } = new URL(request.url!, 'http://localhost');
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(coursePage(searchParams.getAll('frame'), searchParams.get('sandbox')));
});
await once(stranger.listen(0, 'localhost').unref(), 'listening');

/** A page on another site that frames pages of the book. */
export const courseAddress = (frames: readonly string[], sandbox?: string) => {
  const query = [...frames.map((frame) => ['frame', frame]), ...(sandbox === undefined ? [] : [['sandbox', sandbox]])];
  return `http://localhost:${(stranger.address() as AddressInfo).port}/?${new URLSearchParams(query)}`;
};

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
  const framed = host === 'cross-site frame' || host === 'sandbox';
  const course = courseAddress([`${origin}/${file}`], host === 'sandbox' ? 'allow-scripts' : undefined);
  watch.home = framed ? [course, `${origin}/`] : [host === 'file' ? offline : `${origin}/`];
  await page.goto(framed ? course : watch.home[0] + file);
  const frame = framed ? (await (await page.waitForSelector('iframe')).contentFrame())! : page.mainFrame();
  await expect(frame.locator('[data-island]')).toHaveCount(1);
  await expectAllAlive(frame);
  return frame;
}

/** As hosts do: gives the frame the height that the widget announces, until nothing of it has to be scrolled to. */
export async function expectFittingHeight(page: Page, frame: Frame): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate("document.querySelector('iframe').style.height = `${heights.at(-1)}px`");
      return frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
    })
    .toBe(0);
}
