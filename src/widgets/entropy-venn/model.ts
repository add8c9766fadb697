import { circlesForAreas } from '#kit/plot/venn.ts';
import { correlation, distanceCorrelation } from '#theory/measures/dependence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import {
  conditionalEntropyOfXGivenY,
  conditionalEntropyOfYGivenX,
  jointEntropy,
  marginalX,
  marginalY,
  productOfMarginals,
  type JointTable,
} from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

export const xNames = ['x₁', 'x₂', 'x₃'] as const;
export const yNames = ['y₁', 'y₂', 'y₃'] as const;
/** The numbers that rows and columns stand for in the two correlations; entropies need none. */
export const positions = [1, 2, 3];

export interface VennValues {
  /** p(x, y) as painted, before noise. */
  readonly joint: JointTable;
  readonly noise: number;
}

/** With chance `noise`, y is replaced by a fresh draw from p(y). Both margins stay; only the dependence is diluted. */
function withNoise(painted: JointTable, noise: number): number[][] {
  const product = productOfMarginals(painted);
  return painted.map((row, x) => row.map((p, y) => (1 - noise) * p + noise * product[x][y]));
}

/** Everything is that of the table after noise. */
export function compute({ joint, noise }: VennValues) {
  const pxy = withNoise(joint, noise);
  const [px, py] = [marginalX(pxy), marginalY(pxy)];
  const [hx, hy, mutual] = [entropy(px), entropy(py), mutualInformation(pxy)];
  return {
    pxy,
    px,
    py,
    product: productOfMarginals(pxy),
    hx,
    hy,
    hxy: jointEntropy(pxy),
    hxgy: conditionalEntropyOfXGivenY(pxy),
    hygx: conditionalEntropyOfYGivenX(pxy),
    mutual,
    /** Null where X or Y never varies. */
    correlation: correlation(pxy, positions, positions),
    distanceCorrelation: distanceCorrelation(pxy, positions, positions),
    /** Areas in nats. */
    circles: circlesForAreas(hx, hy, mutual),
  };
}

export type VennModel = ReturnType<typeof compute>;
