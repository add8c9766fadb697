import type { Engine, Signal } from '#contract/engine.ts';
import { readOn } from '#contract/readOn.ts';
import { isComplete, roundNats, unknown, unread, type Reading } from '#contract/reading.ts';
import { adaptiveSurprisals } from '#sim/adaptive-bytes.ts';
import { utf8Bytes } from '#sim/tokenizer.ts';
import { strideOf, type Asked } from './parameters.ts';
import { stretchesOf } from './windows.ts';

/** The text as the model reads it in windows of the reader's choice. */
export interface Windowed {
  readonly window: Asked['window'];
  readonly stride: Asked['stride'];
  /** In nats by token, `unknown` where it is still to be read. */
  readonly surprisal: readonly number[];
  readonly done: number;
  /** The context of the network, if it is smaller than these windows: then they are not read. */
  readonly most?: number;
}

export interface PerplexityLab {
  /** As the model reads it at its best: windows of its whole context, half of them new. */
  readonly reading: Reading;
  readonly windowed: Windowed;
  /** The adaptive byte model on the same text: nats in all, over so many bytes. */
  readonly adaptive: { readonly text: string; readonly order: number; readonly nats: number; readonly bytes: number };
}

function adapt({ text, order }: Asked): PerplexityLab['adaptive'] {
  const bytes = utf8Bytes(text);
  return { text, order, nats: adaptiveSurprisals(bytes, order).reduce((a, b) => a + b, 0), bytes: bytes.length };
}

const unwindowed = ({ window, stride }: Asked): Windowed => ({ window, stride, surprisal: [], done: 0 });

export const begin = (asked: Asked): PerplexityLab => ({
  reading: unread(asked.text),
  windowed: unwindowed(asked),
  adaptive: adapt(asked),
});

/** What of an earlier state still holds. */
function keep(asked: Asked, previous: PerplexityLab): PerplexityLab {
  const { reading, windowed, adaptive } = previous;
  const sameText = reading.text === asked.text;
  return {
    reading,
    windowed:
      sameText && windowed.window === asked.window && windowed.stride === asked.stride ? windowed : unwindowed(asked),
    adaptive: adaptive.text === asked.text && adaptive.order === asked.order ? adaptive : adapt(asked),
  };
}

interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: PerplexityLab;
}

/** Snapshots are shown when this many tokens are new. */
const fresh = 48;

/** Reads what has no number yet in windows of the reader's choice. */
async function* readInWindows(
  asked: Asked,
  tokens: number,
  before: Windowed,
  { engine, signal }: Context,
): AsyncGenerator<Windowed> {
  const { context } = await engine.card();
  if (signal.aborted) return;
  if (Number(asked.window) > context) return yield { ...unwindowed(asked), most: context };
  const surprisal =
    tokens === before.surprisal.length ? [...before.surprisal] : new Array<number>(tokens).fill(unknown);
  const count = () => surprisal.reduce((n, nats) => n + (nats === unknown ? 0 : 1), 0);
  let done = count();
  if (done === tokens) return;
  const open = stretchesOf(tokens, Number(asked.window), strideOf(asked)).filter(({ from, to }) =>
    surprisal.slice(from, to).includes(unknown),
  );
  let shown = done;
  for await (const block of engine.readStretches(asked.text, open, { signal })) {
    if (signal.aborted) return;
    block.surprisal.forEach((nats, i) => (surprisal[block.from + i] = roundNats(nats)));
    done = count();
    if (done - shown < fresh && done < tokens) continue;
    shown = done;
    yield { window: asked.window, stride: asked.stride, surprisal: [...surprisal], done };
  }
}

/** First the text at the model's best, then in windows; nothing is asked of the engine that is known. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<PerplexityLab> {
  const { previous } = context;
  let state = previous ? keep(asked, previous) : begin(asked);
  yield state;
  if (asked.source !== 'text') return;
  for await (const reading of readOn(asked.text, { ...context, previous: state.reading })) {
    state = { ...state, reading };
    yield state;
  }
  const { reading } = state;
  if (context.signal.aborted || asked.halted || reading.text !== asked.text || !isComplete(reading)) return;
  for await (const windowed of readInWindows(asked, reading.ids.length, state.windowed, context)) {
    state = { ...state, windowed };
    yield state;
  }
}
