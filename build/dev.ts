import { createServer, type Plugin, type ViteDevServer } from 'vite';
import type { Assets } from '#site/template.ts';
import { bundleClassic, bundlePart } from './bundles.ts';
import { createModels } from './models.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { pinPart, provide, weightNames, weights, workers } from './onDemand.ts';
import { sheetOf, styledParts, writeStyles } from './styles.ts';
import { viteConfig } from '../vite.config.ts';
import { embedEntry, workEntry } from './embedEntries.ts';
import { trainingText } from './words.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function assetsOf(path: string, widgets: Renderer['widgets']): Assets {
  const id = /^embed\/(.+)\.html$/.exec(path)?.[1];
  const style = (name: string) => writeStyles(name).slice(process.cwd().length + 1);
  const entry = id ? `@id/${embedEntry(widgets.get(id)!.spec)}` : 'src/site/client/main.ts';
  return {
    styles: [style(id ? 'embed' : 'page')],
    stylesOf: Object.fromEntries(Array.from(styledParts().keys(), (part) => [part, style(sheetOf(part))])),
    printStyles: [style('print')],
    scripts: ['@vite/client', 'src/site/client/early.ts', entry].map((src) => ({ src, module: true })),
    build: 'dev',
  };
}

/** What pages load on demand, made when it is asked for. */
async function onDemand(name: string): Promise<string | Uint8Array | undefined> {
  const file = weightNames().find((own) => name === `${own}.bin` || name === `${own}.js`);
  if (file) return name.endsWith('.bin') ? weights(file) : provide(file, weights(file).toString('base64'));
  if (name === 'pins.js') return bundlePart(pinPart);
  if (name === 'words.js') return provide('words', trainingText('words'));
  if (name === 'passages.js') return provide('passages', trainingText('passages'));
  const work = /^work-(.+)\.js$/.exec(name)?.[1];
  if (work) return provide(`work-${work}`, await bundleClassic(workEntry(work)));
  const worker = Object.entries(workers).find(([key]) => name === `${key}.js`);
  return worker && provide(worker[0], await bundleClassic(worker[1]));
}

/** Serves every page through the same renderer as the build; any change under src reloads it. */
function pages(): Plugin {
  let renderer: Promise<Renderer> | undefined;
  async function page(path: string, server: ViteDevServer): Promise<string> {
    const current = (renderer ??= createRenderer(server, createModels(server)));
    try {
      const { render, widgets } = await current;
      return await render(path, 'dev', assetsOf(path, widgets));
    } catch (error) {
      if (renderer === current) renderer = undefined;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return `<!doctype html><script type="module" src="/@vite/client"></script><pre>${escape(message)}</pre>`;
    }
  }
  return {
    name: 'pages',
    // Modules are not exchanged one by one: the page is rendered anew as a whole, so it is loaded anew.
    hotUpdate: () => [],
    configureServer(server) {
      let reload: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, file) => {
        if (!/[/\\]src[/\\]/.test(file)) return;
        clearTimeout(reload);
        reload = setTimeout(() => {
          renderer = undefined;
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        }, 50);
      });
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
        const asset = /^assets\/([\w.-]+)$/.exec(path)?.[1];
        const content = path.endsWith('.html')
          ? await page(path, server)
          : asset === 'search.js'
            ? provide('search', (await renderer)?.findables ?? '[]')
            : asset && (await onDemand(asset));
        if (!content) return next();
        response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/javascript');
        response.end(content);
      });
    },
  };
}

const server = await createServer({
  ...viteConfig,
  logLevel: 'info',
  appType: 'custom',
  publicDir: 'public',
  plugins: [...viteConfig.plugins, pages()],
  optimizeDeps: {
    entries: ['src/site/client/main.ts'],
    include: ['react', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
  },
  server: { port: Number(process.env.PORT ?? 5173), hmr: { overlay: false } },
});
await server.listen();
server.printUrls();
