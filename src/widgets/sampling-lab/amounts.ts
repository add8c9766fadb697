import { per } from '#contract/reading.ts';
import { renyiEntropy } from '#theory/measures/entropy-family.ts';
import type { Shaped } from '#theory/language-models/truncation.ts';
import { cut, shapedOf, type SamplingLab } from './state.ts';
import type { Asked } from './parameters.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]) => per(total(values), values.length);

/** Over all drawn tokens of all continuations. Nats per token. */
export interface Drawn {
  readonly tokens: number;
  /** Mean surprisal under the untouched model, and the mean of the entropies that it had before the same tokens. */
  readonly surprisal: number;
  readonly entropy: number;
  /** Of the first tokens alone. */
  readonly first: number;
  /** How many of the continuations differ from each other. */
  readonly distinct: number;
}

export function drawnOf({ continuations }: SamplingLab): Drawn {
  const surprisals = continuations.flatMap(({ surprisal }) => surprisal);
  return {
    tokens: surprisals.length,
    surprisal: mean(surprisals),
    entropy: mean(continuations.flatMap(({ entropy }) => entropy)),
    first: mean(continuations.flatMap(({ surprisal }) => surprisal.slice(0, 1))),
    distinct: new Set(continuations.map(({ ids }) => ids.join())).size,
  };
}

/** The standard deviation of the surprisal of a single draw for the next token, in nats: √(Σ s (ln p)² − (Σ s ln p)²). */
export function spreadOf(lab: SamplingLab, asked: Asked): number {
  const shaped = shapedOf(lab, asked);
  if (!shaped) return 0;
  let square = 0;
  for (let i = 0; i < shaped.kept; i++) {
    const rank = shaped.order[i];
    square += Math.exp(shaped.logProbabilities[rank]) * shaped.logModel[rank] ** 2;
  }
  return Math.sqrt(Math.max(0, square - shaped.crossEntropy ** 2));
}

/** What the prompt costs per token, in nats: for the model, and if the reshaped predictions were its model. */
export interface PromptLoss {
  readonly tokens: number;
  readonly model: number;
  /** Infinite if a token of the prompt would have been cut. */
  readonly shaped: number;
  /** The places of those tokens. */
  readonly cut: readonly number[];
}

export function promptLossOf({ loss }: SamplingLab): PromptLoss {
  const { model, shaped } = loss ?? { model: [], shaped: [] };
  const places = shaped.flatMap((nats, t) => (nats === cut ? [t] : []));
  return {
    tokens: model.length,
    model: mean(model),
    shaped: places.length > 0 ? Infinity : mean(shaped),
    cut: places,
  };
}

/**
 * Where a temperature turns from lowering to raising, before anything is cut: q^(1/T)/Σ q^(1/T) > q means ln q > −H_a(q) with a = 1/T if T < 1, and
 * ln q < −H_a(q) if T > 1, H_a being the Rényi entropy. The limit at T = 1 is e^−H(q), at T = 0 the probability of the likeliest.
 */
export const turnOfTemperature = ({ logModel }: Shaped, { temperature }: Asked): number =>
  Math.exp(-renyiEntropy(Float64Array.from(logModel, Math.exp), 1 / temperature));
