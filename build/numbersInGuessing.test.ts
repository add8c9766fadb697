import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { estimateGuessingBounds } from '#theory/codes/guessing-game.ts';
import { compute, sourceOf } from '#widgets/few-guesses/model.ts';
import { params as fewParams } from '#widgets/few-guesses/parameters.ts';
import { game, run, type Players } from '#widgets/guessing-game/model.ts';
import { params } from '#widgets/guessing-game/parameters.ts';
import { passageIds } from '#widgets/guessing-game/passages.ts';
import { readouts } from '#widgets/guessing-game/readouts.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/* The numbers of the page on the guessing game, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/guess-the-next-letter.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const asked = defaultValues(params);
const few = (change: object) => compute({ ...defaultValues(fewParams), ...change });

test('27 signs, and eight letters by hand', () => {
  quotes(`$\\log_2 26 = ${Math.log2(26).toFixed(2)}$ bits`);
  quotes(`it is ${Math.log2(27).toFixed(3)} bits`);
  quotes(`27 equally likely signs would have taken ${Math.round(8 * Math.log2(27))}`);
  quotes(`= ${bits(estimateGuessingBounds([5, 2, 1]).upper)}$ bits`);
  quotes(`= ${bits(estimateGuessingBounds([2, 1, 1]).lower, 3)}$ bits`);
});

test('who pays what for a letter', async () => {
  let players: Players = { machine: {}, network: {} };
  const engine = createShippedEngine();
  for await (const now of run(asked, { engine, signal: new AbortController().signal })) players = now;
  const { own, network } = game(players, asked);
  quotes(`on *The forecast* | ${bits(own.loss!)} |`);
  quotes(`the network of this book, on *The forecast* | ${bits(network.loss!)} |`);
  const { lower, upper } = network.bounds!;
  quotes(`its guess numbers say ${bits(lower)} to ${bits(upper)} bits, and its probabilities ${bits(network.loss!)}.`);
  quotes(`the signs of our first page are | ${bits(readouts.single.of())} |`);
  quotes(`on a source of such pairs | ${bits(sourceOf('pairs').entropy)} |`);
});

test('the network pays less than two bits for a letter of each passage', async () => {
  const engine = createShippedEngine();
  for (const passage of passageIds) {
    let players: Players = { machine: {}, network: {} };
    const values = { ...asked, passage };
    for await (const now of run(values, { engine, signal: new AbortController().signal })) players = now;
    const { network, pairs } = game(players, values);
    expect(network.loss! / Math.LN2).toBeLessThan(2);
    expect(network.loss!).toBeLessThan(pairs.loss!);
  }
});

test('a hundred guesses, and fifty', () => {
  const { upper, lower, entropy, q } = sourceOf('pairs');
  quotes(`there remain ${bits(upper - lower)} bits between the bounds`);
  const fifty = few({ letters: 50 });
  quotes(`By ${bits(fifty.upper - fifty.expectedUpper, 3)} bits, exactly. From 50 letters the bound is then expected at ${bits(fifty.expectedUpper)} bits, and the truth is ${bits(entropy)}.`); // prettier-ignore
  const hundred = few({ letters: 100 });
  expect(bits(hundred.upper - hundred.expectedUpper, 1)).toBe('0.2');
  // “in about half of the games”
  const games = 2000;
  const next = uniforms(3);
  let above = 0;
  for (let g = 0; g < games; g++) {
    const counts = q.map(() => 0);
    for (let i = 0; i < 100; i++) {
      let at = next();
      let k = 0;
      while (k < q.length - 1 && (at -= q[k]) >= 0) k++;
      counts[k]++;
    }
    if (estimateGuessingBounds(counts).upper > entropy) above++;
  }
  expect(above / games).toBeGreaterThan(0.42);
  expect(above / games).toBeLessThan(0.58);
});
