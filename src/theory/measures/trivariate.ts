import { assertEach, assertList, refuse } from '#theory/numerics/assert.ts';
import { entropy } from './entropy.ts';
import { assertJointTable, jointEntropy, marginalX, marginalY, type JointTable } from './joint.ts';
import { informationOfTable, mutualInformation } from './mutual-information.ts';
import { sum } from './distribution.ts';

/** A joint distribution p(x, y, z): table[x][y][z]. */
export type ThreeWayTable = readonly JointTable[];

/** Throws RangeError unless all slices have one shape, entries are finite and at least 0, and the sum is 1 up to 1e-9. */
export function assertThreeWayTable(p: ThreeWayTable, name = 'p'): void {
  assertList(p, name);
  if (p.length === 0) refuse(name, 'have at least one slice', []);
  assertEach(p, name, (slice, sliceName) => {
    assertList(slice, sliceName);
    if (slice.length !== p[0].length) refuse(sliceName, `have ${p[0].length} rows like the first slice`, slice.length);
  });
  // With equally many rows per slice the table is a joint table of the pair (X, Y) and Z.
  assertJointTable(p.flat(), name);
}

/** The pair (X, Y) against Z: one row for each pair. */
export function pairXYAgainstZ(p: ThreeWayTable): JointTable {
  assertThreeWayTable(p);
  return p.flat();
}

/** p(x, y) = Σ_z p(x, y, z). */
export function marginalXY(p: ThreeWayTable): number[][] {
  assertThreeWayTable(p);
  return p.map((slice) => slice.map(sum));
}

/** p(x, z) = Σ_y p(x, y, z). */
export function marginalXZ(p: ThreeWayTable): number[][] {
  assertThreeWayTable(p);
  return p.map((slice) => slice[0].map((_, z) => sum(slice.map((row) => row[z]))));
}

/** p(y, z) = Σ_x p(x, y, z). */
export function marginalYZ(p: ThreeWayTable): number[][] {
  assertThreeWayTable(p);
  return p[0].map((row, y) => row.map((_, z) => sum(p.map((slice) => slice[y][z]))));
}

/** The table with its first and last variable exchanged: q[z][y][x] = p[x][y][z]. */
function exchangeXZ(p: ThreeWayTable): number[][][] {
  return p[0][0].map((_, z) => p[0].map((_row, y) => p.map((slice) => slice[y][z])));
}

/** The table with its last two variables exchanged: q[x][z][y] = p[x][y][z]. */
function exchangeYZ(p: ThreeWayTable): number[][][] {
  return p.map((slice) => slice[0].map((_, z) => slice.map((row) => row[z])));
}

/**
 * Conditional mutual information I(X;Y|Z) = Σ p(x, y, z) ln p(x, y, z) p(z)/(p(x, z) p(y, z)), in nats: what X and Y
 * share once Z is known, value by value of Z. It may be larger or smaller than I(X;Y); it is never negative.
 */
export function conditionalMutualInformation(p: ThreeWayTable): number {
  assertThreeWayTable(p);
  return sum(p[0][0].map((_, z) => informationOfTable(p.map((slice) => slice.map((row) => row[z])))));
}

/** Every information measure of three variables, in nats. */
export interface ThreeWayInformation {
  readonly entropyX: number;
  readonly entropyY: number;
  readonly entropyZ: number;
  readonly entropyXY: number;
  readonly entropyXZ: number;
  readonly entropyYZ: number;
  readonly entropyXYZ: number;
  readonly informationXY: number;
  readonly informationXZ: number;
  readonly informationYZ: number;
  readonly informationXYGivenZ: number;
  readonly informationXZGivenY: number;
  readonly informationYZGivenX: number;
  /** I(X,Y;Z): what the pair tells about Z. */
  readonly informationPairXYWithZ: number;
  /**
   * I(X;Y) − I(X;Y|Z), the center of the three-set picture, the same for every order of the variables: negative for
   * XOR.
   */
  readonly coInformation: number;
  /** H(X) + H(Y) + H(Z) − H(X,Y,Z) ≥ 0. Watanabe 1960. */
  readonly totalCorrelation: number;
  /** H(X,Y,Z) − H(X|Y,Z) − H(Y|X,Z) − H(Z|X,Y) ≥ 0. Han 1978. */
  readonly dualTotalCorrelation: number;
}

/** All of ThreeWayInformation for p(x, y, z). Throws RangeError unless p is a joint distribution. McGill 1954. */
export function threeWayInformation(p: ThreeWayTable): ThreeWayInformation {
  const [xy, xz, yz] = [marginalXY(p), marginalXZ(p), marginalYZ(p)];
  const informationXY = mutualInformation(xy);
  const informationXYGivenZ = conditionalMutualInformation(p);
  const informationPairXYWithZ = mutualInformation(pairXYAgainstZ(p));
  return {
    entropyX: entropy(marginalX(xy)),
    entropyY: entropy(marginalX(yz)),
    entropyZ: entropy(marginalY(yz)),
    entropyXY: jointEntropy(xy),
    entropyXZ: jointEntropy(xz),
    entropyYZ: jointEntropy(yz),
    entropyXYZ: entropy(p.flat(2)),
    informationXY,
    informationXZ: mutualInformation(xz),
    informationYZ: mutualInformation(yz),
    informationXYGivenZ,
    informationXZGivenY: conditionalMutualInformation(exchangeYZ(p)),
    informationYZGivenX: conditionalMutualInformation(exchangeXZ(p)),
    informationPairXYWithZ,
    coInformation: informationXY - informationXYGivenZ,
    // By the chain rule both are sums of two informations, which rounding cannot make negative.
    totalCorrelation: informationXY + informationPairXYWithZ,
    dualTotalCorrelation: informationPairXYWithZ + informationXYGivenZ,
  };
}
