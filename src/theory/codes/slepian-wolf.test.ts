import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointTable, probability } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { jointEntropy, marginalX, marginalY, transpose } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { inRegion, rateShortfall, slepianWolfRegion } from './slepian-wolf.ts';
import {
  decodeWithSideInformation,
  hammingParityCheck,
  jointOfNearbyWords,
  repetitionParityCheck,
  syndrome,
  wordOf,
} from './syndrome-code.ts';

const codes = [
  { name: 'repetition', parityCheck: repetitionParityCheck },
  { name: 'Hamming (7,4)', parityCheck: hammingParityCheck },
];

/** All words that differ from x in at most one place, x itself first. */
const nearby = (x: readonly number[]) => [[...x], ...x.map((_, i) => x.map((bit, j) => (i === j ? 1 - bit : bit)))];

const allWords = (length: number) => Array.from({ length: 2 ** length }, (_, n) => wordOf(n, length));

describe('slepianWolfRegion', () => {
  it('saves the mutual information against sending both in full', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const { leastX, leastY, leastSum } = slepianWolfRegion(p);
        const apart = entropy(marginalX(p)) + entropy(marginalY(p));
        close(apart - leastSum, mutualInformation(p), 1e-9);
        close(leastSum - leastX - leastY, mutualInformation(p), 1e-9);
      }),
    );
  });

  it('has corners where one word is sent in full and no rate is wasted', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const region = slepianWolfRegion(p);
        for (const corner of region.corners) {
          close(corner.rateX + corner.rateY, jointEntropy(p));
          expect(inRegion(corner, region)).toBe(true);
        }
        close(region.corners[0].rateY, entropy(marginalY(p)));
        close(region.corners[1].rateX, entropy(marginalX(p)));
      }),
    );
  });

  it('contains the whole edge between its corners and nothing below it', () => {
    fc.assert(
      fc.property(jointTable, probability, (p, share) => {
        const region = slepianWolfRegion(p);
        const [a, b] = region.corners;
        const rateX = share * a.rateX + (1 - share) * b.rateX;
        const rateY = share * a.rateY + (1 - share) * b.rateY;
        expect(inRegion({ rateX, rateY }, region)).toBe(true);
        expect(inRegion({ rateX: rateX + 1, rateY: rateY + 2 }, region)).toBe(true);
        if (rateX > 1e-6) {
          expect(inRegion({ rateX: rateX - 1e-6, rateY }, region)).toBe(false);
          close(rateShortfall({ rateX: rateX - 1e-6, rateY }, region).sum, 1e-6, 1e-5);
        }
      }),
    );
  });

  it('is mirrored when the words change places', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const [here, there] = [slepianWolfRegion(p), slepianWolfRegion(transpose(p))];
        close(here.leastX, there.leastY);
        close(here.corners[0].rateX, there.corners[1].rateY);
      }),
    );
  });
});

describe('rateShortfall', () => {
  const region = slepianWolfRegion(jointOfNearbyWords(3));

  it('says by how much each bound is missed', () => {
    close(region.leastX, 2 * Math.LN2);
    close(region.leastSum, 5 * Math.LN2);
    const { x, y, sum } = rateShortfall({ rateX: Math.LN2, rateY: 3 * Math.LN2 }, region);
    close(x, Math.LN2);
    expect(y).toBe(0);
    close(sum, Math.LN2);
  });

  it('knows that each rate may suffice while their sum does not', () => {
    const shortfall = rateShortfall({ rateX: 2 * Math.LN2, rateY: 2 * Math.LN2 }, region);
    expect([shortfall.x, shortfall.y]).toEqual([0, 0]);
    close(shortfall.sum, Math.LN2);
  });

  it('rejects rates below 0', () => {
    expect(() => rateShortfall({ rateX: -1, rateY: 0 }, region)).toThrow(
      new RangeError('rateX must be at least 0, got -1'),
    );
    expect(() => inRegion({ rateX: 0, rateY: NaN }, region)).toThrow(
      new RangeError('rateY must be at least 0, got NaN'),
    );
  });
});

