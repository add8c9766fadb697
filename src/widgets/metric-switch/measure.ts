import type { Prediction } from '#contract/training.ts';

/** Both directions of a cycle of three symbols, begun at each of them. */
export const cycles = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
  [0, 2, 1],
  [2, 1, 0],
  [1, 0, 2],
] as const;
/** Symbols that are read before the first that is scored, and how many are scored. */
export const [readBefore, scored] = [63, 60];

/** What one checkpoint makes of the six cycles. Means over all scored symbols of all cycles but for `matches`. */
export interface Checkpoint {
  readonly step: number;
  /** −ln of the probability of the right symbol. */
  readonly loss: number;
  readonly token: number;
  /** How often the right symbol is the likeliest one. */
  readonly choice: number;
  readonly brier: number;
  /** Entry ℓ − 1: ln of the mean probability to write the next ℓ symbols right, all of them. */
  readonly matches: readonly number[];
}

/** The cycle as the network for three symbols reads it: token 3 begins it. */
export const tokensOf = (cycle: readonly number[]) =>
  Uint16Array.from([3, ...Array.from({ length: readBefore + scored - 1 }, (_, t) => cycle[t % 3])]);

/** Scores the predictions of the six cycles, in their order; a vocabulary of four, of which three are symbols. */
export function checkpointOf(step: number, predictions: readonly Prediction[]): Checkpoint {
  const sums = { loss: 0, token: 0, choice: 0, brier: 0 };
  const whole = new Array<number>(scored).fill(0);
  predictions.forEach(({ logProbabilities }, c) => {
    let log = 0;
    for (let i = 0; i < scored; i++) {
      const t = readBefore + i;
      const law = logProbabilities.subarray(4 * t, 4 * t + 4);
      const right = cycles[c][t % 3];
      const p = Math.exp(law[right]);
      sums.loss -= law[right];
      sums.token += p;
      sums.choice += law.every((other, j) => j === right || other < law[right]) ? 1 : 0;
      sums.brier += law.reduce((sum, other, j) => sum + ((j === right ? 1 : 0) - Math.exp(other)) ** 2, 0);
      log += law[right];
      whole[i] += Math.exp(log) / cycles.length;
    }
  });
  const n = scored * predictions.length;
  return {
    step,
    ...{ loss: sums.loss / n, token: sums.token / n, choice: sums.choice / n, brier: sums.brier / n },
    matches: whole.map(Math.log),
  };
}
