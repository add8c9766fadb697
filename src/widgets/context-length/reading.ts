import type { Engine, Signal, Tokens } from '#contract/engine.ts';
import { roundNats } from '#contract/reading.ts';

/** A token of the text whose surprisal is measured after contexts of several lengths. */
export interface Target {
  readonly token: number;
  /** It covers text.slice(start, end), in UTF-16 units; a character of several tokens belongs to the last of them. */
  readonly start: number;
  readonly end: number;
  /** Code points that it adds to the text. */
  readonly characters: number;
  /** Nats, by the contexts of the reading; empty while it is not known. */
  readonly nats: readonly number[];
}

/** What the model pays for the same tokens after more and more context. Plain data that survives JSON. */
export interface ContextReading {
  readonly text: string;
  /** How many targets were asked for; there are fewer if the text has not so many. */
  readonly asked: number;
  /** Tokens of the text. */
  readonly tokens: number;
  /** Tokens of context: 1, 2, 4, … Empty if the text is too short. */
  readonly contexts: readonly number[];
  /** In the order of the text. */
  readonly targets: readonly Target[];
}

/** Fewer tokens to compare on would say little. */
export const fewestTargets = 32;

export const unreadText = (text: string): ContextReading => ({ text, asked: 0, tokens: 0, contexts: [], targets: [] });

/**
 * The same targets for every context: evenly spaced over the tokens that have the longest context before them. The longest is
 * the greatest power of two that the model takes and that leaves `fewestTargets` tokens.
 */
export function planOf(text: string, { ids, starts, ends }: Tokens, most: number, asked: number): ContextReading {
  const tokens = ids.length;
  const contexts: number[] = [];
  for (let c = 1; c <= most && tokens - c >= fewestTargets; c *= 2) contexts.push(c);
  const room = contexts.length > 0 ? tokens - contexts[contexts.length - 1] : 0;
  const count = Math.min(asked, room);
  const targets = Array.from({ length: count }, (_, i): Target => {
    const token = tokens - room + Math.floor((i * room) / count);
    const next = token + 1 < tokens ? starts[token + 1] : text.length;
    const characters = [...text.slice(starts[token], next)].length;
    return { token, start: starts[token], end: ends[token], characters, nats: [] };
  });
  return { text, asked, tokens, contexts, targets };
}

export const known = ({ targets }: ContextReading) => targets.filter(({ nats }) => nats.length > 0);
export const isComplete = (reading: ContextReading) =>
  reading.asked > 0 && known(reading).length === reading.targets.length;

/** An order in which every beginning is spread over the whole: by the fractional parts of multiples of the golden ratio. */
export function spreadOrder(count: number): number[] {
  const place = (i: number) => (i * (Math.sqrt(5) - 1) * 0.5) % 1;
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => place(a) - place(b));
}

/** Of a text that is new, nothing is shown before so many targets are known. */
const firstShown = 4;

interface Options {
  readonly engine: Engine;
  readonly signal: Signal;
  /** Of the same text and as many targets it is gone on with. */
  readonly previous?: ContextReading;
}

/** Reads every target after every context, target by target, so that all contexts are compared on the same tokens at any time. */
export async function* readContexts(text: string, asked: number, options: Options): AsyncGenerator<ContextReading> {
  const { engine, signal, previous } = options;
  const goesOn = previous?.text === text && previous.asked === asked;
  if (goesOn && isComplete(previous)) return;
  const [tokens, { context }] = await Promise.all([engine.tokens(text), engine.card()]);
  if (signal.aborted) return;
  const reading = goesOn && previous.asked > 0 ? previous : planOf(text, tokens, context, asked);
  if (isComplete(reading)) return yield reading;
  const { contexts } = reading;
  const targets = [...reading.targets];
  const order = spreadOrder(targets.length).filter((i) => targets[i].nats.length === 0);
  const stretches = order.flatMap((i) =>
    contexts.map((c) => ({ start: targets[i].token - c, from: targets[i].token, to: targets[i].token + 1 })),
  );
  const found = order.map(() => ({ nats: contexts.map(() => 0), left: new Set(contexts.keys()) }));
  let fresh = 0;
  let done = targets.length - order.length;
  for await (const { stretch, surprisal } of engine.readStretches(text, stretches, { signal })) {
    if (signal.aborted) return;
    if (surprisal.length === 0) continue;
    const place = Math.floor(stretch / contexts.length);
    const { nats, left } = found[place];
    const c = stretch % contexts.length;
    nats[c] = roundNats(surprisal[0]);
    if (!left.delete(c) || left.size > 0) continue;
    targets[order[place]] = { ...targets[order[place]], nats };
    fresh++;
    done++;
    if (done < firstShown && done < targets.length) continue;
    fresh = 0;
    yield { ...reading, targets: [...targets] };
  }
  if (fresh > 0 && !signal.aborted) yield { ...reading, targets: [...targets] };
}

/** Rows through the network that are still to come, for an estimate. A padded window costs the whole context. */
export function rowsLeft({ targets, contexts }: ContextReading, paddedTo = 0): number {
  const open = targets.filter(({ nats }) => nats.length === 0).length;
  return open * contexts.reduce((sum, c) => sum + Math.max(c, paddedTo), 0);
}
