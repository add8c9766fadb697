/**
 * How fast transformers of three sizes read, decode and learn in Chromium, on every engine of the book and on onnxruntime-web, and which
 * share of the processor that is: `npx tsx bench/engine.ts [rounds] [read] [decode] [train]`. Prints tables in Markdown. Engines take turns in every
 * round, and ratios are of the same round, so that whatever else the machine does falls on all alike; still, use a quiet one.
 */
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import type { Config } from '#contract/training.ts';
import { layoutOf } from '#model/parameters.ts';
import { buildPage, openBuiltPage } from '../e2e/builtPage.ts';
import { browserArguments, findBrowser } from '../scripts/browser.js';
import type { EnginePage, Name } from './engine/page.ts';

declare global {
  var engine: EnginePage;
}

const configs: readonly Config[] = [
  { vocabulary: 32, context: 64, width: 32, layers: 1, heads: 2 },
  { vocabulary: 96, context: 128, width: 64, layers: 2, heads: 4 },
  { vocabulary: 256, context: 128, width: 128, layers: 4, heads: 4 },
];
const BATCH = 16;

type Kind = 'read' | 'decode' | 'train';
/** Of each kind: its title, sequences at a time, how long an engine has its turn, and what the others are compared with. */
const kinds: Record<Kind, { title: string; batch: number; turn: number; reference: Name }> = {
  read: { title: 'Reading, one window at a time', batch: 1, turn: 60, reference: 'onnx' },
  decode: { title: 'Decoding, token by token with a cache', batch: 1, turn: 60, reference: 'onnx' },
  train: { title: `Training, batches of ${BATCH} windows`, batch: BATCH, turn: 200, reference: 'stock' },
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Operations for a token, read in a whole window: two for every weight and token, and for every pair of tokens; thrice that to learn. */
function operations({ vocabulary, context, width: d, layers }: Config, kind: Kind): number {
  const forward = 2 * (12 * d * d * layers + vocabulary * d) + 4 * context * d * layers;
  return kind === 'train' ? 3 * forward : forward;
}

/** What one thread does in NumPy, in GF/s. */
function peak(): number | undefined {
  const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? 'python3', ['bench/engine/peak.py'], {
    encoding: 'utf8',
  });
  if (status === 0) return Number(stdout.split(' ')[0]);
  console.log(
    `No share of the processor’s peak: ${(stderr ?? '').trim().split('\n').at(-1) || 'there is no python3'}\n`,
  );
  return undefined;
}

const [rounds, wanted] = [Number(process.argv[2] ?? 7), process.argv.slice(3)];
const files = await buildPage('bench/engine');
// Of the arguments for tests, those that replace a graphics processor are left out.
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: browserArguments.filter((argument) => !/gpu|swiftshader/.test(argument)),
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await openBuiltPage(page, 'http://127.0.0.1:1', files);
await page.waitForFunction(() => 'engine' in globalThis);
const { names, renderer } = await page.evaluate(() => ({ ...globalThis.engine }));
console.log(
  `Chromium ${browser.version()}; ${renderer ?? 'no graphics processor, so without WebGL'}; ${rounds} rounds.\n`,
);

async function measure(kind: Kind, config: Config): Promise<Map<Name, number[]>> {
  const { batch, turn } = kinds[kind];
  const found = await page.evaluate(([a, b, c]) => globalThis.engine.prepare(a, b, c), [kind, config, batch] as const);
  const tokens = batch * config.context;
  const speeds = new Map<Name, number[]>(found.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of found) {
      const ask = [name, round < 0 ? 3 * turn : turn] as const;
      const took = await page.evaluate(([a, b]) => globalThis.engine.time(a, b), ask);
      if (round >= 0) speeds.get(name)!.push((1000 * tokens) / took);
    }
  }
  return speeds;
}

const before = peak();
const tables: (() => void)[] = [];
for (const [kind, { title, reference }] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  for (const config of configs) {
    const { vocabulary: V, context: T, width: d, layers: L, heads: H } = config;
    const parameters = layoutOf(config).reduce((sum, { size }) => sum + size, 0);
    const speeds = await measure(kind, config);
    tables.push(() => {
      console.log(
        `${title}: ${(parameters / 1000).toFixed(0)} k parameters (V ${V}, d ${d}, L ${L}, H ${H}, T ${T})\n`,
      );
      console.log(`| engine | tokens/s | × ${names[reference]} | GF/s | of one thread’s peak |`);
      console.log('| --- | ---: | ---: | ---: | ---: |');
      for (const [name, own] of speeds) {
        const ratio = median(own.map((speed, round) => speed / speeds.get(reference)![round]));
        const rate = kind === 'decode' ? undefined : (median(own) * operations(config, kind)) / 1e9;
        const share = rate && most ? `${((100 * rate) / most).toFixed(1)} %` : '';
        console.log(
          `| ${names[name]} | ${median(own).toFixed(0)} | ${ratio.toFixed(2)} | ${rate?.toFixed(1) ?? ''} | ${share} |`,
        );
      }
      console.log('');
    });
  }
}
await browser.close();
const after = peak();
const most = before && after ? Math.max(before, after) : undefined;
if (most)
  console.log(`One thread of this processor in NumPy, product of 1024 × 1024 in float32: ${most.toFixed(0)} GF/s.\n`);
for (const print of tables) print();