describe.each(codes)('syndrome coding with the $name code', ({ parityCheck }) => {
  const length = parityCheck[0].length;

  it('recovers every word from its syndrome and every word within one place of it', () => {
    for (const x of allWords(length)) {
      for (const y of nearby(x)) expect(decodeWithSideInformation(syndrome(x, parityCheck), y, parityCheck)).toEqual(x);
    }
  });

  it('needs exactly H(X|Y): as many syndromes as there are words within one place', () => {
    const syndromes = new Set(allWords(length).map((x) => syndrome(x, parityCheck).join('')));
    expect(syndromes.size).toBe(length + 1);
    const { leastX } = slepianWolfRegion(jointOfNearbyWords(length));
    close(leastX, parityCheck.length * Math.LN2);
  });

  it('splits all words into cosets of equal size whose members are at least three places apart', () => {
    const cosets = new Map<string, number[][]>();
    for (const x of allWords(length)) {
      const key = syndrome(x, parityCheck).join('');
      cosets.set(key, [...(cosets.get(key) ?? []), x]);
    }
    for (const coset of cosets.values()) {
      expect(coset).toHaveLength(2 ** (length - parityCheck.length));
      for (const a of coset) {
        for (const b of coset) if (a !== b) expect(a.filter((bit, i) => bit !== b[i]).length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('errs for a pair that is two places apart', () => {
    const x = wordOf(0, length);
    const y = x.map((_, i) => (i < 2 ? 1 : 0));
    expect(decodeWithSideInformation(syndrome(x, parityCheck), y, parityCheck)).not.toEqual(x);
  });

  it('fails as often as the reference says when every place differs with probability p', () => {
    const key = length === 3 ? 'rep3_block_error' : 'hamming74_block_error';
    for (const { input, expected } of oracleCases('03_channels', 'simple_codes_on_BSC')) {
      const x = wordOf(5, length);
      const sent = syndrome(x, parityCheck);
      const failure = allWords(length).reduce((sum, flips) => {
        const y = x.map((bit, i) => bit ^ flips[i]);
        const decoded = decodeWithSideInformation(sent, y, parityCheck);
        const count = flips.filter((bit) => bit === 1).length;
        const right = decoded.every((bit, i) => bit === x[i]);
        return right ? sum : sum + input.p ** count * (1 - input.p) ** (length - count);
      }, 0);
      close(failure, expected[key]);
    }
  });
});

describe('syndrome', () => {
  it('is 00 for 000 and 111, and names the odd place out', () => {
    expect(syndrome([1, 1, 1], repetitionParityCheck)).toEqual([0, 0]);
    expect(syndrome([1, 0, 0], repetitionParityCheck)).toEqual([1, 1]);
    expect(syndrome([0, 1, 0], repetitionParityCheck)).toEqual([1, 0]);
    expect(syndrome([1, 1, 0], repetitionParityCheck)).toEqual([0, 1]);
  });

  it('of a Hamming word with one 1 is the number of its place', () => {
    expect(syndrome([0, 0, 0, 0, 0, 1, 0], hammingParityCheck)).toEqual([0, 1, 1]);
  });

  it('rejects words of the wrong length and places other than 0 and 1', () => {
    expect(() => syndrome([1, 0], repetitionParityCheck)).toThrow(new RangeError('word must have 3 places, got 2'));
    expect(() => syndrome([1, 0, 2], repetitionParityCheck)).toThrow(new RangeError('word[2] must be 0 or 1, got 2'));
    expect(() => decodeWithSideInformation([1], [0, 0, 0], repetitionParityCheck)).toThrow(
      new RangeError('sent must have 2 places, got 1'),
    );
  });

  it('that no single flip explains is an error', () => {
    const checkOfTwoPlaces = [
      [1, 0],
      [0, 1],
    ];
    expect(() => decodeWithSideInformation([1, 1], [0, 0], checkOfTwoPlaces)).toThrow(
      new RangeError('sent must be the syndrome of a word within one place of the side information, got 1,1'),
    );
  });
});

describe('wordOf and jointOfNearbyWords', () => {
  it('write numbers in binary, highest place first', () => {
    expect(wordOf(6, 3)).toEqual([1, 1, 0]);
    expect(() => wordOf(8, 3)).toThrow(new RangeError('number must be a whole number from 0 to 7, got 8'));
  });

  it('give each word as much probability as each other, and each of its neighbors an equal share', () => {
    for (const length of [1, 3, 7]) {
      const p = jointOfNearbyWords(length);
      close(entropy(marginalX(p)), length * Math.LN2);
      close(entropy(marginalY(p)), length * Math.LN2);
      close(slepianWolfRegion(p).leastY, Math.log(length + 1));
      const words = allWords(length);
      p.forEach((row, x) =>
        row.forEach((cell, y) => {
          const distance = words[x].filter((bit, i) => bit !== words[y][i]).length;
          expect(cell > 0).toBe(distance <= 1);
        }),
      );
    }
    expect(() => jointOfNearbyWords(9)).toThrow(RangeError);
  });
});
