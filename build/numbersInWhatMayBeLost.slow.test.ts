import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { PlainTransformer } from '#model/plain.ts';
import { pictureOf } from '#sim/picture-coder.ts';
import { uniforms } from '#sim/random.ts';
import { LINE_BREAK, Tokenizer } from '#sim/tokenizer.ts';
import { reverseWaterFilling } from '#theory/channels/gaussian-channel.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { compute, type Squeezed } from '#widgets/rate-distortion/model.ts';
import { params, side, type Asked } from '#widgets/rate-distortion/parameters.ts';
import { codedAt, pictureFor, type Source } from '#widgets/rate-distortion/pictures.ts';
import { spec } from '#widgets/rate-distortion/spec.ts';
import { modelWeights } from '../fixtures/model.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on rate and distortion that take longer, of rounded weights and of pictures, each computed here and found there as it is displayed. */

const quotes = quotesOf('what-may-be-lost');
const { windows } = JSON.parse(readFileSync('fixtures/reader/windows.json', 'utf8')) as { windows: { text: string }[] };

const bits = (nats: number) => (nats / Math.LN2).toFixed(3);
const whole = (change: Partial<Asked>) =>
  wholeModel(spec, { ...defaultValues(params), source: 'picture', ...change }) as Squeezed;
const chosen = ({ built, chosen: at }: Squeezed) => built[at];

const shipped = modelWeights('reader');
const tokenizer = new Tokenizer(shipped.merges);
const texts = windows.map(({ text }) => [LINE_BREAK, ...tokenizer.encode(text).ids]);

/** The rows of every matrix in 2^bits − 1 even cells, from minus to plus the largest number of the row. */
function rounded(bits: number) {
  let [squares, errors] = [0, 0];
  const most = 2 ** (bits - 1) - 1;
  const tensor = (name: string, shape: readonly number[]) => {
    const values = shipped.tensor(name, shape).slice();
    if (shape.length < 2) return values;
    const width = shape[1];
    for (let row = 0; row < values.length; row += width) {
      const numbers = values.subarray(row, row + width);
      const step = Math.max(...numbers.map(Math.abs)) / most || 1;
      numbers.forEach((value, i) => {
        const near = Math.round(value / step) * step;
        squares += value * value;
        errors += (value - near) ** 2;
        numbers[i] = near;
      });
    }
    return values;
  };
  const network = new PlainTransformer({ config: shipped.config, tensor });
  return { network, off: Math.sqrt(errors / squares) };
}

/** What a token of each text costs on average, in bits. */
const costs = (network: PlainTransformer) =>
  texts.map((ids) => {
    const logits = network.extend(network.start(), ids.slice(0, -1));
    const size = network.config.vocabulary;
    const paid = ids.slice(1).map((id, row) => -logSoftmax(logits.subarray(row * size, (row + 1) * size))[id]);
    return paid.reduce((a, b) => a + b, 0) / paid.length / Math.LN2;
  });

test('the weights of the reader in fewer and fewer bits', { timeout: 240_000 }, () => {
  const before = costs(new PlainTransformer(shipped));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const rows = [8, 6, 5, 4, 3, 2].map((bits) => {
    const { network, off } = rounded(bits);
    const { mean: lost, standardError } = pairedDifference(before, costs(network));
    return `${bits} | ${(100 * off).toFixed(off < 0.1 ? 1 : 0)} % | ${lost.toFixed(3).replace('-', '−')} ± ${standardError.toFixed(3)} |`;
  });
  rows.forEach(quotes);
  // From five bits on, four to eight times as much for each bit fewer.
  const means = rows.slice(2).map((row) => Number(row.split('|')[2].split('±')[0]));
  means.slice(1).forEach((lost, i) => expect(Math.round(lost / means[i])).toBeOneOf([4, 5, 6, 7, 8]));
  quotes(
    `read ${texts.reduce((count, { length }) => count + length - 1, 0).toLocaleString('en')} tokens from sixteen passages`,
  );
  quotes(`With the weights as they are shipped a token costs ${mean(before).toFixed(2)} bits.`);
  expect(texts).toHaveLength(16);
});

