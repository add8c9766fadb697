/** A matrix as whole numbers of 8 binary digits, row by row, and how much one of them is in each row. */
export interface WholeMatrix {
  readonly numbers: Int8Array;
  readonly steps: Float32Array;
}

/** The largest whole number of a matrix and, as in `assembly/integers.ts`, of inputs. */
const MOST = 127;
export const MOST_OF_INPUT = 16_383;
/** The longest row whose sum of products fits in 32 digits, whatever its numbers are: behind that no order gives the same. */
const longestRow = Math.floor(0x7f_ff_ff_ff / (MOST * MOST_OF_INPUT));

/** The rows of w, each rounded to steps of a 127th of its largest number: those of a weights file have such steps already, and stay what they are. */
export function wholeRows(w: Float32Array, inputs: number): WholeMatrix {
  if (inputs > longestRow)
    throw new RangeError(`Rows must have at most ${longestRow} numbers, and these have ${inputs}`);
  const numbers = new Int8Array(w.length);
  const steps = new Float32Array(w.length / inputs);
  for (let o = 0; o < steps.length; o++) {
    const row = w.subarray(o * inputs, (o + 1) * inputs);
    const step = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST;
    if (step === 0) continue;
    steps[o] = step;
    row.forEach((value, k) => (numbers[o * inputs + k] = Math.floor(value / step + 0.5)));
  }
  return { numbers, steps };
}
