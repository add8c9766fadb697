import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import {
  headSpread,
  inductionPlaces,
  relativeSize,
  rowsOfHead,
  shareOn,
  throughHead,
  type CausalRows,
} from './attention-heads.ts';

const positive = fc.double({ min: 0.01, max: 1, noNaN: true });
const causal = fc.integer({ min: 2, max: 9 }).chain((n) =>
  fc.tuple(...Array.from({ length: n }, (_, t) => fc.array(positive, { minLength: t + 1, maxLength: t + 1 }))),
).map((rows): CausalRows => rows.map((row) => row.map((w) => w / row.reduce((a, b) => a + b, 0)))); // prettier-ignore

const even: CausalRows = Array.from({ length: 5 }, (_, t) => Array<number>(t + 1).fill(1 / (t + 1)));
const back: CausalRows = even.map((_, t) => Array.from({ length: t + 1 }, (_u, s) => Number(s === Math.max(0, t - 1))));

describe('the spread of a head', () => {
  it('is worked out by hand for three tokens', () => {
    // The rows ¾, ¼ and ½, ¼, ¼: (2 − ¾ log₂ 3) and 1½ bits; at most 1 and log₂ 3.
    const spread = headSpread([[1], [0.75, 0.25], [0.5, 0.25, 0.25]]);
    close(spread.entropy, ((2 - 0.75 * Math.log2(3) + 1.5) / 2) * Math.LN2);
    close(spread.most, (Math.log(2) + Math.log(3)) / 2);
    close(spread.largest, 0.625);
  });

  it('is at its ceiling for even weights, and nothing for one who looks at one token', () => {
    close(headSpread(even).entropy, Math.log(120) / 4);
    close(headSpread(even).most, Math.log(120) / 4);
    closeAll([headSpread(back).entropy, headSpread(back).largest], [0, 1]);
  });

  it('misses the ceiling by the mean divergence to even weights', () => {
    fc.assert(
      fc.property(causal, (rows) => {
        const { entropy, most, fromEven } = headSpread(rows);
        const far = rows.slice(1).map((row) => row.reduce((sum, w) => sum + w * Math.log(w * row.length), 0));
        expect(Math.abs(most - entropy - fromEven)).toBeLessThan(1e-12);
        expect(Math.abs(fromEven - far.reduce((a, b) => a + b, 0) / far.length)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('the share on certain tokens', () => {
  it('is what it is by hand, and by chance that of even weights', () => {
    const before = even.map((_, t) => (t > 0 ? [t - 1] : []));
    const { share, chance, rows } = shareOn(back, before);
    closeAll([share, chance, rows], [1, (1 / 2 + 1 / 3 + 1 / 4 + 1 / 5) / 4, 4]);
    close(shareOn(even, before).share, chance);
  });

  it('adds up to one over all that can be seen', () => {
    fc.assert(
      fc.property(causal, (rows) => {
        const sum = rows.reduce((total, _, distance) => {
          const { share, rows: count } = shareOn(rows, rows.map((_r, t) => (t >= distance ? [t - distance] : []))); // prettier-ignore
          return total + share * count;
        }, 0);
        expect(Math.abs(sum / (rows.length - 1) - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(shareOn(even, even.map(() => []))).toEqual({ share: 0, chance: 0, rows: 0 }); // prettier-ignore
  });
});

describe('places of induction', () => {
  it('are the tokens after earlier copies', () => {
    // a b c a b: from the second a to the first b, from the second b to c.
    expect(inductionPlaces([1, 2, 3, 1, 2])).toEqual([[], [], [], [1], [2]]);
    expect(inductionPlaces([1, 1, 1])).toEqual([[], [], [1]]);
  });

  it('are those of the definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }), (ids) => {
        const byDefinition = ids.map((id, t) =>
          ids.map((_, s) => s).filter((s) => s > 0 && s < t && ids[s - 1] === id),
        );
        expect(inductionPlaces(ids)).toEqual(byDefinition);
      }),
    );
  });
});

it('takes the rows of one head out of the weights of all, each with the sum one', () => {
  const weights = [1, 0, 0.5, 0.5, 2, 0, 1, 3];
  expect(rowsOfHead(weights, 2, 0)).toEqual([[1], [0.5, 0.5]]);
  expect(rowsOfHead(Float32Array.from(weights), 2, 1)).toEqual([[1], [0.25, 0.75]]);
  expect(() => rowsOfHead(weights, 2, 2)).toThrow(RangeError);
  expect(() => rowsOfHead(weights, 3, 0)).toThrow(RangeError);
});

it('adds what one head adds: the matrix with the columns of the others zero, times the row', () => {
  const out = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
  const added = throughHead([1, -1, 2, 0.5, 0, 0, 1, 1], out, 1, 2);
  closeAll(added[0], [3 * 2 + 4 * 0.5, 7 * 2 + 8 * 0.5, 11 * 2 + 12 * 0.5, 15 * 2 + 16 * 0.5]);
  closeAll(added[1], [7, 15, 23, 31]);
  expect(() => throughHead([1, 2], out, 0, 2)).toThrow(RangeError);
  expect(() => throughHead([1, 2, 3, 4], out, 0, 3)).toThrow(RangeError);
});

it('says how large a part is beside the whole', () => {
  close(relativeSize([[3, 4], [0, 0]], [[6, 8], [1, 0]]), 0.25); // prettier-ignore
  expect(() => relativeSize([[1]], [[0]])).toThrow(RangeError);
});
