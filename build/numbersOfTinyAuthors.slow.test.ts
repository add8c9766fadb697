import { expect, test } from 'vitest';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { uniforms } from '#sim/random.ts';
import { evidenceMoments } from '#theory/belief/evidence.ts';
import { write } from '#widgets/romeo-and-juliet/model.ts';
import { presets } from '#widgets/romeo-and-juliet/presets.ts';
import { chernoffRate } from '#theory/chains/chernoff-of-chains.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* How many letters tell the two tiny authors apart, as the page on telling two coins apart says it. */

const quotes = quotesOf('telling-two-coins-apart');

const authors = [austenOfPairs, melvilleOfPairs];
const texts = 20_000;
const looks = [25, 50, 100, 150, 200];

const sums = (law: readonly number[]) => {
  let sum = 0;
  return law.map((p) => (sum += p));
};
/** By a table of sums made once, as eight million letters are drawn. */
const draw = (upTo: readonly number[], u: number) => {
  const letter = upTo.findIndex((sum) => u < sum);
  return letter < 0 ? upTo.length - 1 : letter;
};

/** How many of an author’s texts the best guess gives to the other one, at each look; and their mean evidence at the last, for their author. */
function readingsOf(author: number): { wrong: number[]; mean: number } {
  const [own, other] = [authors[author], authors[1 - author]];
  const gain = (law: readonly number[], wrong: readonly number[]) => law.map((p, y) => Math.log(p / wrong[y]));
  const gains = own.chain.map((law, x) => gain(law, other.chain[x]));
  const upTo = own.chain.map(sums);
  const [firstGains, firstUpTo] = [gain(own.start, other.start), sums(own.start)];
  const next = uniforms(9, author);
  const wrong = looks.map(() => 0);
  let total = 0;
  for (let i = 0; i < texts; i++) {
    let letter = draw(firstUpTo, next());
    let evidence = firstGains[letter];
    let look = 0;
    for (let t = 2; look < looks.length; t++) {
      const after = draw(upTo[letter], next());
      evidence += gains[letter][after];
      letter = after;
      if (t === looks[look]) wrong[look++] += evidence < 0 ? 1 : 0;
    }
    total += evidence;
  }
  return { wrong, mean: total / texts };
}

test('the best guess after some letters, and the rate at which it gets better', () => {
  const rate = chernoffRate(authors[0].chain, authors[1].chain).rate / Math.LN2;
  const readings = [readingsOf(0), readingsOf(1)];
  const shares = looks.map((_, k) => (readings[0].wrong[k] + readings[1].wrong[k]) / (2 * texts));
  quotes(`Their Chernoff rate is ${rate.toFixed(3)} bits a letter: in the long run each ${(1 / rate).toFixed(0)} letters halve`); // prettier-ignore
  quotes(`Each wrote ${texts.toLocaleString('en')} texts`);
  quotes(shares.map((p) => (100 * p).toFixed(1)).join(' | '));
  quotes(shares.map((p) => (100 * Math.sqrt((p * (1 - p)) / (2 * texts))).toFixed(2)).join(' | '));
  // Below the bound of the rate, up to the factor that a start and a power of n make.
  shares.forEach((p, k) => expect(p).toBeLessThan(0.75 * 2 ** (-rate * looks[k])));
  // The texts tell what exact moments say that they should.
  readings.forEach(({ mean }, author) => {
    const own = authors[author];
    const exact = evidenceMoments(own, own, authors[1 - author], 200)[200];
    expect(Math.abs(mean - exact.mean)).toBeLessThan(4 * Math.sqrt(exact.variance / texts));
  });
});

test('windows of eighty letters, as the figure of the two authors says of them', () => {
  const found = [0, 1].map((author) => {
    const letters = write(author, 400_000, uniforms(11, author));
    const [own, other] = [authors[author].chain, authors[1 - author].chain];
    const sums = [0, 0];
    for (let t = 2; t < letters.length; t++)
      sums.push(sums[t - 1] + Math.log(own[letters[t - 1]][letters[t]] / other[letters[t - 1]][letters[t]]));
    return (window: number) => {
      let [wrong, loss] = [0, 0];
      for (let t = window; t < letters.length; t++) {
        const odds = sums[t] - sums[t - window + 2];
        const known = 1 / (1 + Math.exp(-odds));
        if (odds < 0) wrong++;
        const [p, q] = [own[letters[t]], other[letters[t]]];
        loss += p.reduce((sum, one, y) => sum + one * Math.log(one / (known * one + (1 - known) * q[y])), 0);
      }
      const places = letters.length - window;
      return { wrong: wrong / places, loss: loss / places };
    };
  });
  const mean = (window: number, of: 'wrong' | 'loss') =>
    found.reduce((sum, by) => sum + by(window)[of] / found.length, 0);
  const { why } = presets.find(({ id }) => id === 'long')!;
  expect(why).toContain('at about one place in thirteen the wrong one is still the likelier');
  expect(1 / mean(80, 'wrong')).toBeGreaterThan(12);
  expect(1 / mean(80, 'wrong')).toBeLessThan(14);
  expect(why).toContain('about a quarter of what a window of four letters loses');
  expect(mean(80, 'loss') / mean(4, 'loss')).toBeCloseTo(0.25, 1);
});
