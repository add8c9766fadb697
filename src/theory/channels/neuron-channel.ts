import { assertFiniteNumber, assertFiniteNumbers, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';
import type { Channel } from './channel.ts';

/** How far beyond ±1 the equal cells reach; the two outer cells hold all the rest. */
const MARGIN = 0.5;

/**
 * The noisy neuron tanh(wx) + σZ with standard normal Z as a channel: one row for each input, the chances that its output is read in each of
 * `cells` cells, equal between −1.5 and 1.5. Throws RangeError unless there are inputs, σ is positive and there are at least two cells.
 */
export function neuronChannel(weight: number, inputs: readonly number[], deviation: number, cells: number): Channel {
  assertFiniteNumber(weight, 'weight');
  assertFiniteNumbers(inputs, 'inputs');
  assertPositive(deviation, 'deviation');
  assertWholeNumber(cells, 'cells', 2, 1e5);
  const reach = 1 + MARGIN;
  const edgeOf = (i: number) => (i === 0 ? -Infinity : i === cells ? Infinity : reach * ((2 * i) / cells - 1));
  return inputs.map((x) => {
    const mean = Math.tanh(weight * x);
    return Array.from({ length: cells }, (_, i) =>
      normalProbability((edgeOf(i) - mean) / deviation, (edgeOf(i + 1) - mean) / deviation),
    );
  });
}
