import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { createServer } from 'vite';
import { rowsFile } from '../fixtures/correctness/rows.ts';
import type { Assets } from '#site/template.ts';
import { bundleClassic, bundlePart, bundleSite, bundleStyles } from './bundles.ts';
import { brokenLinks, repeatedIds } from './links.ts';
import { createModels } from './models.ts';
import { oembed } from './oembed.ts';
import { pinPart, provide, weightNames, weights, workers } from './onDemand.ts';
import { createRenderer, version, zipName, type Renderer } from './renderer.ts';
import { viteConfig } from '../vite.config.ts';
import { embedEntry, workEntry } from './embedEntries.ts';
import { sheetOf, styledParts } from './styles.ts';
import { trainingText } from './words.ts';

type Files = Map<string, string | Uint8Array>;

/** Where the site is going to be published, for the few files that must name their full address. */
const address = process.env.SITE_ADDRESS?.replace(/\/?$/, '/');

/** Scripts that pages load on demand, or before anything is painted, in every artefact. */
async function commonFiles(renderer: Renderer, isWanted: (id: string) => boolean): Promise<Files> {
  const workerNames = Object.keys(workers) as (keyof typeof workers)[];
  const specs = [...renderer.widgets.values()].map(({ spec }) => spec).filter(({ id }) => isWanted(id));
  const working = specs.filter(({ work }) => work).map(({ id }) => id);
  const [early, pins, styles, ownWorkers, works, embeds] = await Promise.all([
    bundleClassic('src/site/client/early.ts'),
    bundlePart(pinPart),
    bundleStyles('embed'),
    Promise.all(workerNames.map((name) => bundleClassic(workers[name]))),
    Promise.all(working.map((id) => bundleClassic(workEntry(id)))),
    Promise.all(specs.map((spec) => bundleClassic(embedEntry(spec)))),
  ]);
  return new Map<string, string | Uint8Array>([
    ['assets/early.js', early],
    ['assets/pins.js', pins],
    ...workerNames.map((name, i) => [`assets/${name}.js`, provide(name, ownWorkers[i])] as const),
    ...working.map((id, i) => [`assets/work-${id}.js`, provide(`work-${id}`, works[i])] as const),
    ...weightNames().map((name) => [`assets/${name}.js`, provide(name, weights(name).toString('base64'))] as const),
    ['assets/words.js', provide('words', trainingText('words'))],
    ['assets/passages.js', provide('passages', trainingText('passages'))],
    ['assets/search.js', provide('search', renderer.findables)],
    ...styles,
    ...specs.map(({ id }, i) => [`assets/embed-${id}.js`, embeds[i]] as const),
  ]);
}

/** Eight hexadecimal digits that change whenever a file does. */
function fingerprint(files: Files): string {
  const hash = createHash('sha256');
  for (const content of files.values()) hash.update(content);
  return hash.digest('hex').slice(0, 8);
}

/** Where the stylesheets of a page or an embed page are. */
const stylesFrom = (kind: 'page' | 'embed', file: (name: string) => string) => ({
  styles: [file(kind)],
  printStyles: [file('print')],
  stylesOf: Object.fromEntries(Array.from(styledParts().keys(), (part) => [part, file(sheetOf(part))])),
});
const kept = (name: string) => `assets/${name}.css`;

interface Artefact {
  readonly files: Files;
  readonly page: Omit<Assets, 'build'>;
}

async function siteFiles(): Promise<Artefact> {
  const { files, script, sheets, modulePreloads, fontPreloads } = await bundleSite();
  return {
    files: new Map([...files, ...weightNames().map((name) => [`assets/${name}.bin`, weights(name)] as const)]),
    page: {
      ...stylesFrom('page', (name) => sheets.get(name)!),
      scripts: [{ src: script, module: true }],
      modulePreloads,
      fontPreloads,
    },
  };
}

async function offlineFiles(): Promise<Artefact> {
  const [script, styles] = await Promise.all([bundleClassic('src/site/client/main.ts'), bundleStyles('page')]);
  return {
    files: new Map([['assets/book.js', script], ...styles]),
    page: { ...stylesFrom('page', kept), scripts: [{ src: 'assets/book.js' }] },
  };
}

