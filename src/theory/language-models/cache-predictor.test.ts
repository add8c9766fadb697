import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { cacheSurprisals } from './cache-predictor.ts';

/** A predictor of words drawn independently. */
const law: Readonly<Record<string, number>> = { a: 0.6, b: 0.3, c: 0.1 };
const names = Object.keys(law);
const surprisalsOf = (words: readonly string[]) => words.map((word) => -Math.log(law[word]));

/** Every sequence of so many words. */
const sequences = (length: number): string[][] =>
  length === 0 ? [[]] : sequences(length - 1).flatMap((words) => names.map((name) => [...words, name]));

const total = (words: readonly string[], share: number) =>
  cacheSurprisals(words, surprisalsOf(words), share).reduce((sum, s) => sum + s, 0);

describe('looking back', () => {
  it('costs what can be worked out by hand', () => {
    // 0.5; then 0.9 · 0.25 without and 0.9 · 0.5 + 0.1 · 1/2 with one of two; then 0.9 · 0.125 + 0.1 · 2/3.
    closeAll(
      cacheSurprisals(['x', 'y', 'x', 'x'], [Math.log(2), Math.log(4), Math.log(2), Math.log(8)], 0.1),
      [0.5, 0.225, 0.5, 0.1125 + 0.2 / 3].map((p) => -Math.log(p)),
    );
  });

  it('is a law: the probabilities of all sequences add up to one', () => {
    for (const share of [0, 0.1, 0.7])
      close(
        sequences(5).reduce((sum, words) => sum + Math.exp(-total(words, share)), 0),
        1,
      );
  });

  it('is the predictor itself where nobody looks back, and costs at most −ln(1 − share) more a word', () => {
    for (const words of sequences(4)) {
      const s = surprisalsOf(words);
      closeAll(cacheSurprisals(words, s, 0), s);
      for (const [i, nats] of cacheSurprisals(words, s, 0.3).entries())
        expect(nats).toBeLessThanOrEqual(s[i] - Math.log(0.7) + 1e-12);
    }
  });

  it('takes words of any cost', () => {
    const [, second, third] = cacheSurprisals(['x', 'y', 'y'], [1000, 1000, 1000], 0.1);
    close(second, 1000 - Math.log(0.9));
    close(third, Math.log(20));
  });

  it.each([
    [['x'], [], 0.1, /surprisals/],
    [['x'], [-1], 0.1, /-1/],
    [['x'], [NaN], 0.1, /surprisals/],
    [['x'], [1], 1, /share/],
    [['x'], [1], -0.1, /share/],
    [['x'], [1], NaN, /share/],
  ])('refuses %j, %j, %j', (words, surprisals, share, reason) => {
    expect(() => cacheSurprisals(words, surprisals, share)).toThrow(reason);
    expect(() => cacheSurprisals(words, surprisals, share)).toThrow(RangeError);
  });
});
