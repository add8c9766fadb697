import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { close } from '../../fixtures/oracle.ts';
import { ArithmeticEncoder, type Digit } from './arithmetic-coder.ts';
import { decodeExactly, independent, intervalOf, krichevskyTrofimov, laplace, shortestWord } from './exact-arithmetic-coder.ts'; // prettier-ignore
import { decidedSymbols, placeOfWord, settledDigits } from './exact-digits.ts';

const texts = fc.array(fc.nat(2), { maxLength: 20 });
const valueOf = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) => Number(numerator) / Number(denominator); // prettier-ignore

describe('digits and symbols that are certain', () => {
  it('settles the digits that every number of the interval shares, and no more', () => {
    // aab by 3 to 1 is [27/64, 36/64), which lies around one half.
    const skewed = independent([3n, 1n]);
    expect(settledDigits(intervalOf([0, 0, 1], skewed))).toBe('');
    expect(settledDigits(intervalOf([1], skewed))).toBe('11');
    expect(settledDigits(intervalOf([0, 0, 1, 1], skewed))).toBe('1000');
    expect(settledDigits(intervalOf([], skewed))).toBe('');
    fc.assert(
      fc.property(texts, (text) => {
        const interval = intervalOf(text, laplace(3));
        const word = settledDigits(interval);
        const [from, to] = placeOfWord(word, interval);
        expect(from).toBeLessThanOrEqual(1e-12);
        expect(to).toBeGreaterThanOrEqual(1 - 1e-12);
        // Neither half of it holds the interval.
        const [, middle] = placeOfWord(`${word}0`, interval);
        expect(middle).toBeGreaterThan(0);
        expect(middle).toBeLessThan(1);
        expect(shortestWord(interval).startsWith(word)).toBe(true);
      }),
    );
  });

  it('sends what a coder with 32 digits sends, at the same symbols', () => {
    const predict = independent([3n, 5n, 2n]);
    const sent: Digit[] = [];
    const encoder = new ArithmeticEncoder((digit) => sent.push(digit));
    const text = [0, 1, 1, 2, 0, 0, 1, 1, 1, 2, 1, 0];
    text.forEach((symbol, i) => {
      encoder.encode([0.3, 0.5, 0.2], symbol);
      expect(sent.join('')).toBe(settledDigits(intervalOf(text.slice(0, i + 1), predict)));
    });
  });

  it('holds back every digit while the interval lies around the middle', () => {
    const middle = independent([1n, 2n, 1n]);
    expect(settledDigits(intervalOf(Array<number>(24).fill(1), middle))).toBe('');
    expect(settledDigits(intervalOf([...Array<number>(8).fill(1), 0], middle))).toBe('011111111' + '0'); // prettier-ignore
  });

  it('places a word by its distance from the ends of an interval', () => {
    const [from, to] = placeOfWord('0111', intervalOf([0, 0, 1], independent([3n, 1n])));
    // [28/64, 32/64) within [27/64, 36/64).
    close(from, 1 / 9, 1e-15);
    close(to, 5 / 9, 1e-15);
    // Far away it is cut off.
    const tiny = intervalOf(Array<number>(100).fill(1), independent([3n, 1n]));
    expect(placeOfWord('', tiny)).toEqual([-(2 ** 32), 1]);
  });

  it('decides no symbol too early and all of them in the end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const predict = krichevskyTrofimov(3);
        const word = shortestWord(intervalOf(text, predict));
        expect(decidedSymbols(word, text.length, predict)).toEqual(text);
        for (let digits = 0; digits < word.length; digits++) {
          const decided = decidedSymbols(word.slice(0, digits), text.length, predict);
          expect(decided).toEqual(text.slice(0, decided.length));
          if (decided.length === text.length) continue;
          // Both the least and the greatest number that begin with these digits go on differently, somewhere up to the next symbol.
          const end = (digit: string) => decodeExactly(word.slice(0, digits) + digit.repeat(200), decided.length + 1, predict); // prettier-ignore
          expect(end('0')).not.toEqual(end('1'));
        }
      }),
    );
  });

  it('needs no digit for what is certain, and refuses what is no word', () => {
    expect(decidedSymbols('', 3, independent([0n, 2n]))).toEqual([1, 1, 1]);
    expect(decidedSymbols('0', 5, laplace(2))).toEqual([0]);
    expect(() => decidedSymbols('012', 1, laplace(2))).toThrow('word must be made of 0 and 1');
    expect(() => decidedSymbols('01', -1, laplace(2))).toThrow('most');
    expect(() => placeOfWord('2', intervalOf([], laplace(2)))).toThrow('word');
    expect(() => settledDigits({ low: { numerator: 1n, denominator: 2n }, width: { numerator: 1n, denominator: 1n } })).toThrow('interval must end at 1 or before'); // prettier-ignore
    expect(valueOf(intervalOf([0], laplace(2)).width)).toBe(0.5);
  });
});
