import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const cache = '.cache';
const options = [
  ...['--outFile', 'out.wasm', '--optimizeLevel', '3', '--shrinkLevel', '1', '--noAssert', '--runtime', 'stub'],
  ...['--enable', 'simd', '--importMemory', '--noExportMemory', '--initialMemory', '0'],
];
const { version: compilerVersion } = createRequire(import.meta.url)('assemblyscript/package.json') as {
  version: string;
};

/** What the compiler has made of equal sources before, else what it makes now: it takes longer than the rest of a bundle. */
async function compiledOnce(entry: string, sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const hash = createHash('sha256')
    .update(JSON.stringify([compilerVersion, options, entry, ...sources]))
    .digest('hex')
    .slice(0, 16);
  const file = join(cache, `assembly-${hash}.wasm`);
  if (existsSync(file)) return readFileSync(file);
  const binary = await compile(entry, sources);
  // Written beside it and renamed, because several builds may run at once.
  mkdirSync(cache, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, binary);
  renameSync(fresh, file);
  return binary;
}

/** The binary of an AssemblyScript module that imports its memory. Throws what the compiler complains of. */
async function compile(entry: string, sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  // The compiler takes a second to load: only where it is needed.
  const { default: asc } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main([entry, ...options], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_, content) => void (binary = content as Uint8Array),
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${entry}: ${stderr.toString() || String(error)}`);
  return binary;
}

const compiled = new Map<string, Promise<Uint8Array>>();

/** `import binary from './x.ts?assembly'`: a module of AssemblyScript, compiled to WebAssembly, in hexadecimal digits, which gzip packs better than base64. What it imports lies beside it. */
export const assembly: Plugin = {
  name: 'assembly',
  async load(id) {
    if (!id.endsWith('.ts?assembly')) return undefined;
    const entry = id.slice(0, id.indexOf('?'));
    const folder = dirname(entry);
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const sources = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    for (const name of names) this.addWatchFile(join(folder, name));
    const key = JSON.stringify([entry, ...sources]);
    if (!compiled.has(key)) compiled.set(key, compiledOnce(basename(entry), sources));
    return `export default ${JSON.stringify(Buffer.from(await compiled.get(key)!).toString('hex'))};`;
  },
};
