import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { assembly } from '../build/assembly.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** The page `index.html` of a folder and what it loads, built into memory. */
export async function buildPage(root: string): Promise<Files> {
  const { output } = (await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [assembly],
    worker: { format: 'iife', plugins: () => [assembly] },
    build: { write: false, target: 'es2022', chunkSizeWarningLimit: Infinity },
  })) as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  bin: 'application/octet-stream',
  wasm: 'application/wasm',
};

/** Opens such a page at an address below `origin`, without a server. */
export async function openBuiltPage(page: Page, origin: string, files: Files): Promise<void> {
  await page.route(`${origin}/built-page/**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/built-page/', '');
    const body = files.get(name);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: types[name.split('.').at(-1) ?? ''], body: Buffer.from(body) });
  });
  await page.goto(`${origin}/built-page/index.html`);
}
