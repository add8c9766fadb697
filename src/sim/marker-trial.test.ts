import { expect, it } from 'vitest';
import { countsOfTrial, drawTrial, shuffledTrial } from './marker-trial.ts';
import { uniforms } from './random.ts';

// One marker: with it the outcome follows the treatment, without it is always 0.
const law = [0.25, 0, 0.25, 0, 0.25, 0, 0, 0.25];

it('draws patients as the law says, and markers of which nothing depends', () => {
  const trial = drawTrial(law, 1, 2, 4000, uniforms(3));
  const [own, ...others] = countsOfTrial(trial, 3);
  expect(own[0][1]).toEqual([0, 0]);
  expect([own[1][0][1], own[1][1][0]]).toEqual([0, 0]);
  const sd = Math.sqrt(4000 * 0.25 * 0.75);
  for (const count of [own[0][0][0], own[0][0][1], own[1][0][0], own[1][1][1]])
    expect(Math.abs(count - 1000)).toBeLessThan(4 * sd);
  for (const other of others)
    for (const m of [0, 1]) {
      expect(Math.abs(other[m][0][0] - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75));
      expect(Math.abs(other[m][1][1] - 500)).toBeLessThan(4 * Math.sqrt(4000 * 0.125 * 0.875));
    }
  for (const table of [own, ...others]) expect(table.flat(2).reduce((a, b) => a + b)).toBe(4000);
});

it('shuffles markers and nothing else', () => {
  const trial = drawTrial(law, 1, 1, 2000, uniforms(5));
  const other = shuffledTrial(trial, uniforms(6));
  expect(other.ends).toEqual(trial.ends);
  expect([...other.marks].sort()).toEqual([...trial.marks].sort());
  // With the marker dealt out anew, the outcome is 1 without it as often as with it.
  const [counts] = countsOfTrial(other, 1);
  const good = counts[0][1][1] + counts[1][1][1];
  expect(Math.abs(counts[0][1][1] - good / 2)).toBeLessThan(4 * Math.sqrt(good / 4));
});

it('is empty for no patients', () => {
  expect(countsOfTrial(drawTrial(law, 1, 0, 0, uniforms(1)), 1)).toEqual([[[[0, 0], [0, 0]], [[0, 0], [0, 0]]]]); // prettier-ignore
  expect(() => drawTrial(law, 2, 0, 1, uniforms(1))).toThrow(RangeError);
});
