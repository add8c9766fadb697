import { describe, expect, it } from 'vitest';
import type { TokenPlaces } from '#kit/reading/cells.ts';
import { blocksOf, estimateHeight, indexAt, offsetsOf, piecesOf } from './blocks.ts';

/** One token a character, or `bytes` tokens for each. */
function placesOf(text: string, bytes = 1): TokenPlaces {
  const starts = [...text].flatMap((_, i) => Array.from({ length: bytes }, () => i));
  return { text, starts, ends: starts.map((start) => start + 1) };
}

describe('pieces', () => {
  it.each([
    ['word '.repeat(200), 1],
    ['🦉'.repeat(400), 4],
    ['x'.repeat(128), 1],
    ['x'.repeat(129), 1],
    ['x', 1],
  ])('cover a block without splitting a character %#', (text, bytes) => {
    const places = placesOf(text, bytes);
    const pieces = piecesOf(places, 0, places.starts.length);
    expect(pieces[0]).toBe(0);
    expect(pieces[pieces.length - 1]).toBe(places.starts.length);
    for (let p = 1; p < pieces.length; p++) {
      expect(pieces[p] - pieces[p - 1]).toBeGreaterThan(0);
      expect(pieces[p] - pieces[p - 1]).toBeLessThanOrEqual(128 + bytes - 1);
      expect(places.starts[pieces[p]]).not.toBe(places.starts[pieces[p] - 1]);
    }
  });
});

describe('blocks', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['word '.repeat(3000), 1],
    ['line\n'.repeat(3000), 1],
    ['x'.repeat(5000), 1],
    ['ש'.repeat(5000), 2],
  ])('cover %#', (text, bytes) => {
    const places = placesOf(text, bytes);
    const blocks = blocksOf(places);
    expect(blocks[0]).toBe(0);
    if (text !== '') expect(blocks[blocks.length - 1]).toBe(places.starts.length);
    for (let b = 1; b < blocks.length; b++) {
      expect(blocks[b]).toBeGreaterThan(blocks[b - 1]);
      expect(blocks[b] - blocks[b - 1]).toBeLessThanOrEqual(701);
      // No character is split.
      expect(places.starts[blocks[b]]).not.toBe(places.starts[blocks[b] - 1]);
    }
  });

  it('end at line breaks, or where a word begins', () => {
    const lines = blocksOf(placesOf('line\n'.repeat(3000)));
    expect(lines.slice(0, -1).every((t) => t % 5 === 0)).toBe(true);
    const words = placesOf('word '.repeat(3000));
    expect(
      blocksOf(words)
        .slice(1, -1)
        .every((t) => words.text[t] === ' '),
    ).toBe(true);
  });
});

it('heights grow with the text, with its line breaks, and in a narrow place', () => {
  const height = (text: string, width = 400) => estimateHeight(placesOf(text), 0, text.length, width);
  expect(height('a'.repeat(1000))).toBeGreaterThan(height('a'.repeat(400)));
  expect(height('a\na\na')).toBe(3 * height('a'));
  expect(height('a\n')).toBe(height('a'));
  expect(height('a'.repeat(1000), 200)).toBeGreaterThan(height('a'.repeat(1000), 400));
});

it('finds what lies at a height', () => {
  const offsets = offsetsOf([10, 20, 30]);
  expect(offsets).toEqual([0, 10, 30, 60]);
  expect([-5, 0, 9, 10, 29, 30, 1000].map((y) => indexAt(offsets, y))).toEqual([0, 0, 0, 1, 1, 2, 3]);
});
