import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { chernoffRate } from '#theory/chains/chernoff-of-chains.ts';

/* How many letters tell the two tiny authors apart, as the page on telling two coins apart says it. */

const prose = readFileSync('src/book/telling-two-coins-apart.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });

const authors = [austenOfPairs, melvilleOfPairs];
const texts = 1000;
const looks = [25, 50, 100, 150, 200];

test('the best guess after some letters, and the rate at which it gets better', () => {
  const rate = chernoffRate(authors[0].chain, authors[1].chain).rate / Math.LN2;
  const wrong = looks.map(() => 0);
  for (const [author, { start, chain }] of authors.entries()) {
    for (let i = 0; i < texts; i++) {
      const letters = drawChain(chain, start, looks[looks.length - 1], uniforms(9, author, i));
      let evidence = 0;
      letters.forEach((letter, t) => {
        const [own, other] = [author, 1 - author].map((j) => (t === 0 ? authors[j].start : authors[j].chain[letters[t - 1]])[letter]); // prettier-ignore
        evidence += Math.log(own / other);
        const look = looks.indexOf(t + 1);
        if (look >= 0 && evidence < 0) wrong[look]++;
      });
    }
  }
  const shares = wrong.map((count) => count / (2 * texts));
  quotes(`Their Chernoff rate is ${rate.toFixed(3)} bits a letter: in the long run each ${(1 / rate).toFixed(0)} letters halve`); // prettier-ignore
  quotes(shares.map((p) => `${(100 * p).toFixed(1)} percent`).join(' | '));
  quotes(shares.map((p) => (100 * Math.sqrt((p * (1 - p)) / (2 * texts))).toFixed(1)).join(' | '));
  // Below the bound of the rate, up to the factor that a start and a power of n make.
  shares.forEach((p, k) => expect(p).toBeLessThan(0.75 * 2 ** (-rate * looks[k])));
});
