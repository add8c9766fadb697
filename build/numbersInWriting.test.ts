import { expect, test } from 'vitest';
import { firstPage } from '#sim/first-page.ts';
import {
  encodeExactly,
  independent,
  intervalOf,
  shortestWord,
  type ExactPredictor,
} from '#sim/exact-arithmetic-coder.ts';
import { uniforms } from '#sim/random.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import { lawByNetwork } from '#widgets/steer-by-bits/network.ts';
import { targets } from '#widgets/steer-by-bits/parameters.ts';
import { lawsOf } from '#widgets/steer-by-bits/predictors.ts';
import { half, surprisalOf } from '#widgets/steer-by-bits/window.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on writing by bits, each computed here and found there as it is displayed. */

const quotes = quotesOf('write-by-bits');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const laws = (['even', 'letters', 'pairs'] as const).map((predictor) => lawsOf(predictor, {}));
const [even, , pairs] = laws;

/** The fewest digits that name numbers in the interval of a text only, in exact fractions: the counts after two letters, counted here once more. */
function fewestExactly(text: string): number {
  const read = [...`${firstPage} `];
  const weights: ExactPredictor = (past) => {
    const before = past.map((s) => signs[s]).join('');
    let law = Array.from(signs, () => 1n);
    for (const looked of [0, 1, 2].filter((k) => k <= before.length)) {
      const context = before.slice(before.length - looked);
      const followers = read.filter((_, i) => i >= looked && read.slice(i - looked, i).join('') === context);
      if (followers.length === 0) break;
      const of = (sign: string) => BigInt(followers.filter((one) => one === sign).length);
      const different = BigInt(new Set(followers).size);
      const total = law.reduce((sum, w) => sum + w, 0n);
      law = law.map((w, s) => of(signs[s]) * total + different * w);
    }
    return law;
  };
  return shortestWord(intervalOf(signsOf(text), weights)).length;
}

test('the table of sentences, the network included', async () => {
  const engine = createShippedEngine();
  const network = new Map<string, number>();
  for (const text of Object.values(targets)) {
    let nats = 0;
    for (const [i, sign] of signsOf(text).entries())
      nats -= Math.log((await lawByNetwork(engine, text.slice(0, i)))[sign]);
    network.set(text, nats);
    quotes(
      `| *${text}* | ${text.length} | ${[...laws.map((law) => surprisalOf(text, law)!), nats].map((one) => bits(one)).join(' | ')} |`,
    );
  }
  quotes(
    `The text is worth ${bits(surprisalOf(targets.nobody, pairs)!)} bits to these counts. The book’s network, which predicts better, needs ${bits(network.get(targets.nobody)!)}.`,
  );
  expect(fewestExactly(targets.nobody)).toBe(41);
  quotes('Yes: 41 are.');
  // At two bits a second.
  const seconds = [
    network.get(targets.house)!,
    surprisalOf(targets.house, pairs)!,
    surprisalOf(targets.house, even)!,
  ].map((nats) => Math.round(nats / Math.LN2 / 2));
  quotes(
    `in ${seconds[0]} seconds with the network, in ${seconds[1]} with counts after two letters, and in ${seconds[2]} if nobody predicts`,
  );
  expect(network.get(targets.house)! / Math.LN2 / targets.house.length).toBeLessThan(1.1);
  quotes(`worth hardly more than one bit a letter`);
  expect(firstPage.includes(targets.nobody) || firstPage.includes(targets.dark)).toBe(false);
  quotes(`a text of ${(500 * Math.round(firstPage.length / 500)).toLocaleString('en')} letters and spaces`);
  quotes('<Choice right="yes">1.22<');
  expect((1.1 / 0.9).toFixed(2)).toBe('1.22');
}, 60_000);

