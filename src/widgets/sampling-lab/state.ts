import type { Engine, Signal, Tokens } from '#contract/engine.ts';
import { roundNats, type Reading } from '#contract/reading.ts';
import { placesOf } from '#sim/tokenizer.ts';
import { shape, type Shaped, type Shaping } from '#theory/language-models/truncation.ts';
import type { Asked } from './parameters.ts';

/** Everything that the model expects after the prompt, from likely to unlikely, as plain data. Nats. */
export interface Prediction {
  readonly logProbabilities: readonly number[];
  /** The texts of the likeliest of them. */
  readonly names: readonly string[];
}

/** One continuation, as far as it is drawn. By token, in nats. */
export interface Continuation extends Pick<Reading, 'text' | 'starts' | 'ends' | 'ids' | 'surprisal'> {
  /** Of the untouched predictions before each token. */
  readonly entropy: readonly number[];
  /** ln of what the token had in the distribution that it was drawn from. */
  readonly drawnWith: readonly number[];
}

/** What the prompt itself costs: the loss on a text that nobody sampled. By token, in nats. */
export interface Loss extends Pick<Reading, 'starts' | 'ends'> {
  readonly model: readonly number[];
  /** Under the reshaped predictions; `cut` where the token would have been cut, and the cost is infinite. */
  readonly shaped: readonly number[];
}
export const cut = -1;

export interface SamplingLab {
  /** The prompt that all of this is about. */
  readonly prompt: string;
  readonly prediction?: Prediction;
  readonly loss?: Loss;
  readonly continuations: readonly Continuation[];
  /** The settings that the continuations are of, and whether they are all drawn. */
  readonly drawnFor: string;
  readonly complete: boolean;
}

export const nothing = (prompt: string): SamplingLab => ({
  prompt,
  continuations: [],
  drawnFor: '',
  complete: false,
});

const mostNames = 64;
/** Log-probabilities as a page carries them: ten times as fine as other amounts, because sums over all of them are shown. */
const rounded = (nats: number) => Math.round(nats * 1e5) / 1e5;

export const shapingOf = ({ temperature, topK, topP, minP }: Asked): Shaping => ({ temperature, topK, topP, minP });
const settingsOf = (asked: Asked) =>
  JSON.stringify([...Object.values(shapingOf(asked)), asked.count, asked.length, asked.seed]);

let latest: { of: Prediction; settings: string; shaped: Shaped } | undefined;

/** The prediction reshaped. Outcomes are ranks: 0 the likeliest. Undefined as long as there is no prediction. */
export function shapedOf({ prediction }: SamplingLab, asked: Asked): Shaped | undefined {
  if (!prediction) return undefined;
  const shaping = shapingOf(asked);
  const settings = JSON.stringify(shaping);
  if (latest?.of !== prediction || latest.settings !== settings)
    latest = { of: prediction, settings, shaped: shape(prediction.logProbabilities, shaping) };
  return latest.shaped;
}

/** Whether the continuations are those of these settings, all of them. */
export const isSettled = (lab: SamplingLab, asked: Asked) =>
  lab.complete && lab.prompt === asked.prompt && lab.drawnFor === settingsOf(asked);

async function predictionOf(engine: Engine, logProbabilities: Float64Array): Promise<Prediction> {
  const order = Array.from(logProbabilities.keys()).sort((a, b) => logProbabilities[b] - logProbabilities[a] || a - b);
  const names = await Promise.all(order.slice(0, mostNames).map((id) => engine.tokenText(id)));
  return { logProbabilities: order.map((id) => rounded(logProbabilities[id])), names };
}

/** The predictions before the tokens of the latest prompt: asked for once, since every move of a handle uses them again. */
const predictionsOf = new WeakMap<Engine, { prompt: string; all: Float64Array[] }>();

async function lossOf(asked: Asked, tokens: Tokens, engine: Engine, signal: Signal): Promise<Loss> {
  let known = predictionsOf.get(engine);
  if (known?.prompt !== asked.prompt) predictionsOf.set(engine, (known = { prompt: asked.prompt, all: [] }));
  const [model, shaped]: [number[], number[]] = [[], []];
  for (const [t, id] of tokens.ids.entries()) {
    known.all[t] ??= (await engine.distribution(asked.prompt, t, signal)).logProbabilities;
    if (signal.aborted) break;
    const { logModel, logProbabilities } = shape(known.all[t], shapingOf(asked));
    model.push(roundNats(-logModel[id]));
    shaped.push(logProbabilities[id] === -Infinity ? cut : roundNats(Math.abs(logProbabilities[id])));
  }
  return { starts: [...tokens.starts], ends: [...tokens.ends], model, shaped };
}

/** Continuations that grow: what may be shown of them. */
async function* drawOn(asked: Asked, engine: Engine, signal: Signal): AsyncGenerator<Continuation[]> {
  const { prompt, count, length, seed } = asked;
  const growing = Array.from({ length: count }, () => ({
    bytes: [] as Uint8Array[],
    ids: [] as number[],
    surprisal: [] as number[],
    entropy: [] as number[],
    drawnWith: [] as number[],
  }));
  const snapshot = () =>
    growing.map(({ bytes, ids, surprisal, entropy, drawnWith }) => ({
      ...placesOf(bytes),
      ids: [...ids],
      surprisal: [...surprisal],
      entropy: [...entropy],
      drawnWith: [...drawnWith],
    }));
  const options = { ...shapingOf(asked), count, length, seed, signal };
  for await (const drawn of engine.continuations(prompt, options)) {
    if (signal.aborted) return;
    const continuation = growing[drawn.continuation];
    continuation.bytes.push(drawn.bytes);
    continuation.ids.push(drawn.token);
    continuation.surprisal.push(roundNats(drawn.surprisal));
    continuation.entropy.push(roundNats(drawn.entropy));
    continuation.drawnWith.push(roundNats(drawn.logProbability));
    // All of them have grown by one token.
    if (drawn.continuation === count - 1) yield snapshot();
  }
}

interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: SamplingLab;
}

/** The prediction first, then what the prompt cost, then the continuations, all at once and token by token. */
export async function* sample(asked: Asked, { engine, signal, previous }: Context): AsyncGenerator<SamplingLab> {
  if (previous && isSettled(previous, asked) && previous.loss) return;
  const { prompt } = asked;
  let lab = previous?.prompt === prompt ? previous : nothing(prompt);
  const tokens = await engine.tokens(prompt);
  if (signal.aborted) return;
  if (!lab.prediction) {
    const { logProbabilities } = await engine.distribution(prompt, tokens.ids.length, signal);
    lab = { ...lab, prediction: await predictionOf(engine, logProbabilities) };
    if (signal.aborted) return;
    yield lab;
  }
  lab = { ...lab, loss: await lossOf(asked, tokens, engine, signal) };
  if (signal.aborted) return;
  yield lab;
  const drawnFor = settingsOf(asked);
  for await (const continuations of drawOn(asked, engine, signal)) {
    lab = { ...lab, continuations, drawnFor, complete: continuations[0].ids.length === asked.length };
    yield lab;
  }
}
