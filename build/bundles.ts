import { build, type InlineConfig, type Rolldown } from 'vite';
import { writeStyles } from './styles.ts';
import { viteConfig } from '../vite.config.ts';

type Output = Rolldown.RolldownOutput['output'];

async function run(options: InlineConfig['build']): Promise<Output> {
  const checks = { ...options?.rolldownOptions?.checks, bundlerTimings: false };
  const result = await build({
    ...viteConfig,
    build: { write: false, target: 'es2022', ...options, rolldownOptions: { ...options?.rolldownOptions, checks } },
  });
  return (Array.isArray(result) ? result[0] : (result as Rolldown.RolldownOutput)).output;
}

/** One classic script that carries everything it imports: what works on a disk, in a sandbox and in a blob. */
export async function bundleClassic(input: string): Promise<string> {
  const [chunk] = await run({
    modulePreload: false,
    assetsInlineLimit: Infinity,
    rolldownOptions: {
      input,
      output: { format: 'iife', codeSplitting: false, name: 'bitsPerToken' },
      // Vite's helper for dynamic imports mentions import.meta; in one file it has nothing to load.
      checks: { emptyImportMeta: false },
    },
  });
  return chunk.code;
}

/** A stylesheet with its fonts inside. */
export async function bundleStyles(kind: 'page' | 'embed'): Promise<string> {
  const output = await run({ assetsInlineLimit: Infinity, rolldownOptions: { input: writeStyles(kind) } });
  return text(output.find((file) => file.fileName.endsWith('.css')));
}

function text(file: Output[number] | undefined): string {
  if (file?.type !== 'asset') throw new Error('The build made no stylesheet.');
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
}

export interface SplitBundle {
  /** Path within the artefact → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly script: string;
  readonly style: string;
  readonly modulePreloads: readonly string[];
  readonly fontPreloads: readonly string[];
}

/** The site's scripts as modules that load on demand, and its stylesheet with fonts beside it. */
export async function bundleSite(): Promise<SplitBundle> {
  const [scripts, styles] = await Promise.all([
    run({ modulePreload: { polyfill: false }, rolldownOptions: { input: 'src/site/client/main.ts' } }),
    run({ assetsInlineLimit: 0, rolldownOptions: { input: writeStyles('page') } }),
  ]);
  const entry = scripts.find((file) => file.type === 'chunk' && file.isEntry) as Extract<
    Output[number],
    { type: 'chunk' }
  >;
  const emitted = [...scripts, ...styles.filter((file) => file.type === 'asset')];
  const own = scripts.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css'));
  if (own.length > 0)
    throw new Error(`A script imports a stylesheet of its own, ${own[0]}: view.css is found without.`);
  const named = (pattern: RegExp) => emitted.map(({ fileName }) => fileName).filter((name) => pattern.test(name));
  return {
    files: new Map(emitted.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source])),
    script: entry.fileName,
    style: named(/\.css$/)[0],
    modulePreloads: entry.imports,
    fontPreloads: named(/(source-serif-4|inter)-latin-wght-normal.*\.woff2$/),
  };
}
