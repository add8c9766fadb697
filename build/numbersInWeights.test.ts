import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { intervalOf, idealLength, laplace } from '#sim/exact-arithmetic-coder.ts';
import { crossingLength } from '#theory/codes/two-part.ts';
import { held, networks, published } from '#widgets/weights-count/measured.ts';
import { compute, ladder } from '#widgets/weights-count/model.ts';
import { measuredTo, params, type Asked } from '#widgets/weights-count/parameters.ts';
import { readouts } from '#widgets/weights-count/readouts.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on the cost of weights, each computed here and found there as it is displayed. */

const prose = proseOf('what-the-weights-cost');
const quotes = quotesOf('what-the-weights-cost');
const raceOf = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const bits = (id: keyof typeof readouts, change: Partial<Asked> = {}) => readouts[id].of(raceOf(change)) / Math.LN2;
const thousands = (n: number) => n.toLocaleString('en');

test('the bet on the eight novels', () => {
  quotes(`It takes ${bits('counts').toFixed(2)} bits a character`);
  quotes(`${bits('rate').toFixed(2)} bits a character. The weights alone are ${bits('weights').toFixed(2)} of them`);
  expect(bits('rate')).toBeGreaterThan(2 * bits('counts'));
  expect(bits('weights')).toBeGreaterThan(bits('counts'));
  quotes(`${(measuredTo / 1e6).toFixed(2)} million characters`);
});

test('eight tosses', () => {
  const tosses = 7 * Math.log2(8 / 7) + 3;
  quotes(`= ${tosses.toFixed(2)}$. To say`);
  quotes(`| 3.17 | ${tosses.toFixed(2)} | ${(Math.log2(9) + tosses).toFixed(2)} |`);
  quotes(`| 3.17 | 3.00 | ${(Math.log2(9) + 3).toFixed(2)} |`);
  const learned = idealLength(intervalOf([0, 0, 0, 0, 0, 0, 0, 1], laplace(2))) / Math.LN2;
  expect(learned).toBeCloseTo(Math.log2(72), 10);
  quotes(`together $\\log_2 72 = ${learned.toFixed(2)}$`);
  quotes(`It wastes ${(tosses - 3).toFixed(2)} bits`);
  // What the first one wastes: one b in eight tosses is not certain for its coin.
  expect(tosses - 3).toBeCloseTo(-Math.log2(8 * (1 / 8) * (7 / 8) ** 7), 10);
  // The exercise: for every text of eight tosses both are as long.
  const choose = [1, 8, 28, 56, 70, 56, 28, 8, 1];
  for (let text = 0; text < 256; text++) {
    const all = Array.from({ length: 8 }, (_, i) => (text >> i) & 1);
    const k = all.reduce((sum, toss) => sum + toss, 0);
    expect(idealLength(intervalOf(all, laplace(2))) / Math.LN2).toBeCloseTo(Math.log2(9 * choose[k]), 9);
  }
});

test('the table of who is shortest from where on', () => {
  const steps = new Map(ladder(raceOf()).map(({ from, coder }) => [coder.name, from]));
  for (const { name, parameters, bits: rate } of Object.values(networks)) {
    const from = steps.get(name);
    const says = from === undefined ? 'never' : thousands(Number(from.toPrecision(3)));
    quotes(`| ${name} | ${rate.toFixed(3)} | ${((8 * parameters) / 1e6).toFixed(3)} | ${says} |`);
  }
  quotes(`= ${thousands(8 * networks.n113k.parameters).replace(',', '{,}')}$ bits, and $2.983 - 2.056 = 0.927$`);
  quotes(`The quotient is ${thousands(Math.round(readouts.beats.of(raceOf({ network: 'n113k' }))))} characters`);
  for (const wrong of [903680 / 2.056, 903680 / (8 - 2.056), 112960 / 0.927]) quotes(`value="${Math.round(wrong)}"`);
  quotes(`$n = 13{,}709{,}696/(8 - 1.5987) = ${(readouts.worthwhile.of(raceOf()) / 1e6).toFixed(2)}$ million`);
  for (const wrong of [readouts.beats.of(raceOf()), networks.reader.parameters]) quotes(`value="${Math.round(wrong)}"`);
  // In no length of text that was measured a network is shorter than counts.
  for (let length = 1000; length <= measuredTo; length *= 1.07) {
    const race = raceOf({ corpus: length });
    const counts = race.coders[1].at(race.length)!;
    for (const coder of race.coders.slice(2)) expect(coder.at(race.length)!).toBeGreaterThan(counts);
  }
});

test('where the larger of two networks becomes the shorter one', () => {
  const coder = (name: string) => raceOf().coders.find((one) => one.name === name)!;
  const millions = (small: string, large: string) => (crossingLength(coder(small), coder(large)) / 1e6).toFixed(1);
  quotes(`it would pass 354k at ${millions('354k', '1m')} million characters, and the reader does at ${millions('354k', 'reader')}`); // prettier-ignore
  // With gzip as it was measured on shorter texts, and as the figure draws it.
  const shorter = (length: number, at = raceOf({ corpus: length })) =>
    coder('10k').at(length)! < at.coders[0].at(length)!;
  expect([302_000, 302_500, 310_000].map((length) => shorter(length))).toEqual([false, true, true]);
  quotes('10k is shorter from 302,500 characters on');
});

