/**
 * Continues a text, several times side by side, with the plain transformer. What is drawn comes from the shaped prediction;
 * what it is worth is said by the prediction itself. Token t of continuation i uses the t-th number of the stream (seed, i),
 * whatever the settings, so that two settings differ only in what they do.
 */
import { assertShaping, draw, shape, type Shaping } from '#theory/language-models/truncation.ts';
import { uniforms } from '#sim/random.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import type { Context, PlainTransformer } from './plain.ts';
import { windowOf, windowTokens } from './windows.ts';

export interface Continuing extends Shaping {
  /** How many continuations, and of how many tokens each. */
  readonly count: number;
  readonly length: number;
  readonly seed: number;
}

/** One drawn token. Nats. */
export interface Continued {
  readonly continuation: number;
  readonly token: number;
  /** Under the untouched prediction. */
  readonly surprisal: number;
  /** Of the untouched prediction, before the token was drawn. */
  readonly entropy: number;
  /** Under the shaped prediction that it was drawn from. */
  readonly logProbability: number;
}

/** Rows of a prompt that go through the network in one step. */
const ROWS_AT_ONCE = 32;

/** Throws RangeError unless these continuations can be drawn. */
export function assertContinuing(options: Continuing): void {
  assertShaping(options);
  const { count, length, seed } = options;
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`count must be a whole number from 1, got ${count}`);
  if (!Number.isInteger(length) || length < 0)
    throw new RangeError(`length must be a whole number from 0, got ${length}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be a whole number from 0, got ${seed}`);
}

/** A text that grows, and the keys and values of the window that predicts its next token. */
interface Branch {
  readonly ids: number[];
  readonly context: Context;
  window: number;
}

/** The logits of what follows. Where the text enters a new window (`windows.ts`), the window's tokens are fed again. */
function* logitsAfter(
  transformer: PlainTransformer,
  branch: Branch,
  before: number,
): Generator<undefined, Float32Array> {
  const { ids, context } = branch;
  const longest = transformer.config.context;
  const window = windowOf(ids.length, longest);
  const start = window * (longest / 2);
  const inputs = windowTokens(Uint16Array.from(ids), { start, from: 0, to: ids.length }, before);
  if (window !== branch.window) context.length = 0;
  branch.window = window;
  const last = inputs.length - 1;
  while (context.length < last) {
    transformer.skip(context, inputs.subarray(context.length, Math.min(context.length + ROWS_AT_ONCE, last)));
    yield;
  }
  return transformer.extend(context, inputs.subarray(last));
}

/** The keys and values so far, in memory of its own. */
function copyOf(transformer: PlainTransformer, { ids, context, window }: Branch): Branch {
  const copy = transformer.start();
  const used = context.length * 2 * transformer.config.width;
  copy.keysAndValues.forEach((own, layer) => own.set(context.keysAndValues[layer].subarray(0, used)));
  copy.length = context.length;
  return { ids: [...ids], context: copy, window };
}

/**
 * Draws the first token of every continuation, then the second of every one, and so on. `prompt` holds the tokens of the text,
 * as if `before`, a line break, stood before them; it is read once for all continuations. Yields after every small step; undefined if the
 * step was one of reading. The windows are those of reading, so that a reading of the whole gives every token the same
 * surprisal: when the context is full, its second half is kept. Throws RangeError on settings that mean nothing.
 */
export function* continueText(
  transformer: PlainTransformer,
  prompt: ArrayLike<number>,
  options: Continuing,
  before = LINE_BREAK,
): Generator<Continued | undefined> {
  assertContinuing(options);
  const { count, length, seed } = options;
  const root: Branch = { ids: Array.from(prompt), context: transformer.start(), window: -1 };
  const first = shape(yield* logitsAfter(transformer, root, before), options);
  const streams = Array.from({ length: count }, (_, continuation) => ({
    continuation,
    next: uniforms(seed, continuation),
    last: 0,
    branch: undefined as Branch | undefined,
  }));
  for (let t = 0; t < length; t++) {
    for (const stream of streams) {
      const { continuation, next } = stream;
      let shaped = first;
      if (t > 0) {
        stream.branch ??= copyOf(transformer, root);
        stream.branch.ids.push(stream.last);
        shaped = shape(yield* logitsAfter(transformer, stream.branch, before), options);
      }
      const token = draw(shaped, next());
      stream.last = token;
      yield {
        continuation,
        token,
        surprisal: -shaped.logModel[token],
        entropy: shaped.modelEntropy,
        logProbability: shaped.logProbabilities[token],
      };
    }
  }
}
