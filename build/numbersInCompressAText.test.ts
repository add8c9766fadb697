import { readFileSync } from 'node:fs';
import { gzipSync as usual } from 'node:zlib';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { inTypeScript } from '#model/arithmetic.ts';
import { inWebAssembly } from '#model/simdArithmetic.ts';
import { AdaptingReader } from '#model/codec/adaptingReader.ts';
import { readFile } from '#model/codec/container.ts';
import { RangeDecoder } from '#model/codec/rangeCoder.ts';
import { TokenCoder } from '#model/codec/tokenCoder.ts';
import { TokenSteps } from '#model/codec/tokenSteps.ts';
import { shiftRegister } from '#sim/shift-register.ts';
import { BayesMixture } from '#sim/bayes-mixture.ts';
import type { Predictor } from '#sim/predictor.ts';
import { presets } from '#widgets/compress-my-text/presets.ts';
import { breakEven, shareOfWeights, weightBytes } from '#widgets/compress-my-text/rates.ts';
import { story } from '#widgets/compress-my-text/texts.ts';
import { codecModelOf, packed } from '../fixtures/codec.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on compressing a text, each computed here and found there as it is displayed. */

const prose = proseOf('compress-a-text');
const quotes = quotesOf('compress-a-text');
const model = codecModelOf('reader');
const bytes = new TextEncoder().encode(story);

/** Gives the symbol 0 these probabilities, one after the other. */
function saying(probabilities: readonly number[]): Predictor {
  let t = 0;
  return { symbols: 2, predict: () => [probabilities[t], 1 - probabilities[t]], add: () => void t++ };
}

test('two experts by hand', () => {
  const mixture = new BayesMixture([saying([0.5, 0.5, 0.5, 0.5, 1]), saying([0.25, 0.75, 0.75, 0.75, 1])], [0.5, 0.5]);
  const [weights, averages] = [[1 / 2, 1 / 3, 3 / 7, 9 / 17], [3 / 8, 7 / 12, 17 / 28, 43 / 68]]; // prettier-ignore
  let product = 1;
  for (let t = 0; t < 4; t++) {
    expect(Math.abs(mixture.posterior()[1] - weights[t])).toBeLessThan(1e-12);
    const [p] = mixture.predict();
    expect(Math.abs(p - averages[t])).toBeLessThan(1e-12);
    product *= p;
    mixture.add(0);
  }
  expect(Math.abs(product - 43 / 512)).toBeLessThan(1e-12);
  quotes(
    `The first expert pays 4 bits for these symbols, the second pays ${Math.log2(256 / 27).toFixed(2)}, and the average pays ${Math.log2(512 / 43).toFixed(2)}`,
  );
  quotes(`\\log_2 8 - \\log_2 5 = ${Math.log2(8 / 5).toFixed(2)}$ bits`);
  quotes(`\\log_2 5 = ${Math.log2(5).toFixed(2)}$`);
});

test('what comes out of the file of nearly the same network', () => {
  const { config } = model.tensors;
  const ids = model.tokenizer.encode(story).ids;
  const readers = [inTypeScript(config), inWebAssembly(config, true)!].map(
    (way) => new AdaptingReader(model.tensors, way),
  );
  ['1st', '2nd', '3rd', '4th'].forEach((which, t) => {
    const [one, other] = readers.map(({ probabilities }) => probabilities[ids[t]].toFixed(10));
    quotes(`| ${which} | ${one} | ${other} |`);
    for (const reader of readers) reader.add(ids[t]);
  });
  const reader = new AdaptingReader(model.tensors, inTypeScript(config));
  const decoder = new RangeDecoder(readFile(packed(bytes, model).file).code);
  const coder = new TokenCoder(new TokenSteps(model.tokenizer), reader, decoder, bytes.length);
  const out = Array.from(ids, () => coder.code());
  const right = out.findIndex((id, t) => id !== ids[t]);
  const shown = /comes out: > ([^\n]*?\.) (?:One|Two|Three|Four|Five|Six|Seven|Eight|None)/.exec(prose)![1];
  expect(model.tokenizer.decode(out)).toContain(shown);
  quotes(
    `${['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'][right]} ${right === 1 ? 'token' : 'tokens'} of ${ids.length} ${right === 1 ? 'is' : 'are'} right`,
  );
});

