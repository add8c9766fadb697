import { firstOrderInformationBias } from '#theory/estimation/information-estimators.ts';
import { sum } from '#theory/measures/distribution.ts';
import { inBoth, plain } from './weights.ts';

type Counts = readonly (readonly number[])[];

/** Pairs, and rows and columns that came: empty ones have no bias. */
export function sizeOf(counts: Counts) {
  const rows = counts.filter((row) => row.some((count) => count > 0)).length;
  const columns = counts[0].filter((_, y) => counts.some((row) => row[y] > 0)).length;
  return { n: sum(counts.flat()), rows, columns, cells: rows * columns };
}

/** So many pairs a cell are needed before a first-order term means anything. */
const leastPerCell = 5;

/** Why the first-order term of the bias of the information says nothing, if it does not. */
export function tooFewForBias(counts: Counts): string | undefined {
  const { n, cells } = sizeOf(counts);
  return n < leastPerCell * cells
    ? `There are too few pairs for the first-order term: ${plain(n)}, for ${plain(cells)} cells.`
    : undefined;
}

/** A sentence on the bias of the mutual information, if it matters. */
export function fewPairs(counts: Counts): string[] {
  const { n, rows, columns, cells } = sizeOf(counts);
  if (rows < 2 || columns < 2) return [];
  if (tooFewForBias(counts))
    return [
      `Few samples: ${plain(n)} pairs for ${plain(cells)} cells. Independent columns would give an estimate of the information above 0 as well; of so few pairs the first-order term does not tell how far above.`,
    ];
  const bias = firstOrderInformationBias(rows, columns, n);
  return bias > 0.02
    ? [`Few samples: of ${plain(n)} independent pairs the estimate of the information would still be about ${inBoth(bias)} on average.`] // prettier-ignore
    : [];
}
