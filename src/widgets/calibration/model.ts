import { readBets } from '#contract/bets.ts';
import { calibrationErrorByChance, type ByChance } from '#theory/belief/calibration-by-chance.ts';
import { expectedCalibrationError, reliability, wilsonInterval, type Forecasts } from '#theory/belief/calibration.ts';
import { isotonicBlocks, isotonicParts, type Block, type IsotonicParts } from '#theory/belief/isotonic.ts';
import { fitTemperature, logistic } from '#theory/belief/temperature-scaling.ts';
import type { Halves } from './halves.ts';
import { expectedLoss, lossesOf, longRunCurve, longRunError, newCases, remembered, type Cases } from './learned.ts';
import type { Asked } from './parameters.ts';
import { passage } from './passage.ts';
import { prepared } from './prepared.ts';

/** Numbers of bins at which the error is drawn. */
export const binCounts = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50] as const;

export interface Bin {
  readonly count: number;
  readonly said: number;
  readonly came: number;
  readonly low: number;
  readonly high: number;
}

/** Yes-or-no forecasts, looked at in every way that the figure has. */
export interface Looked {
  readonly count: number;
  readonly bins: readonly Bin[];
  readonly blocks: readonly Block[];
  readonly parts: IsotonicParts;
  readonly error: number;
  /** The error that forecasts like these have if each of them is exactly right. */
  readonly chance: ByChance;
}

export interface Calibrated {
  readonly source: Asked['source'];
  /** The temperature of what is shown. */
  readonly at: number;
  /** Nothing if nothing was read. */
  readonly shown?: Looked;
  readonly perBins: readonly { readonly bins: number; readonly error: number; readonly chance: ByChance }[];
  readonly halves?: Halves;
  /** Of the small model: losses on its own examples, the best temperature there; and what holds in the long run. */
  readonly own?: { readonly losses: readonly number[]; readonly best: number };
  readonly run?: {
    readonly curve: readonly (readonly [number, number])[];
    readonly losses: readonly number[];
    readonly loss: number;
    readonly error: number;
  };
  readonly yours?: Looked & { readonly best: number };
  /** Of a text: its tokens in all, and whether its forecasts come from this reading or were prepared. */
  readonly tokens: number;
  readonly isPrepared: boolean;
}

/** A forecast of 1 that fails would cost without end; nobody here says more than this. */
const edge = 1e-12;
const probability = (p: number) => Math.min(1 - edge, Math.max(edge, p));

export function look(forecasts: Forecasts, bins: number): Looked {
  return {
    count: forecasts.confidence.length,
    bins: reliability(forecasts, bins)
      .filter(({ count }) => count > 0)
      .map(({ count, confidence: said, accuracy: came }) => ({
        count,
        said,
        came,
        ...wilsonInterval(Math.round(came * count), count),
      })),
    blocks: isotonicBlocks(forecasts),
    parts: isotonicParts(forecasts),
    error: expectedCalibrationError(forecasts, bins),
    chance: calibrationErrorByChance(forecasts.confidence, bins),
  };
}

export const alongBins = (forecasts: Forecasts) =>
  binCounts.map((bins) => ({
    bins,
    error: expectedCalibrationError(forecasts, bins),
    chance: calibrationErrorByChance(forecasts.confidence, bins),
  }));

const scaled = ({ logits, correct }: Cases, t: number): Forecasts => ({
  confidence: logits.map((logit) => probability(logistic(logit / t))),
  correct,
});

function yoursOf({ bets, bins }: Asked): Calibrated['yours'] {
  const made = readBets(bets);
  if (made.length === 0) return undefined;
  const forecasts = { confidence: made.map(({ confidence }) => confidence), correct: made.map(({ came }) => came) };
  const logits = forecasts.confidence.map((p) => Math.log(p / (1 - p)));
  return { ...look(forecasts, bins), best: fitTemperature(logits, forecasts.correct) };
}

/** All that does not depend on the bins that are set. */
const atTemperature = remembered((examples: string, seed: number, count: number, t: number) => {
  const forecasts = scaled(newCases(examples, seed, count), t);
  return {
    ...{ forecasts, perBins: alongBins(forecasts), loss: expectedLoss(examples, seed, t) },
    ...{ curve: longRunCurve(examples, seed, t), error: longRunError(examples, seed, t) },
  };
});

function ofSmallModel(asked: Asked): Calibrated {
  const { examples, seed, forecasts: count, temperature, bins } = asked;
  const { forecasts, perBins, ...run } = atTemperature(examples, seed, count, temperature);
  const { halves, own, expected } = lossesOf(examples, seed, count);
  return {
    ...{ source: 'learned', at: temperature, tokens: 0, isPrepared: false },
    ...{ shown: look(forecasts, bins), perBins, halves, own, yours: yoursOf(asked), run: { ...run, losses: expected } },
  };
}

/** What is known of a text whose forecasts at this temperature are known. */
export function ofText(
  asked: Asked,
  forecasts: Forecasts,
  rest: Pick<Calibrated, 'at' | 'tokens' | 'isPrepared' | 'halves'>,
): Calibrated {
  const isEmpty = forecasts.confidence.length === 0;
  return {
    ...{ source: 'network', yours: yoursOf(asked), ...rest },
    perBins: isEmpty ? [] : alongBins(forecasts),
    ...(!isEmpty && { shown: look(forecasts, asked.bins) }),
  };
}

/** Of a text of which nothing can be shown: why. */
export const sayNothing = ({ text }: Pick<Asked, 'text'>) =>
  text === '' ? 'There is no text.' : 'Nothing of this text has been read yet.';

/** Without the network: the prepared case at T = 1, or nothing for a text of the reader’s. */
export function compute(asked: Asked): Calibrated {
  if (asked.source === 'learned') return ofSmallModel(asked);
  if (asked.text !== passage)
    return ofText(asked, { confidence: [], correct: [] }, { at: 1, tokens: 0, isPrepared: false });
  const { confidence, correct, ...halves } = prepared;
  return ofText(asked, { confidence, correct }, { ...{ at: 1, tokens: confidence.length, isPrepared: true }, halves });
}
