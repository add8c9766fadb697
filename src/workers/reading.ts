import type { ReadEvent, Tokens } from '#contract/engine.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import { windowAt, windowCount, windowOf, windowTokens, type Window } from '#model/windows.ts';
import type { WindowJob, WindowRows } from './protocol.ts';
import { Recent } from './recent.ts';

/** The numbers of all tokens that a window scores. They depend on the window's tokens alone, so they are kept by them. */
export interface WindowResult {
  readonly surprisal: Float32Array;
  readonly entropy: Float32Array;
  readonly rank: Uint16Array;
}

/** 100,000 characters of three bytes each, the most that a text may have, are some 2,400 windows and take about 5 MB. */
export type KnownWindows = Recent<string, WindowResult>;
export const knownWindows = (): KnownWindows => new Recent(3000);

/** A window that waits to be read or is being read. */
export interface Task {
  readonly job: WindowJob;
  readonly urgent: boolean;
  readonly window: Window;
  readonly key: string;
  readonly result: WindowResult;
  /** Tokens of it that have been reported. */
  reported: number;
}

/** The first token that ends after this UTF-16 offset. */
function tokenAt({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, Math.max(0, ends.length - 1));
}

/** The numbers of all windows of a text, in the order of reading: first those of the urgent ranges, then the rest. */
function orderOf(
  tokens: Tokens,
  context: number,
  urgent: readonly (readonly [number, number])[],
): Map<number, boolean> {
  const order = new Map<number, boolean>();
  const count = windowCount(tokens.ids.length, context);
  for (const [from, to] of count > 0 ? urgent : []) {
    const last = windowOf(tokenAt(tokens, Math.max(from, to - 1)), context);
    for (let w = windowOf(tokenAt(tokens, from), context); w <= last; w++) order.set(w, true);
  }
  for (let w = 0; w < count; w++) if (!order.has(w)) order.set(w, false);
  return order;
}

/** One reading of one text: what is still to do, and the events that nobody has taken yet. */
export class TextReading {
  /** Windows that no worker has, the most urgent first. */
  readonly pending: Task[] = [];
  private readonly events: ReadEvent[] = [];
  private readonly known: KnownWindows;
  private readonly total: number;
  private done = 0;
  private error: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(tokens: Tokens, context: number, urgent: readonly (readonly [number, number])[], known: KnownWindows) {
    this.known = known;
    this.total = tokens.ids.length;
    this.events.push({ kind: 'tokens', tokens });
    for (const [index, isUrgent] of orderOf(tokens, context, urgent)) {
      const window = windowAt(index, this.total, context);
      const ids = windowTokens(tokens.ids, window, LINE_BREAK);
      const key = String.fromCharCode(index === 0 ? 0 : 1, ...ids);
      const result = known.get(key);
      if (result) this.emit(window.from, result);
      else this.pending.push(this.task(window, ids, key, isUrgent));
    }
  }

  private task(window: Window, tokens: Uint16Array, key: string, urgent: boolean): Task {
    const size = window.to - window.from;
    return {
      ...{ window, key, urgent, reported: 0 },
      job: { tokens, from: window.from - window.start },
      result: { surprisal: new Float32Array(size), entropy: new Float32Array(size), rank: new Uint16Array(size) },
    };
  }

  /** Takes over what a worker found of a window. */
  add(task: Task, rows: WindowRows): void {
    if (rows.surprisal.length === 0) return;
    const at = rows.row - task.job.from;
    for (const name of ['surprisal', 'entropy', 'rank'] as const) task.result[name].set(rows[name], at);
    task.reported += rows.surprisal.length;
    if (task.reported >= task.result.rank.length) this.known.set(task.key, task.result);
    this.emit(task.window.from + at, rows);
  }

  /** Gives a window back that a worker could not finish. */
  giveBack(task: Task): void {
    this.done -= task.reported;
    task.reported = 0;
    this.pending.unshift(task);
  }

  fail(error: Error): void {
    this.error = error;
    this.wake?.();
  }

  /** The next event; undefined when all is read or `stopped` settles. Throws if the model cannot go on. */
  async next(stopped: Promise<void>): Promise<ReadEvent | undefined> {
    if (this.events.length === 0 && this.done < this.total && !this.error) {
      await Promise.race([stopped, new Promise<void>((resolve) => (this.wake = resolve))]);
    }
    if (this.error) throw this.error;
    return this.events.shift();
  }

  private emit(from: number, { surprisal, entropy, rank }: WindowResult): void {
    this.done += surprisal.length;
    const block = { from, surprisal, entropy, rank };
    this.events.push({ kind: 'block', block, done: this.done, total: this.total });
    this.wake?.();
  }
}
