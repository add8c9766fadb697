import { assertEach, assertNotEmpty, assertNotNegative, assertPositive, refuse } from '#theory/numerics/assert.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';
import type { Channel } from './channel.ts';

/** A cell of the reading is this share of the noise’s deviation: what such cells lose is about (1/4)²/24 nats where the noise is small. */
const CELL = 1 / 4;
/** The equal cells reach so many deviations beyond the outermost answers; the two outer ones hold all the rest. */
const REACH = 4;
/** Beyond so many deviations there is less than 2e-19, which is left out. */
const NOTHING_BEYOND = 9;
const MOST_CELLS = 1e4;
/** Up to here e^(−m) is far from the smallest double. */
const MOST_SPIKES = 500;

/**
 * An answer with the same normal noise everywhere, as a channel: one row for each mean answer, the chances that the noisy answer is read
 * in each of the equal cells of a quarter of its standard deviation. Throws RangeError unless there are means, none negative, and the deviation
 * is positive and not ten thousand times smaller than their span.
 */
export function steadyChannel(means: readonly number[], deviation: number): Channel {
  assertMeans(means);
  assertPositive(deviation, 'deviation');
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const cells = Math.ceil((most - least + 2 * REACH * deviation) / (CELL * deviation));
  if (!(cells <= MOST_CELLS))
    refuse('deviation', `be at least ${(most - least) / (CELL * MOST_CELLS)} for these means`, deviation);
  const middle = (least + most) / 2;
  const edges = Array.from({ length: cells + 1 }, (_, i) =>
    i === 0 ? -Infinity : i === cells ? Infinity : middle + (i - cells / 2) * CELL * deviation,
  );
  return means.map((mean) =>
    edges.slice(1).map((edge, i) => {
      const [from, to] = [(edges[i] - mean) / deviation, (edge - mean) / deviation];
      return to < -NOTHING_BEYOND || from > NOTHING_BEYOND ? 0 : normalProbability(from, to);
    }),
  );
}

/**
 * An answer that is a number of spikes, of the Poisson law, as a channel: one row for each mean number, the chances of 0, 1, 2, … spikes;
 * the last column holds all larger numbers. Its variance is its mean, so the noise grows with the answer. Throws RangeError unless there
 * are means, all at least 0 and at most 500.
 */
export function countChannel(means: readonly number[]): Channel {
  assertMeans(means);
  const most = Math.max(...means);
  if (most > MOST_SPIKES) refuse('means', `be at most ${MOST_SPIKES}`, most);
  const last = Math.ceil(most + 8 * Math.sqrt(most) + 12);
  return means.map((mean) => {
    // e^(−m) m^k/k!, up from zero: no mean here is so large that e^(−m) is nothing.
    const row = [Math.exp(-mean)];
    for (let k = 1; k < last; k++) row.push((row[k - 1] * mean) / k);
    const rest = 1 - row.reduce((total, chance) => total + chance, 0);
    return [...row, Math.max(0, rest)];
  });
}

function assertMeans(means: readonly number[]): void {
  assertNotEmpty(means, 'means');
  assertEach(means, 'means', (mean, name) => assertNotNegative(mean, name));
}
