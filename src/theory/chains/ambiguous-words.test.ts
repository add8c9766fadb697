import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { windowBelief } from '#sim/window-posterior.ts';
import { ambiguousWords } from './ambiguous-words.ts';
import { stationaryLaw } from './markov-chain.ts';
import { exactWindow } from './support-graph.ts';
import { windowStatistics } from './window-statistics.ts';

const around = [
  [0, 1, 0],
  [0, 0, 1],
  [1, 0, 0],
];
const detour = [
  [0, 1, 0],
  [0.5, 0, 0.5],
  [0, 1, 0],
];
const [half, other] = [
  [
    [0.5, 0.5],
    [1, 0],
  ],
  [
    [0.6, 0.4],
    [0.7, 0.3],
  ],
];

describe('words that leave a doubt', () => {
  it('are those that both chains can write and follow differently, found by hand', () => {
    const words = (length: number) => ambiguousWords(around, detour, length).map(({ word }) => word.join(''));
    expect(words(1)).toEqual(['1', '2']);
    expect(words(2)).toEqual(['01', '12']);
    expect(words(3)).toEqual(['012']);
    expect(words(4)).toEqual([]);
    expect(exactWindow(around, detour)).toBe(4);
    expect(ambiguousWords(half, other, 3).map(({ word }) => word.join(''))).toEqual([
      '000',
      '001',
      '010',
      '100',
      '101',
    ]);
  });

  it('are as probable as the belief from them says', () => {
    for (const { word, probabilities } of ambiguousWords(half, other, 5)) {
      const { posterior } = windowBelief({ chains: [half, other], weights: [0.3, 0.7] }, word, [
        stationaryLaw(half),
        stationaryLaw(other),
      ]);
      const [p, q] = [0.3 * probabilities[0], 0.7 * probabilities[1]];
      close(p / (p + q), posterior[0]);
    }
  });

  it('are all words but the decisive ones where the rows all differ', () => {
    const starts = [stationaryLaw(half), stationaryLaw(other)];
    const [last] = windowStatistics({ chains: [half, other], weights: [0.5, 0.5] }, starts, 6).slice(-1);
    const all = ambiguousWords(half, other, 6);
    for (const j of [0, 1]) {
      close(1 - all.reduce((sum, { probabilities }) => sum + probabilities[j], 0), last.decisive[j], 1e-12);
    }
  });

  it('are none between a chain and itself, and refused where there would be too many', () => {
    expect(ambiguousWords(half, half, 4)).toEqual([]);
    expect(() => ambiguousWords(half, other, 17)).toThrow(
      new RangeError('length must leave at most 2^16 words, got 2^17'),
    );
  });
});
