import { readBets } from '#contract/bets.ts';
import { uniforms } from '#sim/random.ts';
import {
  logScoreParts,
  reliability,
  wilsonInterval,
  type Forecasts,
  type ScoreParts,
} from '#theory/belief/calibration.ts';
import { crossEntropy, surprisal } from '#theory/measures/entropy.ts';
import { questionsOf, readAnswers, type Answer, type Question } from './answers.ts';
import type { Asked } from './parameters.ts';

export const binCount = 5;

/** The hints that the other forecaster gets are right so often; she knows how often. Each is as frequent as the others. */
export const hints = [0.55, 0.65, 0.75, 0.85, 0.95] as const;

/** Forecasts that were scored, in nats. */
export interface Record {
  readonly forecasts: Forecasts;
  /** Cost of each, and the mean after each. */
  readonly costs: readonly number[];
  readonly means: readonly number[];
  readonly mean: number;
  /** Standard error of the mean; 0 for a single forecast, of which it is not known. */
  readonly error: number;
  readonly parts: ScoreParts;
  readonly bins: readonly {
    readonly count: number;
    readonly said: number;
    readonly came: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface Quiz {
  /** The statement that is put now, unless all have been answered. */
  readonly now?: Question;
  readonly answers: readonly Answer[];
  readonly questions: number;
  readonly betCount: number;
  /** The reader’s answers here and bets elsewhere; nothing if there are none. */
  readonly yours?: Record;
  readonly other: Record;
  /** The same hints and statements, said as they are worth. */
  readonly calm: Record;
  /** Expected cost of the other forecaster by her boldness k, and at hers, in nats. */
  readonly curve: readonly (readonly [k: number, nats: number])[];
  readonly expected: number;
  readonly honest: number;
  /** How often the likelier side of a forecast comes true, exactly; that of one who knows nothing is one half. */
  readonly right: number;
}

/** One who should say r says rᵏ/(rᵏ + (1 − r)ᵏ): k times the log-odds. */
export const spoken = (r: number, k: number) => r ** k / (r ** k + (1 - r) ** k);

/** Expected cost of a forecast in nats: the mean cross-entropy over the hints. */
export const expectedCost = (k: number) =>
  hints.reduce((total, r) => total + crossEntropy([r, 1 - r], [spoken(r, k), 1 - spoken(r, k)]), 0) / hints.length;

export function recordOf(forecasts: Forecasts): Record {
  const { confidence, correct } = forecasts;
  const costs = confidence.map((c, i) => surprisal(correct[i] ? c : 1 - c));
  let total = 0;
  const means = costs.map((cost, i) => (total += cost) / (i + 1));
  const n = costs.length;
  const mean = total / n;
  const squares = costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0);
  const bins = reliability(forecasts, binCount).map(({ count, confidence: said, accuracy: came }) => ({
    ...{ count, said, came },
    ...(count > 0 ? wilsonInterval(Math.round(came * count), count) : { low: NaN, high: NaN }),
  }));
  return {
    ...{ forecasts, costs, means, mean, bins },
    error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0,
    parts: logScoreParts(forecasts, binCount),
  };
}

/** Each statement is true or false by a fair coin; a hint says which, and is right with the chance that comes with it. */
function otherForecasts({ boldness, asked, seed }: Asked): Forecasts {
  const next = uniforms(seed, 2);
  const made = Array.from({ length: asked }, () => {
    const r = hints[Math.floor(next() * hints.length)];
    const isTrue = next() < 0.5;
    const saysTrue = next() < r === isTrue;
    return { isTrue, confidence: saysTrue ? spoken(r, boldness) : 1 - spoken(r, boldness) };
  });
  return { confidence: made.map(({ confidence }) => confidence), correct: made.map(({ isTrue }) => isTrue) };
}

const curve = Array.from({ length: 81 }, (_, i) => [i / 20, expectedCost(i / 20)] as const);

export function compute(asked: Asked): Quiz {
  const answers = readAnswers(asked.given);
  const bets = readBets(asked.bets);
  const done = new Set(answers.map(({ number }) => number));
  const questions = questionsOf(asked.seed);
  const forecasts = {
    confidence: [...bets.map(({ confidence }) => confidence), ...answers.map(({ percent }) => percent / 100)],
    correct: [...bets.map(({ came }) => came), ...answers.map(({ isTrue }) => isTrue)],
  };
  return {
    now: questions.find(({ number }) => !done.has(number)),
    ...{ answers, curve, questions: questions.length, betCount: bets.length },
    ...(forecasts.confidence.length > 0 && { yours: recordOf(forecasts) }),
    other: recordOf(otherForecasts(asked)),
    calm: recordOf(otherForecasts({ ...asked, boldness: 1 })),
    expected: expectedCost(asked.boldness),
    honest: expectedCost(1),
    right: asked.boldness > 0 ? hints.reduce((total, r) => total + r, 0) / hints.length : 0.5,
  };
}
