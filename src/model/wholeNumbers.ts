/** A matrix as whole numbers of 8 binary digits, row by row, and how much one of them is in each row. */
export interface WholeMatrix {
  readonly numbers: Int8Array;
  readonly steps: Float32Array;
}

/** The largest whole number of a matrix and, as in `assembly/integers.ts`, of inputs. */
const MOST = 127;
export const MOST_OF_INPUT = 16_383;

/** Whether these numbers are whole multiples of the step, as nearly as float32 says it. */
const fits = (row: Float32Array, step: number) =>
  row.every((value) => Math.abs(value / step - Math.floor(value / step + 0.5)) < 1e-4);

/**
 * The rows of w, each in whole steps. A row that is in steps already, as those of a weights file are, stays what it is: its largest number
 * is then m steps, and m is looked for from 127 down. Another one is rounded to steps of a 127th of its largest number.
 */
export function wholeRows(w: Float32Array, inputs: number): WholeMatrix {
  const numbers = new Int8Array(w.length);
  const steps = new Float32Array(w.length / inputs);
  for (let o = 0; o < steps.length; o++) {
    const row = w.subarray(o * inputs, (o + 1) * inputs);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) continue;
    let m = MOST;
    while (m > 1 && !fits(row, largest / m)) m--;
    const step = largest / (m > 1 ? m : MOST);
    steps[o] = step;
    row.forEach((value, k) => (numbers[o * inputs + k] = Math.floor(value / step + 0.5)));
  }
  return { numbers, steps };
}
