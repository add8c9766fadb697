import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threeWayTable } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { partialInformation } from './partial-information.ts';
import { threeWayInformation, type ThreeWayTable } from './trivariate.ts';

const xor = [
  [
    [0.25, 0],
    [0, 0.25],
  ],
  [
    [0, 0.25],
    [0.25, 0],
  ],
];

/** Both bits, copied: z = 2x + y. */
const twoBitCopy = [
  [
    [0.25, 0, 0, 0],
    [0, 0.25, 0, 0],
  ],
  [
    [0, 0, 0.25, 0],
    [0, 0, 0, 0.25],
  ],
];

function exchangeXY(p: ThreeWayTable): ThreeWayTable {
  return p[0].map((_, y) => p.map((slice) => slice[y]));
}

/** I_min of Williams and Beer, once more and directly from the definition: Σ_z p(z) min of Σ_a p(a|z) ln p(z|a)/p(z). */
function minimumSpecificInformation(p: ThreeWayTable): number {
  const zs = p[0][0].map((_, z) => z);
  const total = (match: (x: number, y: number, z: number) => boolean) =>
    p.reduce(
      (a, s, x) => a + s.reduce((b, r, y) => b + r.reduce((c, cell, z) => (match(x, y, z) ? c + cell : c), 0), 0),
      0,
    );
  return zs.reduce((sum, z) => {
    const pz = total((_x, _y, c) => c === z);
    if (pz === 0) return sum;
    const specific = (count: number, isSource: (value: number, x: number, y: number) => boolean) =>
      Array.from({ length: count }, (_, value) => {
        const joint = total((x, y, c) => c === z && isSource(value, x, y));
        const own = total((x, y) => isSource(value, x, y));
        return joint > 0 ? (joint / pz) * Math.log(joint / own / pz) : 0;
      }).reduce((a, b) => a + b, 0);
    const fromX = specific(p.length, (value, x) => x === value);
    const fromY = specific(p[0].length, (value, _x, y) => y === value);
    return sum + pz * Math.min(fromX, fromY);
  }, 0);
}

describe('partialInformation', () => {
  it('splits I(X,Y;Z) into four parts that fit every other measure', () => {
    fc.assert(
      fc.property(threeWayTable, (p) => {
        const { redundancy, uniqueX, uniqueY, synergy } = partialInformation(p);
        const info = threeWayInformation(p);
        close(redundancy + uniqueX + uniqueY + synergy, info.informationPairXYWithZ, 1e-9);
        close(redundancy + uniqueX, info.informationXZ, 1e-9);
        close(redundancy + uniqueY, info.informationYZ, 1e-9);
        close(redundancy - synergy, info.coInformation, 1e-9);
      }),
    );
  });

  it('agrees with the definition of I_min summed directly', () => {
    fc.assert(
      fc.property(threeWayTable, (p) => close(partialInformation(p).redundancy, minimumSpecificInformation(p), 1e-9)),
    );
  });

  it('is symmetric in the sources', () => {
    fc.assert(
      fc.property(threeWayTable, (p) => {
        const [here, there] = [partialInformation(p), partialInformation(exchangeXY(p))];
        close(here.redundancy, there.redundancy);
        close(here.uniqueX, there.uniqueY);
        close(here.synergy, there.synergy);
      }),
    );
  });

  it('calls XOR pure synergy and three copies of a bit pure redundancy', () => {
    expect(partialInformation(xor)).toEqual({ redundancy: 0, uniqueX: 0, uniqueY: 0, synergy: Math.LN2 });
    const copies = [
      [
        [0.5, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0.5],
      ],
    ];
    expect(partialInformation(copies)).toEqual({ redundancy: Math.LN2, uniqueX: 0, uniqueY: 0, synergy: 0 });
  });

  it('gives a source that is ignored nothing', () => {
    const copyOfX = [
      [
        [0.25, 0],
        [0.25, 0],
      ],
      [
        [0, 0.25],
        [0, 0.25],
      ],
    ];
    expect(partialInformation(copyOfX)).toEqual({ redundancy: 0, uniqueX: Math.LN2, uniqueY: 0, synergy: 0 });
  });

  it('finds half a bit of synergy in AND', () => {
    const and = [
      [
        [0.25, 0],
        [0.25, 0],
      ],
      [
        [0.25, 0],
        [0, 0.25],
      ],
    ];
    const { redundancy, uniqueX, uniqueY, synergy } = partialInformation(and);
    closeInBits(redundancy, 0.75 * Math.log2(4 / 3));
    expect([uniqueX, uniqueY]).toEqual([0, 0]);
    closeInBits(synergy, 0.5);
  });

  it('has the disputed property: one bit redundant in a copy of two independent bits', () => {
    const { redundancy, synergy } = partialInformation(twoBitCopy);
    close(redundancy, Math.LN2);
    close(synergy, Math.LN2);
    close(threeWayInformation(twoBitCopy).informationXY, 0);
  });
});
