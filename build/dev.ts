import { createServer as createHttpServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import type { Assets } from '#site/template.ts';
import { bundleClassic } from './bundles.ts';
import { createModels } from './models.ts';
import { BookProblems, createRenderer, type Renderer } from './renderer.ts';
import { writeStyles } from './styles.ts';
import { viteConfig } from './vite.ts';

const port = Number(process.env.PORT ?? 5173);
const workers = { 'plain-worker': 'src/workers/plain.worker.ts', 'tensorflow-worker': 'src/workers/tensorflow.worker.ts' };

/** Chapters, widgets and styles as they are now, through the same renderer as the build; a change reloads the page. */
const server = await createServer({
  ...viteConfig,
  appType: 'custom',
  publicDir: 'public',
  server: { middlewareMode: true, ws: { port: port + 1 } as never },
});
const models = createModels(server);
let renderer: Promise<Renderer> | undefined;

server.watcher.on('all', (_event, file) => {
  if (!/[/\\](src|index\.html)/.test(file)) return;
  renderer = undefined;
  server.moduleGraph.invalidateAll();
  server.ws.send({ type: 'full-reload' });
});
