import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import type { ModelPage } from './page.ts';

declare global {
  var model: ModelPage;
}

let files: Promise<Map<string, string | Uint8Array>> | undefined;

/** The page beside this file, built into memory, with the weights beside it. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const { output } = (await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    worker: { format: 'iife' },
    build: { write: false, chunkSizeWarningLimit: Infinity },
  })) as Rolldown.RolldownOutput;
  const built = output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const);
  return new Map([...built, ['reader.bin', readFileSync('public/weights/reader.bin')]]);
}

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', bin: 'application/octet-stream' };

/** Opens the page at an address below `origin`, without a server. */
export async function openModelPage(page: Page, origin: string): Promise<void> {
  const content = await (files ??= bundle());
  await page.route(`${origin}/model-page/**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/model-page/', '');
    const body = content.get(name);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: types[name.split('.').at(-1) ?? ''], body: Buffer.from(body) });
  });
  await page.goto(`${origin}/model-page/index.html`);
  await page.waitForFunction(() => 'model' in globalThis);
}
