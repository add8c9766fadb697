import type { Engine, Signal } from './engine.ts';
import { GrowingReading, isComplete, unread, type Reading } from './reading.ts';

/** Characters that are read ahead of what is visible and around an edit. */
const nearby = 2000;

/** A snapshot is shown when this many tokens are new, or this share of all that are known: early ones often, late ones rarely. */
const freshTokens = 48;
const freshShare = 1 / 12;

export interface ReadOnOptions {
  readonly engine: Engine;
  readonly signal: Signal;
  /** The last reading: of this text, of which the rest is read, or of another, of which the common beginning is kept. */
  readonly previous?: Reading;
  /** UTF-16 offset of the first visible character. */
  readonly visible?: number;
  /** Lets the page answer the reader before a new text is shown. */
  readonly pause?: () => Promise<void>;
}

/** Tokens of a text that takes long to draw for the first time. */
const aLot = 5000;

/** Where two texts part, from the front: the offset of the first difference. */
export function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** Reads a text to its end, yielding readings that know more and more. Nothing is asked of the engine if nothing is open. */
export async function* readOn(text: string, options: ReadOnOptions): AsyncGenerator<Reading> {
  const { engine, signal, previous, visible = 0, pause } = options;
  if (previous?.text === text && isComplete(previous)) return;
  if (text === '') return yield unread('');
  const edit = previous && previous.text !== text ? firstDifference(text, previous.text) : visible;
  const urgent = [edit, visible].map(
    (from) => [Math.max(0, from - 100), Math.min(text.length, from + nearby)] as const,
  );
  let growing: GrowingReading | undefined;
  let shown = previous?.text === text ? previous.done : 0;
  for await (const event of engine.read(text, { signal, urgent })) {
    if (signal.aborted) return;
    if (event.kind === 'tokens') {
      growing = new GrowingReading(text, event.tokens, previous);
      if (growing.open > aLot) await pause?.();
      if (signal.aborted) return;
    } else growing?.add(event.block);
    if (!growing) continue;
    // Right after the tokens a short rest is not worth showing as unread: its numbers are about to come.
    const fresh = event.kind === 'tokens' ? growing.open : growing.done - shown;
    if (growing.complete || fresh >= Math.max(freshTokens, growing.done * freshShare)) {
      shown = growing.done;
      yield growing.snapshot();
    }
    if (growing.complete) return;
  }
}