test('the picture', () => {
  const sixteen = chosen(whole({ step: 16 }));
  quotes(`the coder needs ${bits(sixteen.rate)} bits where the curve says ${bits(sixteen.floor!)}`);
  const ahead = (step: number) => {
    const model = whole({ step });
    return model.alike!.distortion / chosen(model).distortion;
  };
  expect(ahead(96)).toBeGreaterThan(3);
  expect(ahead(8)).toBeLessThan(0.8);
  expect(ahead(32)).toBeGreaterThan(1.8);
  expect(ahead(32)).toBeLessThan(2.2);
  // Of normal blocks, at every step that can be chosen.
  for (let step = params.step.min; step <= params.step.max; step++) {
    const { rate, floor } = chosen(compute({ ...defaultValues(params), source: 'picture', drawn: true, step }));
    expect(rate).toBeGreaterThan(floor!);
  }
  expect(bits(chosen(whole({ step: 96 })).rate)).toBe('0.175');
});

/** The numbers below n in random order. */
function mixed(n: number, next: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** The landscape with its blocks in another order, or each of the 64 waves in another order of its own. */
function shuffled(what: 'blocks' | 'waves', seed: number): Source {
  const source = pictureFor({ own: '', drawn: false, seed: 1 });
  const next = uniforms(seed, 5, 7);
  const count = side ** 2 / 64;
  const place = (block: number, i: number) =>
    (8 * Math.floor((8 * block) / side) + Math.floor(i / 8)) * side + ((8 * block) % side) + (i % 8);
  const one = mixed(count, next);
  const waves = new Float64Array(side ** 2);
  for (let i = 0; i < 64; i++) {
    const order = what === 'blocks' ? one : mixed(count, next);
    order.forEach((from, block) => (waves[place(block, i)] = source.waves[place(from, i)]));
  }
  return { ...source, waves, pixels: pictureOf(waves, side) };
}

test('where the gain of the landscape comes from', () => {
  const below = (source: Source) => {
    const { rate, distortion } = codedAt(source, 16, 'waves');
    return (reverseWaterFilling(source.variances, 64 * distortion).rate / 64 - rate) / Math.LN2;
  };
  const whole = below(pictureFor({ own: '', drawn: false, seed: 1 }));
  quotes(`as it is | ${whole.toFixed(3)} |`);
  const mean = (what: 'blocks' | 'waves') =>
    [1, 2, 3, 4].reduce((sum, seed) => sum + below(shuffled(what, seed)) / 4, 0);
  const [blocks, waves] = [mean('blocks'), mean('waves')];
  quotes(`its blocks shuffled | ${blocks.toFixed(2)} |`);
  quotes(`each of the 64 waves shuffled among the blocks on its own | ${waves.toFixed(2)} |`);
  expect((whole - blocks) / whole).toBeCloseTo(0.25, 1);
  expect((blocks - waves) / whole).toBeGreaterThan(0.4);
  expect((blocks - waves) / whole).toBeLessThan(0.5);
  expect(waves / whole).toBeCloseTo(0.33, 1);
  // With shuffled blocks the waves are ahead at a step of 8.
  for (const seed of [1, 2, 3]) {
    const source = shuffled('blocks', seed);
    const { rate, distortion } = codedAt(source, 8, 'waves');
    const pixels = Array.from({ length: 64 }, (_, i) => codedAt(source, i + 1, 'pixels'));
    const fit = pixels.filter((one) => one.rate <= rate).map((one) => one.distortion);
    expect(Math.min(...fit)).toBeGreaterThan(1.3 * distortion);
  }
});

test('the figure shows no rounding of pixels with more bits than the waves, and only those that no other beats', () => {
  for (const [drawn, step] of [
    [false, 4],
    [true, 128],
  ] as const) {
    const { alike, built, chosen, pixels } = whole({ source: 'picture', drawn, step });
    expect(alike!.rate).toBeLessThanOrEqual(built[chosen].rate);
    // The dots have four digits.
    for (const { rate, distortion } of pixels)
      if (rate <= built[chosen].rate) expect(distortion).toBeGreaterThanOrEqual(alike!.distortion - 5e-4 * distortion);
    pixels.slice(1).forEach(({ rate, distortion }, i) => {
      expect(rate).toBeLessThanOrEqual(pixels[i].rate);
      expect(distortion).toBeGreaterThan(pixels[i].distortion);
    });
  }
});
