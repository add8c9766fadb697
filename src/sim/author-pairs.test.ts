import { expect, test } from 'vitest';
import { laws } from '../../fixtures/authors/triples.ts';
import { austenOfPairs, melvilleOfPairs } from './author-pairs.ts';
import { lawsOf, reduced, symbols, symbolsOf } from './author-symbols.ts';

const size = symbols.length;

test('a text is reduced to the letters of the authors', () => {
  expect(reduced('  Café—no!')).toBe('cafe no.');
  expect(symbolsOf('a b')).toEqual([1, 0, 2]);
  // Weights 1 and ½, divided by their sum.
  expect(Array.from(lawsOf('AD'))).toEqual([2 / 3, 1 / 3]);
});

test('the authors of pairs are those of triples, the letter before last averaged out, to the nearest digit', () => {
  [austenOfPairs, melvilleOfPairs].forEach(({ start, chain }, author) => {
    let pairs = new Float64Array(size * size).fill(1 / size ** 2);
    for (let step = 0; step < 150; step++) {
      const next = new Float64Array(size * size);
      laws[author].forEach((p, i) => (next[(Math.floor(i / size) % size) * size + (i % size)] += pairs[Math.floor(i / size)] * p)); // prettier-ignore
      pairs = next;
    }
    const mass = new Float64Array(size);
    pairs.forEach((p, pair) => (mass[pair % size] += p));
    const law = Array.from({ length: size }, () => new Float64Array(size));
    laws[author].forEach((p, i) => (law[Math.floor(i / size) % size][i % size] += (pairs[Math.floor(i / size)] * p) / mass[Math.floor(i / size) % size])); // prettier-ignore
    expect(start).toBe(chain[0]);
    // A digit is a sixth of a bit to either side at most; rows are divided by their sums afterwards, which changes all of a row alike.
    chain.forEach((row, x) => {
      const off = row.map((p, y) => Math.log2(p / law[x][y]));
      expect(Math.max(...off) - Math.min(...off)).toBeLessThanOrEqual(1 / 3 + 1e-9);
      expect(Math.abs(Math.log2(row.reduce((sum, p) => sum + p, 0)))).toBeLessThan(1e-12);
    });
  });
});
