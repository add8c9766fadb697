import { assertBetween, assertNotNegative, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { uniforms } from './random.ts';
import { drawNormal } from './samplers.ts';

const MOST_RUNS = 1e5;
const listOf = (runs: number, of: (run: number) => number) => Array.from({ length: runs }, (_, run) => of(run));

/** Test loss less training loss of a Gibbs learner among independent guessers, run by run: see gibbsAmongGuessers. */
export function drawGuesserGaps(
  samples: number,
  guessers: number,
  error: number,
  temperature: number,
  runs: number,
  seed: number,
): number[] {
  assertWholeNumber(samples, 'samples', 1, 1000);
  assertWholeNumber(guessers, 'guessers', 2, 1e6);
  assertBetween(error, 'error', 0, 1);
  assertPositive(temperature, 'temperature');
  assertWholeNumber(runs, 'runs', 1, MOST_RUNS);
  return listOf(runs, (run) => {
    const next = uniforms(seed, 23, run);
    // Gumbel noise on −c/T: its largest is drawn with the Gibbs probabilities.
    let [best, gap] = [-Infinity, 0];
    for (let w = 0; w < guessers; w++) {
      const own = w === 0 ? error : 0.5;
      let errors = 0;
      for (let i = 0; i < samples; i++) if (next() < own) errors++;
      const score = -errors / temperature - Math.log(-Math.log(1 - next()));
      if (score > best) [best, gap] = [score, own - errors / samples];
    }
    return gap;
  });
}

/** The same for the lowest threshold without an error: see lowestThreshold. */
export function drawThresholdGaps(samples: number, places: number, runs: number, seed: number): number[] {
  assertWholeNumber(samples, 'samples', 1, 1000);
  assertWholeNumber(places, 'places', 2, 2 ** 50);
  assertWholeNumber(runs, 'runs', 1, MOST_RUNS);
  return listOf(runs, (run) => {
    const next = uniforms(seed, 29, run);
    let lowest = 0;
    for (let i = 0; i < samples; i++) {
      const place = Math.floor(next() * places);
      if (place < places / 2) lowest = Math.max(lowest, place + 1);
    }
    return 0.5 - lowest / places;
  });
}

/** The same in squared loss for the mean of standard normal samples with noise: see noisyMean. The test loss is the expected one, 1 + W². */
export function drawMeanGaps(samples: number, noise: number, runs: number, seed: number): number[] {
  assertWholeNumber(samples, 'samples', 1, 1000);
  assertNotNegative(noise, 'noise');
  assertWholeNumber(runs, 'runs', 1, MOST_RUNS);
  return listOf(runs, (run) => {
    const next = uniforms(seed, 31, run);
    const drawn = listOf(samples, () => drawNormal(next));
    const w = drawn.reduce((sum, z) => sum + z, 0) / samples + noise * drawNormal(next);
    return 1 + w * w - drawn.reduce((sum, z) => sum + (z - w) ** 2, 0) / samples;
  });
}
