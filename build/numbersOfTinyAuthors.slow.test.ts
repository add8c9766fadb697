import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { authorSurprisals, beforeText, lawAfter, laws } from '#sim/author-letters.ts';
import { uniforms } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';

/* How many letters tell the two tiny authors apart, as the page on telling two coins apart says it. */

const prose = readFileSync('src/book/telling-two-coins-apart.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number) => nats / Math.LN2;

test('two tiny authors', () => {
  const size = 29;
  /** Σ p^(1−s) q^s over longer and longer texts grows by this factor: the spectral radius, by power iteration. */
  const logRadius = (s: number) => {
    const matrix = laws[0].map((p, i) => p ** (1 - s) * laws[1][i] ** s);
    let [vector, log] = [new Float64Array(size * size).fill(1), 0];
    for (let step = 0; step < 60; step++) {
      const next = new Float64Array(size * size);
      for (let i = 0; i < matrix.length; i++) next[(Math.floor(i / size) % size) * size + (i % size)] += vector[Math.floor(i / size)] * matrix[i]; // prettier-ignore
      const total = next.reduce((a, b) => a + b, 0);
      log = Math.log(total / vector.reduce((a, b) => a + b, 0));
      vector = next.map((x) => x / total);
    }
    return log;
  };
  expect(Math.abs(logRadius(0))).toBeLessThan(1e-9);
  const rate = Math.max(...[0.5, 0.52, 0.54].map((s) => -bits(logRadius(s))));
  quotes(`Their Chernoff rate is ${rate.toFixed(3)} bits a letter: in the long run each ${(1 / rate).toFixed(0)} letters halve`); // prettier-ignore

  const texts = 1000;
  const looks = [10, 20, 40, 60, 80];
  const wrong = looks.map(() => 0);
  for (const author of [0, 1]) {
    for (let i = 0; i < texts; i++) {
      const next = uniforms(9, author, i);
      const text: number[] = [...beforeText];
      while (text.length < 82) text.push(drawCategorical(lawAfter(author, text[text.length - 2], text[text.length - 1]) as unknown as number[], next)); // prettier-ignore
      const [own, other] = [author, 1 - author].map((j) => authorSurprisals(j, text.slice(2)));
      let evidence = 0;
      own.forEach((nats, t) => {
        evidence += other[t] - nats;
        const look = looks.indexOf(t + 1);
        if (look >= 0 && evidence < 0) wrong[look]++;
      });
    }
  }
  const shares = wrong.map((count) => count / (2 * texts));
  const shown = shares.map((p) => `${(100 * p).toFixed(1)} percent`).join(' | ');
  const errors = shares.map((p) => (100 * Math.sqrt((p * (1 - p)) / (2 * texts))).toFixed(1)).join(' | ');
  quotes(shown);
  quotes(errors);
  // Below the bound of the rate, up to the factor that a start and a power of n make.
  shares.forEach((p, k) => expect(p).toBeLessThan(0.75 * 2 ** (-rate * looks[k])));
});
