import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { sheets, writeStyles } from './styles.ts';
import { viteConfig } from '../vite.config.ts';
import { withoutTestParts } from './withoutTestParts.ts';

type Output = Rolldown.RolldownOutput['output'];

async function run(options: InlineConfig['build']): Promise<Output> {
  const checks = { ...options?.rolldownOptions?.checks, bundlerTimings: false };
  const result = await build({
    ...viteConfig,
    plugins: [...viteConfig.plugins, withoutTestParts],
    build: { write: false, target: 'es2022', ...options, rolldownOptions: { ...options?.rolldownOptions, checks } },
  });
  return (Array.isArray(result) ? result[0] : (result as Rolldown.RolldownOutput)).output;
}

/** In one file there is nothing to load beforehand: what would do it weighs some hundred bytes in every embed page. */
const withoutPreloads: Plugin = {
  name: 'without-preloads',
  load: {
    order: 'pre',
    handler: (id) =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined,
  },
};

/** The packages that a part of embed pages shares with them, by the names under which `pinsLater.ts` lends them. */
const lent = { react: 'react', 'react-dom/client': 'dom', 'react/jsx-runtime': 'jsx' };

/** A classic script that an embed page loads when a reader wants what it holds. */
export const bundlePart = (input: string) =>
  bundleClassic(
    input,
    Object.fromEntries(Object.entries(lent).map(([name, as]) => [name, `bitsPerTokenShared.${as}`])),
  );

/**
 * One classic script that carries everything it imports: what works on a disk, in a sandbox and in a blob. What is `lent` it finds
 * under these expressions.
 */
export async function bundleClassic(input: string, globals: Readonly<Record<string, string>> = {}): Promise<string> {
  const [chunk] = await run({
    modulePreload: false,
    assetsInlineLimit: Infinity,
    rolldownOptions: {
      plugins: [withoutPreloads],
      input,
      external: Object.keys(globals),
      output: { format: 'iife', codeSplitting: false, name: 'bitsPerToken', globals },
      // Vite's helper for dynamic imports mentions import.meta; in one file it has nothing to load.
      checks: { emptyImportMeta: false },
    },
  });
  return chunk.code;
}

type Sheets = ReadonlyMap<string, { readonly fileName: string; readonly source: string }>;

/** All stylesheets of pages or of embed pages by their names, with their fonts inside or beside them. */
async function styles(kind: 'page' | 'embed', assetsInlineLimit: number): Promise<{ output: Output; sheets: Sheets }> {
  const names = [...sheets().keys()].filter((name) => name === kind || !(name === 'page' || name === 'embed'));
  const output = await run({ assetsInlineLimit, rolldownOptions: { input: names.map(writeStyles) } });
  const made = new Map<string, { fileName: string; source: string }>();
  for (const file of output) {
    if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
    const { source } = file;
    made.set(file.names[0].replace(/\.css$/, ''), {
      fileName: file.fileName,
      source: typeof source === 'string' ? source : new TextDecoder().decode(source),
    });
  }
  const missing = names.filter((name) => !made.has(name));
  if (missing.length > 0) throw new Error(`The build made no stylesheet of ${missing.join()}.`);
  return { output, sheets: made };
}

/** The stylesheets under names that they keep, with their fonts inside: for a disk. */
export async function bundleStyles(kind: 'page' | 'embed'): Promise<Map<string, string>> {
  const { sheets: made } = await styles(kind, Infinity);
  return new Map([...made].map(([name, { source }]) => [`assets/${name}.css`, source]));
}

export interface SplitBundle {
  /** Path within the artefact → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly script: string;
  /** Path of each stylesheet by its name. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly modulePreloads: readonly string[];
  readonly fontPreloads: readonly string[];
}

/** The site's scripts as modules that load on demand, and its stylesheet with fonts beside it. */
export async function bundleSite(): Promise<SplitBundle> {
  const [scripts, { output, sheets: made }] = await Promise.all([
    // A list of what each import needs, to ask for it a moment sooner, would weigh more than it gives.
    run({ modulePreload: false, rolldownOptions: { input: 'src/site/client/main.ts' } }),
    styles('page', 0),
  ]);
  const entry = scripts.find((file) => file.type === 'chunk' && file.isEntry) as Extract<
    Output[number],
    { type: 'chunk' }
  >;
  const emitted = [...scripts, ...output.filter((file) => file.type === 'asset')];
  const own = scripts.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css'));
  if (own.length > 0)
    throw new Error(`A script imports a stylesheet of its own, ${own[0]}: view.css is found without.`);
  return {
    files: new Map(emitted.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source])),
    script: entry.fileName,
    sheets: new Map([...made].map(([name, { fileName }]) => [name, fileName])),
    modulePreloads: entry.imports,
    fontPreloads: emitted
      .map(({ fileName }) => fileName)
      .filter((name) => /(source-serif-4|inter)-latin-wght-normal.*\.woff2$/.test(name)),
  };
}