test('four presses by hand', () => {
  const thirds = independent([3n, 1n]);
  expect(encodeExactly([0, 0, 1], thirds)).toBe('0111');
  // After each press: the letters whose part has all that is in view.
  const texts = ['aaa', 'aab', 'aba', 'abb', 'baa', 'bab', 'bba', 'bbb'].map((text) => {
    const { low, width } = intervalOf([...text].map((letter) => (letter === 'a' ? 0 : 1)), thirds); // prettier-ignore
    const from = Number(low.numerator) / Number(low.denominator);
    return { text, from, to: from + Number(width.numerator) / Number(width.denominator) };
  });
  const certain = ['0', '01', '011', '0111'].map((pressed) => {
    const low = parseInt(pressed, 2) / 2 ** pressed.length;
    const view = texts.filter(({ from, to }) => from < low + 2 ** -pressed.length && to > low).map(({ text }) => text);
    const shared = [...view[0]].findIndex((letter, i) => view.some((text) => text[i] !== letter));
    return view[0].slice(0, shared < 0 ? 3 : shared);
  });
  expect(certain).toEqual(['aa', 'aa', 'aa', 'aab']);
  quotes('| 0 | from 0 to $\\tfrac12$ | *aa*: ');
  quotes('| 0111 | from $\\tfrac{28}{64}$ to $\\tfrac{32}{64}$ | *aab*: ');
  quotes('The first press wrote two letters, the next two wrote none, and the fourth wrote one.');
});

test('what a sentence takes, and words that nobody expects', () => {
  const house = surprisalOf(targets.house, pairs)! / Math.LN2;
  quotes(
    `${house.toFixed(2)} bits, ${(house / targets.house.length).toFixed(2)} for each letter or space. By the theorem below the sentence is certain after ${Math.ceil(house)} presses or ${Math.ceil(house) + 1}. Computed with exact fractions, it is ${fewestExactly(targets.house)}.`,
  );
  quotes(
    `*zyzzyva* costs ${bits(surprisalOf('zyzzyva', pairs)!, 1)} bits with counts after two letters, and ${bits(surprisalOf('zyzzyva', even)!, 1)} if nobody predicts`,
  );
  expect(Math.round((surprisalOf(targets.dark, even)! - surprisalOf(targets.dark, pairs)!) / Math.LN2)).toBe(26);
  const u = pairs('the q')![signs.indexOf('u')];
  quotes(`the u has ${u.toFixed(4)} of the height`);
  expect((-Math.log2(u)).toFixed(3)).toBe('0.005');
});

test('a hand, a switch and its errors', () => {
  // 34 words of six signs at 2 bits.
  expect((34 * 6 * 2) / 60).toBeCloseTo(6.8, 12);
  const share = (Math.sqrt(5) - 1) / 2;
  expect(share + share ** 2).toBeCloseTo(1, 12);
  quotes(
    `= ${share.toFixed(3)}$, the golden section. The upper part gets ${share.toFixed(3)} of the height, the lower one ${(share ** 2).toFixed(3)}`,
  );
  quotes(
    `\\log_2 \\tfrac1s = ${(-Math.log2(share)).toFixed(3)}$ bits, whatever is chosen. With halves it is one bit for 1.5 rests on average, ${(1 / 1.5).toFixed(3)}`,
  );
  const nobody = surprisalOf(targets.nobody, pairs)! / Math.LN2;
  expect([nobody / -Math.log2(share), 1.5 * nobody].map(Math.round)).toEqual([58, 60]);
  // By simulation: right with 0.9, else taken back.
  const next = uniforms(1);
  let presses = 0;
  const trials = 200_000;
  for (let i = 0; i < trials; i++) for (presses++; next() < 0.1; presses++) presses++;
  expect(Math.abs(presses / trials - 1.1 / 0.9)).toBeLessThan(0.01);
  expect([(60 * 2) / 2.5, (60 * 3) / 2.5, (60 * 2) / 1.6, (60 * 3) / 1.6]).toEqual([48, 72, 75, 112.5]);
});

test('what coins write', () => {
  for (const [i, who] of ['nobody', 'counts of letters', 'counts after two letters'].entries()) {
    const next = uniforms(7);
    let now = { written: '', low: 0, size: 1 };
    for (let toss = 0; toss < 100; toss++) now = half(now, next() < 0.5 ? '0' : '1', laws[i]);
    quotes(`| ${who} | *${now.written.trim().replace(/\s+/g, ' ')}* | ${now.written.length} |`);
  }
});
