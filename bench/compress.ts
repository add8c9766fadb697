/**
 * Bits per character and characters per second of the codec on held-out prose: `npx tsx bench/compress.ts BOOKS [--decode] [--joined] [--write]`. BOOKS is
 * a folder of *.txt files, of each of which the last twentieth is taken, as in `train/evaluate.py`, and compressed by itself;
 * --joined takes all of them as one file; --write keeps what the page quotes in fixtures/codec/prose.json. Seconds are those of the
 * processor, and so nearly the same on a busy machine.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createServer } from 'vite';
import { viteConfig } from '../vite.config.ts';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('npx tsx bench/compress.ts BOOKS [--decode] [--joined] [--write]');

const server = await createServer({
  ...viteConfig,
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
});
const load = <M>(path: string) => server.ssrLoadModule(path) as Promise<M>;
const { codecModelOf, packed, unpacked } = await load<typeof import('../fixtures/codec.ts')>('/fixtures/codec.ts');
const model = codecModelOf('reader');

const split = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name: name.slice(0, -4), text: text.slice(text.length - Math.floor(text.length / 20)) };
  });
const texts = flags.includes('--joined')
  ? [{ name: 'all as one', text: split.map(({ text }) => text).join('') }]
  : split;

/** What it gives, and the seconds of the processor that it takes. */
function timed<T>(act: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

const columns = ['mixture', 'network', 'counts', 'ppm', 'gzip', 'brotli'] as const;
const sums: Record<string, number> = {};
let [characters, spent, spentDecoding] = [0, 0, 0];
console.log(`characters  ${columns.join('  ')}  characters/s`);
for (const { name, text } of texts) {
  const bytes = new TextEncoder().encode(text);
  const { result, seconds } = timed(() => packed(bytes, model));
  const { network = NaN, counts = NaN, ppm = NaN } = result.bits;
  const bits = {
    ...{ network, counts, ppm },
    mixture: 8 * result.file.length,
    gzip: 8 * gzipSync(bytes, { level: 9 }).length,
    brotli: 8 * brotliCompressSync(bytes).length,
  };
  for (const column of columns) sums[column] = (sums[column] ?? 0) + bits[column];
  characters += text.length;
  spent += seconds;
  const rates = columns.map((column) => (bits[column] / text.length).toFixed(4)).join('  ');
  console.log(`${String(text.length).padStart(10)}  ${rates}  ${(text.length / seconds).toFixed(0)}  ${name}`);
  if (!flags.includes('--decode')) continue;
  const back = timed(() => unpacked(result.file, model));
  spentDecoding += back.seconds;
  if (Buffer.compare(back.result, bytes) !== 0) throw new Error(`${name} did not come back.`);
}
console.log(columns.map((column) => `${column} ${(sums[column] / characters).toFixed(4)}`).join('  '));
console.log(`encoder ${(characters / spent).toFixed(0)} characters/s`);
if (spentDecoding > 0) console.log(`decoder ${(characters / spentDecoding).toFixed(0)} characters/s`);
if (flags.includes('--write')) {
  const rounded = (x: number) => Math.round(1e4 * x) / 1e4;
  const prose = {
    texts: texts.length,
    characters,
    bitsPerCharacter: Object.fromEntries(columns.map((column) => [column, rounded(sums[column] / characters)])),
    charactersPerSecond: {
      encoder: Math.round(characters / spent),
      ...(spentDecoding > 0 && { decoder: Math.round(characters / spentDecoding) }),
    },
  };
  writeFileSync('fixtures/codec/prose.json', `${JSON.stringify(prose, null, 2)}\n`);
}
await server.close();