test('one page and its weights', () => {
  const { file, bits } = packed(bytes, model);
  const [gzip, length] = [bits.gzip! / 8, file.length];
  expect(gzip).toBe(gzipSync(bytes, { level: 9, mtime: 0 }).length);
  quotes(`A page is ${gzip} bytes long with gzip and ${length} as a .bpt file`);
  quotes(
    `divided by ${gzip - length} that is a little more than ${count(10 * Math.floor(breakEven(length, gzip) / 10))}`,
  );
  quotes(`${weightBytes.toLocaleString('en-US')} bytes`);
  // The wrong answers: by gzip’s file, and by our own.
  quotes(`value="${Math.round(weightBytes / gzip)}"`);
  quotes(`value="${Math.round(weightBytes / length)}"`);
  const library = presets.find(({ id }) => id === 'library')!;
  expect(library.why).toContain(
    `${(shareOfWeights(library.values.sent!) / story.length).toFixed(2)} bits for a character`,
  );
  // 20,000 characters at 3.1 and 1.6 bits.
  expect(Math.round((weightBytes + 4000) / 7750 / 10)).toBe(23);
  expect(Math.round(weightBytes / 4000 / 10)).toBe(44);
  expect(Math.round(weightBytes / 3750 / 10)).toBe(47);
});

test('what was measured on held-out prose', () => {
  interface Measured {
    readonly texts: number;
    readonly bitsPerCharacter: Readonly<Record<string, number>>;
  }
  const { texts, bitsPerCharacter } = JSON.parse(readFileSync('fixtures/codec/prose.json', 'utf8')) as Measured;
  expect(texts).toBe(8);
  const said = (who: string) => bitsPerCharacter[who].toFixed(3);
  quotes(`| network and counts mixed, the whole file | ${said('mixture')} |`);
  quotes(`| the network in it alone | ${said('network')} |`);
  quotes(`| counts alone, mixed | ${said('counts')} |`);
  quotes(`| PPM of order 5 | ${said('ppm')} |`);
  quotes(`| brotli | ${said('brotli')} |`);
  quotes(`| gzip | ${said('gzip')} |`);
  quotes(
    `need ${bitsPerCharacter.mixture.toFixed(2)} bits per character, and brotli ${bitsPerCharacter.brotli.toFixed(2)}.`,
  );
  quotes(
    `Read in the windows of page 8.1, and without learning, the network needs ${(model.tensors as ReturnType<typeof import('#model/weights.ts').parseWeights>).card.validationBitsPerCharacter!.toFixed(2)}.`,
  );
});

test('gzip in the figure and the usual program', () => {
  quotes('needs up to a tenth more than the usual program on these texts');
  for (const { values } of presets) {
    const own = new TextEncoder().encode(values.text ?? story);
    const more = gzipSync(own, { level: 9, mtime: 0 }).length / usual(own, { level: 9 }).length;
    expect(more).toBeGreaterThanOrEqual(1);
    expect(more).toBeLessThan(1.1);
  }
});

test('the tokens of the small table', () => {
  const tokens = { a: 0.3, an: 0.2, and: 0.1, I: 0.4 };
  const sum = (start: string) =>
    Object.entries(tokens).reduce((all, [token, p]) => all + (token.startsWith(start) ? p : 0), 0);
  expect(['', 'a', 'an', 'and', 'I'].map((start) => sum(start).toFixed(1))).toEqual([
    '1.0',
    '0.6',
    '0.3',
    '0.1',
    '0.4',
  ]);
});

test('the chances of rounding to two sides', () => {
  quotes(`$10^{-9} \\cdot 2^{16} = ${(1e-9 * 2 ** 16).toFixed(6)}$`);
});

test('the digits of the register', () => {
  const digits = shiftRegister(1, 4096);
  const written = Uint8Array.from({ length: 512 }, (_, i) =>
    digits.slice(8 * i, 8 * i + 8).reduce((byte, digit) => 2 * byte + digit, 0),
  );
  const { file, method } = packed(written, model);
  expect(method).toBe('stored');
  expect(file.length - 512).toBe(10);
  quotes(`No. It has ${file.length}. The mixture finds no rule`);
});

test('a product by hand', () => {
  const factor = (1 + 2 / (2 * 0.2)) ** 0.15;
  const all = [0.5, 0.3, 0.2 * factor];
  const sum = all.reduce((a, b) => a + b, 0);
  quotes(`to the power 0.15 that is ${factor.toFixed(2)}. So 0.2 becomes ${all[2].toFixed(2)}, and after dividing by the sum the three have ${all.map((p) => (p / sum).toFixed(3)).join(', ').replace(/, ([^,]*)$/, ' and $1')}`); // prettier-ignore
});

test('sums of whole numbers fit in 32 digits: the longest rows are those of the feed-forward networks, four times the width', () => {
  const { config } = model.tensors;
  const longest = 4 * config.width * 16_383 * 127;
  expect(longest < 1.5e9 && longest < 2 ** 31).toBe(true);
});

test('what the counts help', () => {
  const percent = (mixed: number, alone: number) => (100 * (1 - mixed / alone)).toFixed(1);
  const bits = (row: string) => Number(prose.split(`| ${row} | `)[1].split(' ')[0]);
  const alone = bits('the network in it alone');
  quotes(`by ${percent(bits('the same, without the headers'), alone)} percent, and by ${percent(bits('network and counts mixed, the whole file'), alone)} if the headers are counted`); // prettier-ignore
});
