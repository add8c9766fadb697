import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { chromium, type BrowserContext, type Frame, type LaunchOptions, type Page } from '@playwright/test';
import { framedByIsolated, staticFiles } from '../build/serve.ts';
import { findBrowser } from '../scripts/browser.js';
import { siteFolder } from './addresses.ts';
import { expectAllAlive } from './hosts.ts';
import { expect, type Watch } from './test.ts';

type Headers = Readonly<Record<string, string>>;

/** A page that wants to be isolated from what it frames, as those do that use shared memory. */
export const isolated: Headers = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};

const require = createRequire(import.meta.url);
export const versions = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }
).devDependencies;
const resizer = readFileSync(require.resolve('h5p-standalone/vendor/h5p/js/h5p-resizer.js'));

/** The scripts that a teacher is told to put into a page, and into a deck, so that frames follow the height of figures. */
export const [listener, deckListener] = Array.from(
  readFileSync('src/book/teaching.mdx', 'utf8').matchAll(/^```html\n(<script>.+?)^```$/gms),
  ([, script]) => script,
);

const pages: { readonly html: string; readonly headers: Headers }[] = [];

/** What a host holds besides its own pages: reveal.js, the book as served without any headers, and as `npm start` serves it. */
const folders: Readonly<Record<string, RequestListener>> = {
  reveal: staticFiles(dirname(require.resolve('reveal.js'))),
  plain: staticFiles(siteFolder),
  willing: staticFiles(siteFolder, framedByIsolated),
};

const answer: RequestListener = (request, response) => {
  const [, folder, rest] = /^\/(\w+)(\/.*)$/.exec(request.url!) ?? [];
  if (Object.hasOwn(folders, folder)) {
    request.url = rest;
    return folders[folder](request, response);
  }
  if (request.url === '/h5p-resizer.js')
    return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(resizer);
  const page = folder === 'page' ? pages[Number(rest.slice(1))] : undefined;
  response.writeHead(page ? 200 : 404, { ...page?.headers, 'content-type': 'text/html' }).end(page?.html);
};

async function serving(host: string): Promise<string> {
  const server = createServer(answer).listen(0, host).unref();
  await once(server, 'listening');
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

/** Two servers that hold the same. To a browser they are two sites: one is the host, from the other it frames the book. */
export const host = await serving('localhost');
export const elsewhere = await serving('127.0.0.1');

/** Puts a page onto the host and opens it. */
export async function openHost(page: Page, watch: Watch, body: string, headers: Headers = {}): Promise<void> {
  watch.home = [`${host}/`, `${elsewhere}/`];
  const html = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
  <title>A page of somebody else</title>
  ${body}
</html>`;
  await page.goto(`${host}/page/${pages.push({ html, headers }) - 1}`);
}

/** The widget in an iframe of the page, when it is alive. */
export async function framed(page: Page, selector = 'iframe'): Promise<Frame> {
  const frame = (await (await page.waitForSelector(selector)).contentFrame())!;
  await expect(frame.locator('[data-island]')).toHaveCount(1);
  await expectAllAlive(frame);
  return frame;
}

export const heightOf = (page: Page, selector = 'iframe') =>
  page.locator(selector).evaluate((iframe) => iframe.clientHeight);

export const hiddenIn = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

/** The iframe is as high as what is in it: nothing to scroll, nothing left over. */
export const expectFit = (page: Page, frame: Frame, selector = 'iframe'): Promise<void> =>
  expect
    .poll(async () => {
      const bottom = await frame.evaluate(
        () => document.querySelector('main')!.getBoundingClientRect().bottom + scrollY,
      );
      return { left: (await heightOf(page, selector)) - Math.ceil(bottom), hidden: await hiddenIn(frame) };
    })
    .toEqual({ left: 0, hidden: 0 });

/** As high as its figure, and so again when the table of its numbers is opened below it, and when it is closed. */
export async function expectFollows(page: Page, frame: Frame): Promise<void> {
  await expectFit(page, frame);
  const before = await heightOf(page);
  const data = frame.getByRole('button', { name: 'Data', exact: true });
  await data.click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before);
  await expectFit(page, frame);
  await data.click();
  await expect.poll(() => heightOf(page)).toBe(before);
}

/** A point of the frame as the reader's pointer meets it, wherever and however large the page shows the frame. */
export async function onScreen(page: Page, selector: string, x: number, y: number): Promise<[number, number]> {
  const [left, top, scale] = await page.locator(selector).evaluate((iframe: HTMLElement) => {
    const box = iframe.getBoundingClientRect();
    return [box.left, box.top, box.width / iframe.offsetWidth];
  });
  return [left + scale * x, top + scale * y];
}

/**
 * A browser whose reader has forbidden the book's site to keep anything below the host: every look at its storage throws. To
 * block third-party cookies is not enough for that where a browser partitions storage, as Chromium does by default. The headless
 * shell has no such settings.
 */
export async function withoutStorageInFrames(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const cookies = { [`${elsewhere},${host}`]: { setting: 2 } };
  mkdirSync(`${profile}/Default`, { recursive: true });
  writeFileSync(
    `${profile}/Default/Preferences`,
    JSON.stringify({ profile: { content_settings: { exceptions: { cookies } } } }),
  );
  return chromium.launchPersistentContext(profile, { ...options, executablePath: await findBrowser() });
}

/** How much is stored where this frame looks for it, or the name of what is thrown at whoever looks. */
export const storageIn = (frame: Frame) =>
  frame.evaluate(() => {
    try {
      return `${localStorage.length} entries`;
    } catch (error) {
      return (error as Error).name;
    }
  });
