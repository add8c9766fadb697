import { sum } from './distribution.ts';
import { transpose, type JointTable } from './joint.ts';
import { mutualInformationByCell } from './mutual-information.ts';
import { marginalXZ, marginalYZ, pairXYAgainstZ, type ThreeWayTable } from './trivariate.ts';

/** How two sources X and Y tell about a target Z, in nats: the four parts add up to I(X,Y;Z), and none is negative. */
export interface PartialInformation {
  /** What either source alone would tell. */
  readonly redundancy: number;
  readonly uniqueX: number;
  readonly uniqueY: number;
  /** What only the two together tell. */
  readonly synergy: number;
}

/** p(z) D(p(x|z)‖p(x)) for each z, in nats, from the table p(x, z): the terms of I(X;Z), outcome by outcome. */
function informationAboutEachZ(joint: JointTable): number[] {
  return transpose(mutualInformationByCell(joint)).map(sum);
}

/**
 * Partial information decomposition with the redundancy I_min of Williams and Beer (2010):
 *   R = Σ_z p(z) min{ D(p(x|z)‖p(x)), D(p(y|z)‖p(y)) }, the lesser of what X and what Y tell about each outcome z;
 *   R + U_X = I(X;Z),  R + U_Y = I(Y;Z),  R + U_X + U_Y + S = I(X,Y;Z),
 * from which co-information = R − S. It says how much of the one number I(X;Y) − I(X;Y|Z) is overlap and how much
 * teamwork.
 *
 * The identities hold for any choice of R, and the choice is disputed: I_min compares amounts, not contents. If Z is
 * a copy of two independent bits X and Y, it calls one bit redundant although the sources have nothing in common
 * (Harder, Salge and Polani 2013; Bertschinger and others 2014). A reader must be told which definition the numbers
 * follow.
 */
export function partialInformation(p: ThreeWayTable): PartialInformation {
  const fromX = informationAboutEachZ(marginalXZ(p));
  const fromY = informationAboutEachZ(marginalYZ(p));
  const fromBoth = informationAboutEachZ(pairXYAgainstZ(p));
  // Outcome by outcome each part is at least 0; what is below is rounding.
  const total = (part: (x: number, y: number, both: number) => number) =>
    sum(fromX.map((x, z) => Math.max(0, part(x, fromY[z], fromBoth[z]))));
  return {
    redundancy: total((x, y) => Math.min(x, y)),
    uniqueX: total((x, y) => x - y),
    uniqueY: total((x, y) => y - x),
    synergy: total((x, y, both) => both - Math.max(x, y)),
  };
}
