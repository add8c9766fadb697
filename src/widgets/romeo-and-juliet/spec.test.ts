import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { windowBelief } from '#sim/window-posterior.ts';
import { uniforms } from '#sim/random.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { leftOut, reduced, symbols, symbolsOf } from '#sim/author-symbols.ts';
import { compute, write } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';

const authors = [austenOfPairs, melvilleOfPairs];
const reading = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });

describe('the tiny authors', () => {
  it('have a law of 29 positive chances after every letter, and know their English', () => {
    for (const { chain } of authors) {
      expect(chain).toHaveLength(29);
      for (const law of chain) {
        expect(law.every((p) => p > 0)).toBe(true);
        close(law.reduce((total, p) => total + p, 0), 1, 1e-12); // prettier-ignore
      }
      const [t, h, q, u] = symbolsOf('thqu');
      expect(chain[t][h]).toBeGreaterThan(0.25);
      expect(chain[q][u]).toBeGreaterThan(0.9);
    }
  });

  it('believe what the filter over windows believes, on chains whose states are letters', () => {
    const { text, windowed, now } = reading({ read: 30, window: 9 });
    const letters = symbolsOf(text.slice(21, 30));
    const odds = letters.slice(2).map((y, i) => authors[0].chain[letters[i + 1]][y] / authors[1].chain[letters[i + 1]][y]); // prettier-ignore
    close(Math.exp(now.window.odds), odds.reduce((a, b) => a * b, 1), 1e-9); // prettier-ignore
    close(windowed[28], now.window.odds, 1e-9);
    // A word of two states that are left and entered with the chances of its letters, in the filter of chains.
    const chains = [0, 1].map((j) => {
      const p = letters.slice(2).reduce((all, y, i) => all * authors[j].chain[letters[i + 1]][y], 1);
      return [[1 - p, p], [1, 0]]; // prettier-ignore
    });
    close(windowBelief({ chains, weights: [0.5, 0.5] }, [0, 1]).posterior[0], now.window.austen, 1e-12);
  });

  it('predict a mean of the two authors with the odds of the past', () => {
    const { now, authors: laws } = reading({ author: 'melville', read: 100 });
    for (const { austen, prediction } of [now.whole, now.window]) {
      closeAll(prediction, laws[0].map((p, y) => austen * p + (1 - austen) * laws[1][y]), 1e-12); // prettier-ignore
    }
  });

  it('are told apart by the whole past, whoever writes, and lose by windows what their bound allows', () => {
    for (const seed of [1, 2, 3]) {
      expect(reading({ seed, read: 240 }).now.whole.austen).toBeGreaterThan(0.99);
      expect(reading({ seed, read: 240, author: 'melville' }).now.whole.austen).toBeLessThan(0.01);
    }
    const [short, long] = [reading({ window: 4 }), reading({ window: 60 })];
    expect(long.drawn!.loss).toBeLessThan(short.drawn!.loss);
    for (const { loss, error, bound } of [short, long].map(({ drawn }) => drawn!)) {
      expect(loss).toBeLessThan(bound);
      expect(error).toBeGreaterThan(0);
    }
  });

  it('write by their laws: pairs come as often as their chain says', () => {
    const letters = write(0, 20_000, uniforms(7));
    const [t, h] = symbolsOf('th');
    const places = letters.map((_, i) => i).filter((i) => letters[i] === t && i + 1 < 20_000);
    const share = places.filter((i) => letters[i + 1] === h).length / places.length;
    const p = authors[0].chain[t][h];
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / places.length));
  });

  it('are taken for one another the oftener, the longer the window, up to some forty letters', () => {
    const letters = write(0, 400_000, uniforms(11));
    const odds = [0, 0];
    for (let t = 2; t < letters.length; t++) {
      const [one, other] = authors.map(({ chain }) => chain[letters[t - 1]][letters[t]]);
      odds.push(odds[t - 1] + Math.log(one / other));
    }
    const share = (w: number) => odds.filter((now, t) => t >= w && now - odds[t - w + 2] < -Math.log(7)).length / letters.length; // prettier-ignore
    const shares = [8, 12, 20, 40].map(share);
    shares.slice(1).forEach((one, i) => expect(one).toBeGreaterThan(1.2 * shares[i]));
    expect(share(80)).toBeLessThan(0.9 * shares[3]);
  });

  it('read any text, in their symbols', () => {
    expect(reduced('  Élan—vital; “So?”\n\nSo!')).toBe('elan vital, so. so.');
    expect(leftOut('  Élan—vital; “So?”\n\n“7 So!')).toEqual(['“', '”', '7']);
    expect(leftOut('')).toEqual([]);
    expect(symbols).toHaveLength(29);
    const own = reading({ own: 'It is a truth universally acknowledged, that a single man', read: 400 });
    expect([own.isOwn, own.read]).toEqual([true, 57]);
    expect(own.now.whole.austen).toBeLessThan(0.1);
    expect(reading({ own: '?!' }).isOwn).toBe(false);
  });

  it('are as the presets say', () => {
    const { now } = reading();
    expect(now.whole.austen).toBeGreaterThan(0.999);
    expect(now.window.austen).toBeCloseTo(0.09, 2);
    const other = reading(presets[1].values).now;
    expect(other.whole.austen).toBeLessThan(0.001);
    expect(other.window.austen).toBeGreaterThan(0.85);
  });
});
