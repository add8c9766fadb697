import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { AdaptiveBytes, adaptiveSurprisals } from './adaptive-bytes.ts';
import {
  ArithmeticDecoder,
  ArithmeticEncoder,
  decodeSymbols,
  type Digit,
  encodeSymbols,
  type Predictor,
} from './arithmetic-coder.ts';
import { uniforms } from './random.ts';
import { drawCategorical } from './samplers.ts';

/** Laws that depend on the whole past, from even to extreme: power 60 leaves some symbols less than 10⁻⁵⁰. */
const anyPredictor =
  (salt: number, symbols: number, power: number): Predictor =>
  (past) => {
    const next = uniforms(salt, past.length, past[past.length - 1] ?? 0);
    const weights = Array.from({ length: symbols }, () => next() ** power);
    const total = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / total);
  };

/** Σ −log₂ p. */
function idealDigits(symbols: readonly number[], predict: Predictor): number {
  return symbols.reduce((total, symbol, i) => total - Math.log2(predict(symbols.slice(0, i))[symbol]), 0);
}

const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
const power = fc.constantFrom(0, 1, 8, 60);

describe('the arithmetic coder', () => {
  it('gives back any bytes under any predictor, within two digits of the ideal', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), power, (symbols, salt, exponent) => {
        const predict = anyPredictor(salt, 256, exponent);
        const code = encodeSymbols(symbols, predict);
        expect(decodeSymbols(code.bytes, symbols.length, predict)).toEqual(symbols);
        expect(code.bytes).toHaveLength(Math.ceil(code.digits / 8));
        expect(code.digits).toBeLessThanOrEqual(idealDigits(symbols, predict) + 2);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back what the predictor expects and what it does not, two symbols to many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), power, fc.boolean(), (m, salt, exponent, likely) => {
        const predict = anyPredictor(salt, m, exponent);
        const symbols: number[] = [];
        for (let i = 0; i < 200; i++) {
          const p = Array.from(predict(symbols));
          symbols.push(p.indexOf(likely ? Math.max(...p) : Math.min(...p)));
        }
        const code = encodeSymbols(symbols, predict);
        expect(decodeSymbols(code.bytes, symbols.length, predict)).toEqual(symbols);
        expect(code.digits).toBeLessThanOrEqual(idealDigits(symbols, predict) + 2);
      }),
    );
  });

  it('sends even what has probability 0', () => {
    const predict: Predictor = () => [1, 0, 0];
    const symbols = [0, 2, 1, 0, 2];
    expect(decodeSymbols(encodeSymbols(symbols, predict).bytes, 5, predict)).toEqual(symbols);
    expect(encodeSymbols([0, 0, 0], predict).digits).toBeLessThanOrEqual(1);
  });

  it('stays within two digits over 20,000 symbols, near their entropy', () => {
    const p = [0.6, 0.25, 0.1, 0.049, 0.001];
    const next = uniforms(3);
    const symbols = Array.from({ length: 20_000 }, () => drawCategorical(p, next));
    const code = encodeSymbols(symbols, () => p);
    const ideal = symbols.reduce((total, symbol) => total - Math.log2(p[symbol]), 0);
    expect(code.digits).toBeLessThanOrEqual(ideal + 2);
    expect(code.digits).toBeGreaterThan(ideal - 1);
    expect(decodeSymbols(code.bytes, symbols.length, () => p)).toEqual(symbols);
  });

  it('sends a text by an adaptive model in as many digits as its surprisals add up to', () => {
    const text = [...new TextEncoder().encode('How much wood would a woodchuck chuck? '.repeat(8))];
    const law = (model: AdaptiveBytes) => Float64Array.from({ length: 256 }, (_, byte) => model.probability(byte));
    const sent: Digit[] = [];
    const encoder = new ArithmeticEncoder((digit) => sent.push(digit));
    const own = new AdaptiveBytes(2);
    for (const byte of text) {
      encoder.encode(law(own), byte);
      own.add(byte);
    }
    encoder.finish();
    const ideal = adaptiveSurprisals(text, 2).reduce((a, b) => a + b, 0) / Math.LN2;
    expect(sent.length).toBeLessThanOrEqual(ideal + 2);
    let at = 0;
    const decoder = new ArithmeticDecoder(() => sent[at++] ?? 0);
    const other = new AdaptiveBytes(2);
    const received = text.map(() => {
      const byte = decoder.decode(law(other));
      other.add(byte);
      return byte;
    });
    expect(received).toEqual(text);
  });

  it('sends digits as soon as they are certain', () => {
    const sent: Digit[] = [];
    const encoder = new ArithmeticEncoder((digit) => sent.push(digit));
    const fair = [0.5, 0.5];
    [1, 0, 1, 1].forEach((symbol, i) => {
      encoder.encode(fair, symbol);
      expect(sent).toHaveLength(i + 1);
    });
    encoder.finish();
    expect(sent).toEqual([1, 0, 1, 1]);
  });

  it('waits while the interval lies around one half', () => {
    // The middle half, again and again: no first digit is certain.
    const middle = [0.25, 0.5, 0.25];
    const symbols = Array<number>(20).fill(1);
    const sent: Digit[] = [];
    const encoder = new ArithmeticEncoder((digit) => sent.push(digit));
    for (const symbol of symbols) encoder.encode(middle, symbol);
    expect(sent).toEqual([]);
    encoder.finish();
    expect(sent).toEqual([1]);
    expect(decodeSymbols([0x80], 20, () => middle)).toEqual(symbols);
    // Another symbol settles all digits that waited.
    const turned = [...symbols, 0, 2];
    expect(decodeSymbols(encodeSymbols(turned, () => middle).bytes, 22, () => middle)).toEqual(turned);
  });

  it('makes samples of the law from random digits', () => {
    const p = [0.5, 0.3, 0.2];
    const next = uniforms(11);
    const decoder = new ArithmeticDecoder(() => (next() < 0.5 ? 0 : 1));
    const counts = [0, 0, 0];
    for (let i = 0; i < 20_000; i++) counts[decoder.decode(p)]++;
    // Five standard deviations.
    counts.forEach((count, s) => {
      expect(Math.abs(count / 20_000 - p[s])).toBeLessThan(5 * Math.sqrt((p[s] * (1 - p[s])) / 20_000));
    });
  });

  it('refuses what is no law and no symbol', () => {
    const encoder = new ArithmeticEncoder(() => undefined);
    expect(() => encoder.encode([0.5, 0.6], 0)).toThrow('p must sum to 1');
    expect(() => encoder.encode([0.5, 0.5], 2)).toThrow('symbol must be a whole number from 0 to 1, got 2');
    expect(() => encoder.encode(new Float64Array(70_000).fill(1 / 70_000), 0)).toThrow('at most 65536 entries');
    expect(() => decodeSymbols([], -1, () => [1])).toThrow('count');
    expect(() => decodeSymbols([], 1, () => [NaN])).toThrow('p[0]');
  });
});
