import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { fibonacciWord, thueMorse } from '#sim/sequences.ts';
import { lempelZivPhrases } from '#sim/lempel-ziv.ts';
import { blockEntropy } from '#theory/chains/block-entropy.ts';
import { compute, phraseRate, slope } from './model.ts';
import { params, sources, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { close } from '../../../fixtures/oracle.ts';

const values = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const look = (change: Partial<Asked> = {}) => compute(values(change));
const read = (key: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[key].of(look(change), values(change));
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);

describe('what looks random', () => {
  it('has the block entropies of the sequence, each by itself', () => {
    for (const source of sources) {
      const { symbols, estimates } = look({ source, symbols: 200 });
      expect(read('symbols', { source, symbols: 200 })).toBe(200);
      for (const k of [1, 8]) close(estimates[k], blockEntropy(symbols, k), 1e-12);
      close(read('estimate', { source, symbols: 200, block: 3 }), blockEntropy(symbols, 3), 1e-12);
    }
    expect(look({ source: 'thue-morse', symbols: 100 }).symbols).toEqual([...thueMorse(100)]);
    expect(look({ source: 'fibonacci', symbols: 100 }).symbols).toEqual([...fibonacciWord(100)]);
  });

  it('has exact lines that long pieces approach', () => {
    for (const source of ['thue-morse', 'fibonacci'] as const)
      for (const block of [4, 20]) {
        const { estimates, exact } = look({ source });
        expect(Math.abs(estimates[block] - exact![block])).toBeLessThan(0.002);
      }
    close(read('exact', { source: 'logistic', block: 7 }), 7 * Math.LN2, 1e-12);
    // A register holds no more than its seed.
    close(read('exact', { block: 20 }), Math.log(65_535), 1e-12);
    close(read('coins', { block: 20 }), 20 * Math.LN2, 1e-12);
    close(read('ceiling', { block: 10, symbols: 256 }), Math.log(247), 1e-12);
  });

  it('gives no exact number for digits of a map that is rounded', () => {
    const asked = values({ source: 'logistic', precision: 12 });
    expect(spec.readouts.exact.none?.(compute(asked), asked)).toBe(true);
    expect(spec.readouts.exact.none?.(look(), values({}))).toBe(false);
  });

  it('pays for phrases the number of those before and a symbol', () => {
    const { symbols } = look({ symbols: 500 });
    const phrases = lempelZivPhrases(symbols);
    const nats = phrases.reduce(
      (sum, { symbol }, j) => sum + Math.log(j + 1) + (symbol === undefined ? 0 : Math.LN2),
      0,
    );
    close(read('phraseRate', { symbols: 500 }), nats / 500, 1e-12);
  });

  it('is found out by some test, or by none', () => {
    const cells = (source: Asked['source']) => read('cells', { source });
    expect(cells('register')).toBe(16);
    for (const source of ['thue-morse', 'generator', 'pi'] as const)
      expect(Math.abs(cells(source) - 512)).toBeLessThan(4);
    for (const source of ['register', 'generator', 'pi'] as const) {
      expect(phraseRate(look({ source }))).toBeGreaterThan(1.1 * Math.LN2);
      expect(look({ source }).estimates[8]).toBeGreaterThan(7.95 * Math.LN2);
    }
    for (const source of ['thue-morse', 'fibonacci'] as const)
      expect(phraseRate(look({ source }))).toBeLessThan(0.75 * Math.LN2);
  });

  it('shows no rule where there is none, only too few digits', () => {
    const asked = values({ source: 'generator', symbols: 256, block: 10 });
    expect(slope(compute(asked), asked)).toBeLessThan(0.2 * Math.LN2);
    const many = values({ source: 'generator', block: 8 });
    expect(slope(compute(many), many)).toBeGreaterThan(0.9 * Math.LN2);
  });

  it('has a map that goes in a circle', () => {
    expect(look({ source: 'logistic', precision: 12 }).circle).toEqual({ first: 6, again: 14 });
    expect(read('circle', { source: 'logistic', precision: 12 })).toBe(8);
    expect(look({ source: 'logistic' }).circle).toEqual({ first: 2222, again: 2780 });
    expect(look({ source: 'logistic', symbols: 1000 }).circle).toBeUndefined();
  });

  it('reads a text in 27 signs, and nothing of an empty one', () => {
    const { symbols, alphabet } = look({ source: 'text', text: 'Ah, a  fox!' });
    expect([symbols, alphabet]).toEqual([[0, 7, 26, 0, 26, 5, 14, 23, 26], 27]);
    expect(look({ source: 'text', text: '' }).estimates).toEqual([0]);
    // Four letters of the first page: little more than three.
    const { estimates } = look({ source: 'text' });
    expect((estimates[4] - estimates[3]) / Math.LN2).toBeLessThan(1.2);
    expect(bits(estimates[4], 1)).toBe('9.9');
  });
});