const publicFiles = (): Files =>
  new Map(
    readdirSync('public')
      .filter((file) => statSync(join('public', file)).isFile())
      .map((file) => [file, readFileSync(join('public', file))]),
  );

/** The zip of the whole book, if it has been built: the site offers it for download. */
const offlineCopy = () => (existsSync(join('dist', zipName)) ? readFileSync(join('dist', zipName)) : undefined);

/**
 * Builds artefacts into their folders of `dist`, one after the other, and says what it made. What they have in common is made once.
 * `only`, for a look while one writes: no more than the pages and widgets of these names, and whether links lead somewhere is not asked.
 */
export async function buildArtefacts(
  variants: readonly ('site' | 'offline')[],
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const isWanted = (id: string) => only?.has(id) ?? true;
  const server = await createServer({
    ...viteConfig,
    mode: 'production',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const models = createModels(server);
  let common: Promise<Files> | undefined;
  async function buildArtefact(variant: 'site' | 'offline'): Promise<string> {
    const zip = variant === 'site' ? offlineCopy() : undefined;
    const renderer = await createRenderer(server, models, zip && { file: zipName, bytes: zip.length });
    const [shared, { files: own, page }] = await Promise.all([
      (common ??= commonFiles(renderer, isWanted)),
      variant === 'site' ? siteFiles() : offlineFiles(),
    ]);
    const files: Files = new Map([...publicFiles(), ...shared, ...own]);
    const everywhere = { early: 'assets/early.js', build: fingerprint(files), ...(variant === 'site' && { address }) };
    const assets = (path: string): Assets => {
      const widget = /^embed\/(.+)\.html$/.exec(path)?.[1];
      if (!widget) return { ...page, ...everywhere };
      return { ...stylesFrom('embed', kept), scripts: [{ src: `assets/embed-${widget}.js` }], ...everywhere };
    };
    // A copy on a disk is never asked for a page that is not there.
    const paths = renderer.paths.filter((path) =>
      path === '404.html' ? variant === 'site' : path === 'index.html' || isWanted(/([^/]+)\.html$/.exec(path)![1]),
    );
    for (const name of only ?? [])
      if (!paths.some((path) => path === `${name}.html` || path === `embed/${name}.html`))
        throw new Error(`There is no page and no widget “${name}”.`);
    for (const path of paths) files.set(path, await renderer.render(path, variant, assets(path)));
    if (variant === 'site' && address)
      for (const { spec } of renderer.widgets.values()) files.set(`embed/${spec.id}.json`, oembed(spec, address));
    if (zip) files.set(zipName, zip);
    files.set('correctness.json', readFileSync(rowsFile, 'utf8'));
    const broken = only ? [] : brokenLinks(files, variant === 'site' && address ? new URL(address).pathname : '/');
    if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.join('\n')}`);
    const repeated = repeatedIds(files);
    if (repeated.length > 0) throw new Error(`Ids that occur twice:\n${repeated.join('\n')}`);
    return variant === 'site' ? writeSite(files) : writeZip(files);
  }
  try {
    const made: string[] = [];
    for (const variant of variants) made.push(await buildArtefact(variant));
    return made;
  } finally {
    await server.close();
  }
}

/** Written beside the old folder and put in its place at once, so that whoever serves it never finds half of it. */
function writeFolder(folder: string, files: Files) {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

function writeSite(files: Files): string {
  writeFolder('dist/site', files);
  return `${files.size} files in dist/site`;
}

/** The zip unpacks to one folder, which is left in `dist` as well. */
function writeZip(files: Files): string {
  const folder = `bits-per-token-${version}`;
  writeFolder('dist/offline', files);
  const encode = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const entries = Object.fromEntries([...files].map(([path, content]) => [`${folder}/${path}`, encode(content)]));
  // A fixed date: the same book gives the same zip.
  writeFileSync(join('dist', zipName), zipSync(entries, { level: 9, mtime: '2026-01-01T00:00:00' }));
  return `dist/${zipName}, ${(statSync(join('dist', zipName)).size / 1e6).toFixed(1)} MB,`;
}
