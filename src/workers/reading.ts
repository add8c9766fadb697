import type { ReadBlock, Tokens } from '#contract/engine.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import { windowAt, windowCount, windowOf, windowTokens, type Window } from '#model/windows.ts';
import type { WindowJob, WindowRows } from './protocol.ts';
import { Recent } from './recent.ts';

/** A window that a reading wants. What is urgent comes first to the plain reader, which is the quickest for a few rows. */
export interface WantedWindow {
  readonly window: Window;
  readonly urgent: boolean;
}

/** A part of what was found of window number `index` of those wanted; `done` tokens have been scored in all of them. */
export interface FoundBlock {
  readonly index: number;
  readonly block: ReadBlock;
  readonly done: number;
}

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
export interface Task extends WantedWindow {
  readonly job: WindowJob;
  readonly index: number;
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

/** The windows of a text, in the order of reading: first those of the urgent ranges, then the rest. */
export function windowsOfText(
  tokens: Tokens,
  context: number,
  urgent: readonly (readonly [number, number])[],
): WantedWindow[] {
  const order = new Map<number, boolean>();
  const length = tokens.ids.length;
  const count = windowCount(length, context);
  for (const [from, to] of count > 0 ? urgent : []) {
    const last = windowOf(tokenAt(tokens, Math.max(from, to - 1)), context);
    for (let w = windowOf(tokenAt(tokens, from), context); w <= last; w++) order.set(w, true);
  }
  for (let w = 0; w < count; w++) if (!order.has(w)) order.set(w, false);
  return Array.from(order, ([index, urgent]) => ({ window: windowAt(index, length, context), urgent }));
}

/** One reading of windows of one text: what is still to do, and what was found that nobody has taken yet. */
export class WindowReading {
  /** Windows that no worker has, the most urgent first. */
  readonly pending: Task[] = [];
  private readonly found: FoundBlock[] = [];
  private readonly known: KnownWindows;
  private readonly total: number;
  private done = 0;
  private error: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(ids: Uint16Array, wanted: readonly WantedWindow[], known: KnownWindows) {
    this.known = known;
    this.total = wanted.reduce((sum, { window }) => sum + window.to - window.from, 0);
    for (const [index, { window, urgent }] of wanted.entries()) {
      const tokens = windowTokens(ids, window, LINE_BREAK);
      const from = window.from - window.start;
      const key = String.fromCharCode(from, ...tokens);
      const result = known.get(key);
      if (result) this.emit(index, window.from, result);
      else this.pending.push(newTask({ index, window, urgent, key, job: { tokens, from } }));
    }
  }

  /** Rows that are still to go through the network. */
  get rows(): number {
    return this.pending.reduce((sum, { job }) => sum + job.tokens.length - 1, 0);
  }

  /** Takes over what a worker found of a window. */
  add(task: Task, rows: WindowRows): void {
    if (rows.surprisal.length === 0) return;
    const at = rows.row - task.job.from;
    for (const name of ['surprisal', 'entropy', 'rank'] as const) task.result[name].set(rows[name], at);
    task.reported += rows.surprisal.length;
    if (task.reported >= task.result.rank.length) this.known.set(task.key, task.result);
    this.emit(task.index, task.window.from + at, rows);
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

  /** What was found next; undefined when all is read or `stopped` settles. Throws if the model cannot go on. */
  async next(stopped: Promise<void>): Promise<FoundBlock | undefined> {
    if (this.found.length === 0 && this.done < this.total && !this.error) {
      await Promise.race([stopped, new Promise<void>((resolve) => (this.wake = resolve))]);
    }
    if (this.error) throw this.error;
    return this.found.shift();
  }

  private emit(index: number, from: number, { surprisal, entropy, rank }: WindowResult): void {
    this.done += surprisal.length;
    this.found.push({ index, block: { from, surprisal, entropy, rank }, done: this.done });
    this.wake?.();
  }
}

function newTask(task: Omit<Task, 'result' | 'reported'>): Task {
  const size = task.window.to - task.window.from;
  const result = { surprisal: new Float32Array(size), entropy: new Float32Array(size), rank: new Uint16Array(size) };
  return { ...task, result, reported: 0 };
}
