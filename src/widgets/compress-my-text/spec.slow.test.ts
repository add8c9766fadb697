import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import type { Engine } from '#contract/engine.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { codecModelOf, packed } from '../../../fixtures/codec.ts';
import { MOST, MOST_OF_FILE } from '#model/codec/container.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { compute, run, type Packing } from './model.ts';
import { mostBytes, mostOfPack, params } from './parameters.ts';
import { breakEven, rate, shareOfWeights, weightBytes } from './rates.ts';
import { rateOf } from './readouts.ts';
import { brotliSize } from './stock.ts';
import { challenges } from './challenges.ts';
import { laws } from './laws.ts';
import { spec } from './spec.ts';
import { presets } from './presets.ts';
import { story } from './texts.ts';

const defaults = defaultValues(params);
const { signal } = new AbortController();

async function last(engine: Engine, change: Partial<typeof defaults>, previous?: Packing): Promise<Packing> {
  let model: Packing | undefined;
  for await (const next of run({ ...defaults, ...change }, { engine, signal, previous })) model = next;
  return model!;
}

it('the weights have as many bytes as the file that is shipped', () => {
  expect(weightBytes).toBe(readFileSync(new URL('../../../public/weights/reader.bin', import.meta.url)).length);
});

it('rates, shares and break-even, by hand', () => {
  expect(rate(16, 4)).toBeCloseTo(4 * Math.LN2, 12);
  expect(shareOfWeights(2)).toBe(4 * weightBytes);
  // 100 bytes saved a text: 17,549 texts save 1,754,900 bytes, one fewer 84 less than the weights.
  expect(breakEven(200, 300)).toBe(17_549);
  expect(breakEven(300, 300)).toBe(Infinity);
});

it('bytes to base64 and back, and nothing from what is none', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(fromBase64('§')).toHaveLength(0);
});

it('a .bpt file of as many bytes as are taken can be handed over', () => {
  expect(mostBytes).toBe(MOST);
  expect(mostOfPack).toBeGreaterThanOrEqual(MOST_OF_FILE);
  for (const [most, length] of [
    [params.pack, MOST_OF_FILE],
    [params.file, MOST],
  ] as const)
    // prettier-ignore
    expect(most.maximumLength).toBeGreaterThanOrEqual(toBase64(new Uint8Array(length)).length);
});

it('brotli is that of zlib where the platform has it, and else none', async () => {
  const bytes = new TextEncoder().encode(story);
  const size = await brotliSize(bytes);
  if (size !== null) expect(Math.abs(size - brotliCompressSync(bytes).length)).toBeLessThan(30);
});

it('a text has the bytes of its UTF-8, and characters that are code points', () => {
  expect(compute({ ...defaults, text: 'a🦉é' }).bytes).toBe(7);
  expect(compute({ ...defaults, text: 'a🦉é' }).characters).toBe(3);
  expect(compute({ ...defaults, file: toBase64(Uint8Array.of(255, 0)) }).characters).toBe(2);
});

describe('on the shipped network', () => {
  const engine = createShippedEngine();

  it('compresses the story as the codec does, and opens it again', async () => {
    const model = await last(engine, {});
    const { file } = packed(new TextEncoder().encode(story), codecModelOf('reader'));
    expect(fromBase64(model.file!.base64)).toEqual(file);
    // Two programs that write one format: they find nearly the same repetitions.
    expect(model.bits.gzip! / 8 / gzipSync(story, { level: 9 }).length).toBeCloseTo(1, 1);
    expect(rateOf(model, 'mixture')).toBeCloseTo((8 * file.length * Math.LN2) / story.length, 12);
    const again = await last(engine, { pack: model.file!.base64 });
    expect(again.opened!.text).toBe(story);
    // What is finished is not done again.
    expect(await last(engine, { counted: true }, model)).toBe(model);
  });

  it('opens other files too, and says in a sentence what it cannot', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * i) % 251);
    const model = await last(engine, { file: toBase64(bytes) });
    expect(model.isText).toBe(false);
    expect(fromBase64((await last(engine, { pack: model.file!.base64 })).opened!.base64)).toEqual(bytes);
    expect((await last(engine, { text: '' })).problem).toContain('nothing to compress');
    expect((await last(engine, { pack: toBase64(new TextEncoder().encode('no such file')) })).problem).toContain(
      '.bpt',
    );
  });

  it.each(presets.map(({ id, values }) => [id, values] as const))('keeps its laws: %s', async (_, values) => {
    const model = await last(engine, values);
    for (const { name, gap, tolerance } of laws)
      expect(gap(model, { ...defaults, ...values }), name).toBeLessThanOrEqual(tolerance);
    expect(spec.describe(model, { ...defaults, ...values }, sayIn('bits'))).toContain('In bits per character: gzip');
  });

  it.each(challenges.map((challenge) => [challenge.id, challenge] as const))(
    'has a solution: %s',
    async (_, { start, solution, score }) => {
      const values = { ...defaults, ...solution };
      expect(score(await last(engine, solution), values)).toBe(1);
      const begun = { ...defaults, ...start };
      expect(score(await last(engine, begun), begun)).toBeLessThan(1);
    },
  );

  it('stops where it is told', async () => {
    const model = await last(engine, { stopped: true });
    expect(model).toEqual(compute({ ...defaults, stopped: true }));
  });
});
