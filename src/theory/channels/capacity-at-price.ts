import { assertFiniteNumbers, assertLength } from '#theory/numerics/assert.ts';
import { assertPrecision, type Precision } from './blahut-arimoto.ts';
import { assertChannel, type Channel } from './channel.ts';

/** The most that a channel can bring in when its inputs cost something, with its proof: it lies between the two bounds. Nats per use. */
export interface PricedCapacity {
  /** I(X;Y) − E price(X) with this input law: attained. */
  readonly lower: number;
  /** max_x D(W_x‖output) − price(x): no input law brings in more, whatever the iteration did. */
  readonly upper: number;
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly iterations: number;
}

const DEFAULT_PRECISION: Precision = { gap: 1e-9, iterations: 20_000 };

/** An input that has become less likely than this stays there, so that none is ever impossible. */
const LEAST = 1e-280;

/**
 * max over input laws of I(X;Y) − E price(X), where `prices` are in nats, one for each input: the algorithm of Arimoto and Blahut with the
 * price taken off each divergence, p(x) ← p(x) e^(D(W_x‖output) − price(x))/norm. It steps twice as far as theirs as long as this brings
 * more, which the bounds do not depend on. Ends when the bounds meet or the iterations are used up: look at the bounds. Throws RangeError
 * unless the channel is one and its prices are finite. Blahut 1972, section IV.
 */
export function capacityAtPrice(
  channel: Channel,
  prices: readonly number[],
  precision = DEFAULT_PRECISION,
): PricedCapacity {
  assertChannel(channel);
  assertFiniteNumbers(prices, 'prices');
  assertLength(prices, 'prices', channel.length, 'like the rows of channel');
  assertPrecision(precision);
  const [inputs, columns] = [channel.length, channel[0].length];
  const flat = Float64Array.from(channel.flat());
  // D(W_x‖q) = Σ W ln W − Σ W ln q, and the first sum stays.
  const certain = channel.map((row) => row.reduce((total, w) => (w > 0 ? total + w * Math.log(w) : total), 0));
  const [output, logs] = [new Float64Array(columns), new Float64Array(columns)];
  const gains = new Float64Array(inputs);
  let input = new Float64Array(inputs).fill(1 / inputs);
  let previous = -Infinity;
  let step = 2;
  for (let iterations = 0; ; iterations++) {
    output.fill(0);
    for (let x = 0, at = 0; x < inputs; x++) for (let y = 0; y < columns; y++) output[y] += input[x] * flat[at++];
    for (let y = 0; y < columns; y++) logs[y] = output[y] > 0 ? Math.log(output[y]) : 0;
    let [lower, upper] = [0, -Infinity];
    for (let x = 0, at = 0; x < inputs; x++) {
      let gain = certain[x] - prices[x];
      for (let y = 0; y < columns; y++) gain -= flat[at++] * logs[y];
      gains[x] = gain;
      lower += input[x] * gain;
      upper = Math.max(upper, gain);
    }
    if (upper - lower <= precision.gap || iterations >= precision.iterations)
      return { lower, upper, input: [...input], output: [...output], iterations };
    if (lower < previous) step = 1;
    previous = lower;
    const raised = input.map((p, x) => Math.max(LEAST, p * Math.exp(step * (gains[x] - upper))));
    const total = raised.reduce((sum, p) => sum + p, 0);
    input = raised.map((p) => p / total);
  }
}
