import { assertDistribution } from '#theory/measures/distribution.ts';
import { assertFunction, assertList, assertObject, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { drawCounts, drawOrder } from './draw-pairs.ts';
import type { Uniform } from './random.ts';

/** Patients, one entry each. Bit k of `marks` says whether marker k is there; `ends` is 2 · treatment + outcome, each 0 or 1. */
export interface Trial {
  readonly marks: readonly number[];
  readonly ends: readonly number[];
}

const MOST_MARKERS = 16;

/**
 * A trial of n patients. `law` has 2^(markers + 2) entries: at 4 · marks + 2 · treatment + outcome the chance of a patient with these
 * markers, marker 0 being the lowest bit of marks. To them come `noise` markers, fair coins of which nothing depends. Patients come in
 * no particular order of their markers and ends; all that is made of a trial depends on counts alone.
 */
export function drawTrial(law: readonly number[], markers: number, noise: number, n: number, next: Uniform): Trial {
  assertDistribution(law, 'law');
  assertWholeNumber(markers, 'markers', 0, MOST_MARKERS);
  assertWholeNumber(noise, 'noise', 0, MOST_MARKERS);
  if (law.length !== 2 ** (markers + 2)) refuse('law', `have ${2 ** (markers + 2)} entries`, law.length);
  const counts = drawCounts(law, n, next);
  const cells = counts.flatMap((count, cell) => Array<number>(count).fill(cell));
  return {
    marks: cells.map((cell) => (cell >> 2) + (Math.floor(next() * 2 ** noise) << markers)),
    ends: cells.map((cell) => cell & 3),
  };
}

function assertTrial(trial: Trial): void {
  assertObject(trial, 'trial');
  const { marks, ends } = trial;
  assertList(marks, 'marks');
  assertList(ends, 'ends');
  // Names are made only for what is refused: a figure draws a hundred thousand patients in a frame.
  const most = 2 ** (2 * MOST_MARKERS) - 1;
  for (let i = 0; i < marks.length; i++)
    if (!(Number.isInteger(marks[i]) && marks[i] >= 0 && marks[i] <= most)) assertWholeNumber(marks[i], `marks[${i}]`, 0, most); // prettier-ignore
  for (let i = 0; i < ends.length; i++)
    if (!(Number.isInteger(ends[i]) && ends[i] >= 0 && ends[i] <= 3)) assertWholeNumber(ends[i], `ends[${i}]`, 0, 3);
  if (marks.length !== ends.length) refuse('ends', `have ${marks.length} entries like marks`, ends.length);
}

/** The same patients with the markers dealt out anew among them: what is found in it is chance. Fisher 1935. */
export function shuffledTrial(trial: Trial, next: Uniform): Trial {
  assertTrial(trial);
  assertFunction(next, 'next');
  return { marks: drawOrder(trial.marks.length, next).map((i) => trial.marks[i]), ends: trial.ends };
}

/** counts[k][m][y][t]: how many patients have value m of marker k, outcome y and treatment t. */
export function countsOfTrial(trial: Trial, markers: number): number[][][][] {
  assertTrial(trial);
  assertWholeNumber(markers, 'markers', 0, 2 * MOST_MARKERS);
  const flat = new Int32Array(8 * markers);
  const { marks, ends } = trial;
  for (let i = 0; i < marks.length; i++)
    for (let k = 0; k < markers; k++) flat[8 * k + 4 * ((marks[i] >>> k) & 1) + ends[i]]++;
  return Array.from({ length: markers }, (_, k) =>
    [0, 1].map((m) => [0, 1].map((y) => [0, 1].map((t) => flat[8 * k + 4 * m + 2 * t + y]))),
  );
}
