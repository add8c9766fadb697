/**
 * Reads windows with the plain transformer, a few rows at a time so that its caller can look up in between. The last few
 * windows are kept with their keys and values: while someone types, a window differs from its predecessor only from the
 * edit on, and only the rows from there are computed again.
 */
import { logSoftmax, readLogits } from '#theory/language-models/softmax.ts';
import type { Context, PlainTransformer } from './plain.ts';

/** What the model made of the targets of rows `row`, `row` + 1, … of a window; `computed` rows went through the network. */
export interface Rows {
  readonly row: number;
  readonly surprisal: Float32Array;
  readonly entropy: Float32Array;
  readonly rank: Uint16Array;
  readonly computed: number;
}

interface Slot {
  readonly context: Context;
  readonly surprisal: Float32Array;
  readonly entropy: Float32Array;
  readonly rank: Uint16Array;
  /** The inputs that the context holds, and after them perhaps one more token, the last target. */
  tokens: Uint16Array;
  /** The first row that has numbers. */
  from: number;
}

const ROWS_AT_ONCE = 32;
const SLOTS = 4;

function commonPrefix(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length);
  let n = 0;
  while (n < length && a[n] === b[n]) n++;
  return n;
}

export class PlainReader {
  private readonly transformer: PlainTransformer;
  /** The most recently used first. */
  private slots: Slot[] = [];

  constructor(transformer: PlainTransformer) {
    this.transformer = transformer;
  }

  /** Row r predicts tokens[r + 1] from tokens[0..r]; rows before `from` only serve as context and are not reported. */
  *read(tokens: Uint16Array, from: number): Generator<Rows> {
    const last = tokens.length - 1;
    let slot = this.slotFor(tokens, from);
    let reported = from;
    let computed = 0;
    for (;;) {
      const row = slot.context.length;
      yield this.report(slot, reported, row, computed);
      reported = Math.max(reported, row);
      if (reported >= last) return;
      computed = 0;
      // Someone else may have taken the slot in the meantime.
      if (slot.tokens !== tokens) {
        slot = this.slotFor(tokens, from);
        continue;
      }
      const end = Math.min(row + ROWS_AT_ONCE, row < from ? from : last);
      const inputs = tokens.subarray(row, end);
      if (row < from) this.transformer.skip(slot.context, inputs);
      else this.fill(slot, row, this.transformer.extend(slot.context, inputs));
      computed = end - row;
    }
  }

  /** Log-probabilities in nats of what follows these tokens. */
  predict(tokens: Uint16Array): Float64Array {
    const last = tokens.length - 1;
    const { slot, common } = this.closest(tokens);
    // In a window that is known this far only the last row is computed again, on a copy of the context's length.
    const known = slot !== undefined && common > last && slot.context.length >= last;
    const context = known ? { ...slot.context, length: last } : this.slotFor(tokens, Infinity).context;
    this.transformer.skip(context, tokens.subarray(context.length, last));
    return logSoftmax(this.transformer.extend(context, tokens.subarray(last)));
  }

  private closest(tokens: Uint16Array): { slot?: Slot; common: number } {
    let best: { slot?: Slot; common: number } = { common: 0 };
    for (const slot of this.slots) {
      const common = commonPrefix(slot.tokens, tokens);
      if (common > best.common) best = { slot, common };
    }
    return best;
  }

  /** A slot that holds `tokens` and as many rows of them as an earlier reading can lend. */
  private slotFor(tokens: Uint16Array, from: number): Slot {
    const { slot: similar, common } = this.closest(tokens);
    const slot = similar && common >= ROWS_AT_ONCE ? similar : this.freeSlot();
    // A row whose target changed has its keys and values, but its numbers are computed again with it.
    let rows = Math.min(slot.context.length, Math.max(0, commonPrefix(slot.tokens, tokens) - 1));
    if (slot.from > from) rows = Math.min(rows, from);
    if (from >= rows) slot.from = from;
    slot.context.length = rows;
    slot.tokens = tokens;
    this.slots = [slot, ...this.slots.filter((other) => other !== slot)];
    return slot;
  }

  private freeSlot(): Slot {
    if (this.slots.length === SLOTS) return this.slots[SLOTS - 1];
    const { context } = this.transformer.config;
    return {
      context: this.transformer.start(),
      surprisal: new Float32Array(context),
      entropy: new Float32Array(context),
      rank: new Uint16Array(context),
      tokens: new Uint16Array(0),
      from: 0,
    };
  }

  private fill(slot: Slot, row: number, logits: Float32Array): void {
    const { vocabulary } = this.transformer.config;
    for (let i = 0; i * vocabulary < logits.length; i++) {
      const target = slot.tokens[row + i + 1];
      const reading = readLogits(logits.subarray(i * vocabulary, (i + 1) * vocabulary), target);
      slot.surprisal[row + i] = reading.surprisal;
      slot.entropy[row + i] = reading.entropy;
      slot.rank[row + i] = reading.rank;
    }
  }

  private report({ surprisal, entropy, rank }: Slot, row: number, end: number, computed: number): Rows {
    return {
      row,
      surprisal: surprisal.slice(row, end),
      entropy: entropy.slice(row, end),
      rank: rank.slice(row, end),
      computed,
    };
  }
}