test('a mixture is never shorter than the best of its parts', () => {
  const next = uniforms(5);
  for (let trial = 0; trial < 200; trial++) {
    const coders = Array.from({ length: 8 }, () => Array.from({ length: 50 }, () => next()));
    const products = coders.map((given) => given.reduce((product, p) => product * p, 1));
    const worth = -Math.log2(products.reduce((sum, p) => sum + p / 8, 0));
    const best = -Math.log2(Math.max(...products));
    expect(worth).toBeGreaterThanOrEqual(best - 1e-9);
    expect(worth).toBeLessThanOrEqual(best + 3 + 1e-9);
  }
  quotes('between 2,000,000 and 2,000,003 bits');
});

test('the best size for a text, with the bits of a character in a power of the size', () => {
  const [c, alpha, d, n] = [20, 1 / 3, 8, 1e7];
  const best = ((alpha * c * n) / d) ** (1 / (1 + alpha));
  const bits = (k: number) => c * k ** -alpha + (k * d) / n;
  for (const factor of [0.5, 0.99, 1.01, 2]) expect(bits(best * factor)).toBeGreaterThan(bits(best));
  expect((best * d) / n).toBeCloseTo(alpha * c * best ** -alpha, 9);
  expect(16 ** (1 / (1 + alpha))).toBeCloseTo(8, 9);
});

test('learned on the way', () => {
  const at = (corpus: number) => bits('online', { set: 'online', corpus }) - bits('rate', { set: 'online', corpus });
  expect([at(290_000) < 0, at(310_000) < 0]).toEqual([true, false]);
  const more = bits('online', { set: 'online' }) - networks.n113k.bits;
  quotes(
    `${more.toFixed(2)} bits a character more than the trained network pays, ${((more * measuredTo) / 1e6).toFixed(1)} million bits in all, and the weights are ${((8 * networks.n113k.parameters) / 1e6).toFixed(1)} million`,
  );
  const card = JSON.parse(readFileSync('docs/model-cards/family.json', 'utf8')) as { sizes: { tokens: number }[] };
  quotes(`on ${(card.sizes[2].tokens / measuredTo).toFixed(1)} times as many characters`);
});

test('large networks', () => {
  const race = raceOf({ set: 'published', digits: '16' });
  const named = (name: string) => race.coders.find((coder) => coder.name === name)!;
  const giga = (small: string, large: string) => Math.round(crossingLength(named(small), named(large)) / 1e9);
  quotes(`shorter than gzip only from ${giga('gzip', '70B')} gigabytes on, and the shortest only from ${Math.round(giga('L 7B', '70B') / 1000)} terabytes`); // prettier-ignore
  quotes(`beats gzip from ${giga('gzip', '70B')} gigabytes on, and LZMA2 from ${giga('LZMA', '70B')}`);
  quotes(`only from ${Math.round(giga('L 7B', '70B') / 1000)} terabytes on`);
  expect(giga('1B', 'L 7B')).toBe(500);
  const file = (name: string) => [named(name).rate / Math.LN2 / 8, named(name).model / Math.LN2 / 8e9].map((x, i) => Math.round(i === 0 ? 1e4 * x : x)); // prettier-ignore
  const [llama, largest, billion] = ['L 7B', '70B', '1B'].map(file);
  quotes(
    `$${llama[0]} + ${llama[1]}$ for Llama 2, $${largest[0]} + ${largest[1]}$ for the largest, $${billion[0]} + ${billion[1]}$`,
  );
  for (const { parameters, percent } of [
    published.t800k,
    published.t3m,
    published.c1b,
    published.llama,
    published.c70b,
  ]) {
    quotes(`${percent.toFixed(1)} percent`);
    const adjusted = percent + (100 * 2 * parameters) / 1e9;
    const found = [...prose.matchAll(/\| +([\d.]+) percent \| +([\d.,]+) percent \|/g)].find(
      ([, raw]) => Number(raw) === percent,
    )!;
    expect(Math.abs(Number(found[2].replace(',', '')) - adjusted)).toBeLessThan(0.1);
  }
});

test('what weights hold', () => {
  const mega = (weights: number, d: number) => (weights * d) / 8e6;
  // The page is read with its spaces made one; so are those that align a column.
  const row = (...all: string[]) => quotes(all.join(' | '));
  const reader = networks.reader.parameters;
  for (const sent of [8, 16])
    row(mega(reader, sent).toFixed(1), mega(reader, held.noise).toFixed(2), mega(reader, held.facts).toFixed(2));
  for (const weights of [7e9, 70e9])
    row(...[16, held.noise, held.facts].map((d) => thousands(Number(mega(weights, d).toFixed(6)))));
});
