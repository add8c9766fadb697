import type { Distribution, Engine, Signal } from '#contract/engine.ts';
import { roundNats, type Reading } from '#contract/reading.ts';
import { tokenNames } from '#contract/tokenNames.ts';

/** What the model expected at a position, from likely to unlikely. Logarithms in nats, as plain data. */
export interface Prediction {
  readonly position: number;
  readonly tokens: readonly string[];
  readonly logProbabilities: readonly number[];
  /** Which of them came; −1 if none did yet, or the file does not show it. */
  readonly came: number;
  /** Probability of whatever is not listed; 0 for the model of this page, which lists all of its vocabulary. */
  readonly rest: number;
}

function sorted({ position, logProbabilities }: Distribution, names: readonly string[], came?: number): Prediction {
  const ids = Array.from(logProbabilities.keys()).sort((a, b) => logProbabilities[b] - logProbabilities[a]);
  return {
    position,
    tokens: ids.map((id) => names[id]),
    logProbabilities: ids.map((id) => roundNats(logProbabilities[id])),
    came: came === undefined ? -1 : ids.indexOf(came),
    rest: 0,
  };
}

/** The full distribution before a token of a reading, or after its last one. */
export async function predict(engine: Engine, reading: Reading, position: number, signal: Signal): Promise<Prediction> {
  const [distribution, all] = await Promise.all([
    engine.distribution(reading.text, position, signal),
    tokenNames(engine),
  ]);
  return sorted(distribution, all, reading.ids[position]);
}
