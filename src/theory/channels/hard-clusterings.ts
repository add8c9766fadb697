import { refuse } from '#theory/numerics/assert.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertJointTable, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** A function T of X, up to the names of its values. Information in nats. */
export interface HardClustering {
  /** The value of T for each x: 0 for the first, and each new one is the next whole number. */
  readonly labels: readonly number[];
  /** H(T), which is I(X;T), since X settles T. */
  readonly complexity: number;
  /** I(T;Y). */
  readonly relevance: number;
}

const MOST_ROWS = 8;

/** All ways to put so many things into boxes without names. */
const partitions = (size: number): number[][] =>
  size === 0
    ? [[]]
    : partitions(size - 1).flatMap((labels) =>
        Array.from({ length: Math.max(-1, ...labels) + 2 }, (_, box) => [...labels, box]),
      );

/**
 * All functions of X: as many as Bell’s number, 15 for four values and 203 for six. The deterministic bottleneck, the least H(T) − β I(T;Y) of
 * all T, is among them, since that is concave in the encoder. Throws RangeError for more than 8 rows. Strouse and Schwab 2017.
 */
export function hardClusterings(joint: JointTable): HardClustering[] {
  assertJointTable(joint);
  if (joint.length > MOST_ROWS) refuse('joint', `have at most ${MOST_ROWS} rows`, joint.length);
  return partitions(joint.length).map((labels) => {
    const boxes = Array.from({ length: Math.max(...labels) + 1 }, (_, box) =>
      joint[0].map((_, y) => joint.reduce((sum, row, x) => (labels[x] === box ? sum + row[y] : sum), 0)),
    );
    return {
      labels,
      complexity: entropy(boxes.map((row) => row.reduce((a, b) => a + b))),
      relevance: mutualInformation(boxes),
    };
  });
}
