import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { parseTrail } from '#model/trail.ts';
import { symbolsOf } from '#sim/author-symbols.ts';
import { weightsFile } from '../../../fixtures/model.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { run } from './networks.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import type { Reading } from './reading.ts';
import { spec } from './spec.ts';

const card = JSON.parse(readFileSync('docs/model-cards/authors.json', 'utf8')) as {
  readonly bytes: number;
  readonly parameters: number;
  readonly sample: string;
  readonly networks: readonly {
    readonly step: number;
    readonly bitsPerSymbol: { readonly austen: number; readonly melville: number };
    readonly chainBitsPerSymbol: number;
    readonly sampleBitsPerSymbol: number;
  }[];
};
const trainer = createPlainTrainer();
const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), authors: 'networks', ...change });
async function reading(change: Partial<Asked>): Promise<Reading> {
  const context = { trainer, signal: new AbortController().signal };
  const found: Reading[] = [];
  for await (const model of run(valuesOf(change), context)) found.push(model);
  return found.at(-1)!;
}

const { trail, network } = parseTrail(weightsFile('authors'));
const readers = [0, 1].map((index) => new PlainTransformer(tensorsOf(network(index))));

/** What follows some letters, letter by letter through keys and values, and the softmax over 29 symbols written out. */
function after(author: number, letters: readonly number[]): number[] {
  const context = readers[author].start();
  let logits: Float32Array = new Float32Array();
  for (const letter of letters) logits = readers[author].extend(context, [letter]);
  const weights = Array.from(logits.slice(0, 29), Math.exp);
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / total);
}

const long =
  'She had not been long in the room, when the captain came to her, and said that the ship was lost and all the whales with it.';
/** In the symbols, as the figure reads it. */
const letters = symbolsOf(long.toLowerCase());

it('sees the last 33 to 64 letters: what it expects is what follows them', async () => {
  for (const [read, from] of [[3, 0], [64, 0], [65, 32], [96, 32], [97, 64], [letters.length, 64]]) {
    const { authors } = await reading({ own: long, read });
    [0, 1].forEach((author) => closeAll(authors[author], after(author, letters.slice(from, read)), 1e-6));
  }
}); // prettier-ignore

it('adds up evidence along the text and along the window, the first two letters as given', async () => {
  const { whole, windowed } = await reading({ own: long, read: 50, window: 9 });
  const evidence = (part: readonly number[], from: number) =>
    part.slice(from).reduce((sum, letter, k) => {
      const [one, other] = [0, 1].map((author) => after(author, part.slice(0, from + k))[letter]);
      return sum + Math.log(one / other);
    }, 0);
  close(whole[48], evidence(letters.slice(0, 50), 2), 1e-5);
  close(windowed[48], evidence(letters.slice(41, 50), 2), 1e-5);
  close(windowed[5], whole[5], 1e-12);
});

it('pays at most one bit more than the author by the whole past, and each writer is recognized', async () => {
  for (const author of ['austen', 'melville'] as const) {
    const asked = valuesOf({ author, read: 240 });
    const found = await reading(asked);
    expect(found.text).toHaveLength(240);
    expect(found.paid!.whole).toBeLessThan(Math.LN2 + 1e-12);
    expect(found.paid!.window).toBeGreaterThan(found.paid!.whole);
    expect(author === 'austen' ? found.now.whole.austen : 1 - found.now.whole.austen).toBeGreaterThan(0.99);
    for (const law of spec.laws) expect(law.gap(found, asked), law.name).toBeLessThanOrEqual(law.tolerance);
  }
});

const prose = readFileSync('src/book/what-a-window-loses.mdx', 'utf8');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });

it('is as the preset and the page say', async () => {
  const { text, now, paid } = await reading(presets.find(({ id }) => id === 'networks')!.values);
  expect(now.window.austen).toBeCloseTo(0.01, 2);
  expect(now.whole.austen).toBeGreaterThan(0.999);
  const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
  const { whole, window, reading: less } = paid!;
  expect(bits(whole, 2)).toBe('1.00');
  quotes(
    `In the case *Two small networks* a window of sixteen letters pays ${bits(window, 1)} bits over ${211 - 2} letters, ${bits(window - less, 1)} for the question and ${bits(less, 1)} for seeing less.`,
  );
  for (const word of ['she would', 'lady', 'yoursbution']) {
    expect(text).toContain(word);
    quotes(`*${word}*`);
  }
  const { networks, parameters } = card;
  quotes(`Each has ${parameters.toLocaleString('en-US')} numbers`);
  quotes(
    `the one pays ${networks[0].bitsPerSymbol.austen.toFixed(2)} bits a letter and the other ${networks[1].bitsPerSymbol.melville.toFixed(2)}, where the chains pay ${networks.map(({ chainBitsPerSymbol }) => chainBitsPerSymbol.toFixed(2)).join(' and ')}`,
  );
});

it('pays by the window in ten texts what the page says, and there for seeing less what the author alone pays', async () => {
  const all: NonNullable<Reading['paid']>[] = [];
  for (const author of ['austen', 'melville'] as const)
    for (const seed of [1, 2, 3, 4, 5]) all.push((await reading({ author, seed, read: 240, window: 16 })).paid!);
  const paid = all.map(({ window }) => window / Math.LN2);
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  quotes(`In ten texts of 240 letters, five by each network, a window of sixteen paid ${Math.min(...paid).toFixed(0)} to ${Math.max(...paid).toFixed(0)} bits. The mean was ${mean(paid).toFixed(1)}, and ${mean(all.map((one) => one.reading / Math.LN2)).toFixed(1)} of these were for seeing less.`); // prettier-ignore
  // Letter by letter: the author with all that a network sees, and with the last sixteen.
  const { text, paid: last } = await reading({ author: 'austen', seed: 1, read: 60, window: 16 });
  const drawn = symbolsOf(text);
  const cost = (from: (t: number) => number) =>
    drawn.slice(2, 60).reduce((sum, letter, k) => sum - Math.log(after(0, drawn.slice(from(k + 2), k + 2))[letter]), 0);
  close(last!.reading, cost((t) => Math.max(0, t - 16)) - cost(() => 0), 1e-4);
});

it('is the file of which the card speaks, and reads the sample as PyTorch does', async () => {
  expect(weightsFile('authors').byteLength).toBe(card.bytes);
  expect(trail.checkpoints.map(({ step }) => step)).toEqual(card.networks.map(({ step }) => step));
  const sample = symbolsOf(card.sample);
  card.networks.forEach(({ sampleBitsPerSymbol }, author) => {
    const nats = sample.slice(1).reduce((sum, letter, t) => {
      const from = t + 1 <= 64 ? 0 : Math.ceil((t + 1 - 64) / 32) * 32;
      return sum - Math.log(after(author, sample.slice(from, t + 1))[letter]);
    }, 0);
    close(nats / Math.LN2 / (sample.length - 1), sampleBitsPerSymbol, 1e-5);
  });
});
