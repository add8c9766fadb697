/**
 * What a model has made of a text so far, as plain data that survives JSON: arrays by token, information in nats, rounded to
 * a ten-thousandth so that a page can carry it. Widgets fold the events of `Engine.read` into it (`readOn.ts`).
 */
import type { ReadBlock, Tokens } from './engine.ts';

/** In `surprisal` and `entropy`: the token has no number, because it is not read yet or because a file has none. */
export const unknown = -1;

export interface Reading {
  readonly text: string;
  /** Token t is ids[t] and covers text.slice(starts[t], ends[t]); the byte tokens of one character share its range. */
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly surprisal: readonly number[];
  /** Of the prediction before the token was seen; the least that it can be where a file shows only a part of it. */
  readonly entropy: readonly number[];
  /** The most that the entropy can be, where that differs. */
  readonly entropyAtMost?: readonly number[];
  /** 1 is the likeliest token; 0 where it is not known. */
  readonly rank: readonly number[];
  /** The text whose length counts, where `text` is none that anybody wrote, as the numbers of tokens are; null where nobody knows it. */
  readonly rated?: string | null;
  /** Tokens that have a number, and tokens that will have one in the end. */
  readonly done: number;
  readonly total: number;
}

/** A text of which nothing is known yet, not even its tokens. */
export function unread(text: string): Reading {
  return { text, ids: [], starts: [], ends: [], surprisal: [], entropy: [], rank: [], done: 0, total: 0 };
}

export const isComplete = ({ text, ids, done, total }: Reading) =>
  done === total && (ids.length > 0 || text.length === 0);

export const roundNats = (nats: number) => Math.round(nats * 1e4) / 1e4;

/** Typed arrays as plain ones, which JSON can carry. `Array.from` takes ten times as long. */
function plain(numbers: ArrayLike<number>): number[] {
  const array = new Array<number>(numbers.length);
  for (let i = 0; i < numbers.length; i++) array[i] = numbers[i];
  return array;
}

const filled = (length: number, value: number) => new Array<number>(length).fill(value);

/** A reading that grows block by block; `snapshot` is what may be shown. */
export class GrowingReading {
  private readonly reading: Reading & { surprisal: number[]; entropy: number[]; rank: number[] };
  done = 0;

  /**
   * Tokens before the first one that differs keep the numbers of `previous`: a prediction depends on what precedes it alone,
   * and windows are anchored at the beginning.
   */
  constructor(text: string, tokens: Tokens, previous?: Reading) {
    // The same text has the same tokens, and what was derived from their arrays stays valid.
    const { ids, starts, ends } =
      previous && previous.text === text && previous.ids.length === tokens.ids.length
        ? previous
        : { ids: plain(tokens.ids), starts: plain(tokens.starts), ends: plain(tokens.ends) };
    const [surprisal, entropy, rank] = [
      filled(ids.length, unknown),
      filled(ids.length, unknown),
      filled(ids.length, 0),
    ];
    for (let t = 0; previous && t < ids.length && ids[t] === previous.ids[t]; t++) {
      surprisal[t] = previous.surprisal[t];
      entropy[t] = previous.entropy[t];
      rank[t] = previous.rank[t];
      if (surprisal[t] !== unknown) this.done++;
    }
    this.reading = { text, ids, starts, ends, surprisal, entropy, rank, done: 0, total: ids.length };
  }

  /** Tokens that have no number yet. */
  get open(): number {
    return this.reading.total - this.done;
  }

  get complete(): boolean {
    return this.open === 0;
  }

  add(block: ReadBlock): void {
    const { surprisal, entropy, rank } = this.reading;
    for (let i = 0; i < block.surprisal.length; i++) {
      const t = block.from + i;
      if (surprisal[t] === unknown) this.done++;
      surprisal[t] = roundNats(block.surprisal[i]);
      entropy[t] = roundNats(block.entropy[i]);
      rank[t] = block.rank[i];
    }
  }

  snapshot(): Reading {
    const { surprisal, entropy, rank } = this.reading;
    return {
      ...this.reading,
      surprisal: surprisal.slice(),
      entropy: entropy.slice(),
      rank: rank.slice(),
      done: this.done,
    };
  }
}

/** Sums over the tokens that have a number. Characters are code points; bytes are those of UTF-8. */
export interface Totals {
  readonly tokens: number;
  /** Both are 0 where the text is not known. */
  readonly characters: number;
  readonly bytes: number;
  readonly ascii: boolean;
  readonly surprisal: number;
  readonly entropy: number;
  readonly entropyAtMost: number;
  /** Tokens of which the entropy is known: in a file it may be fewer. */
  readonly withEntropy: number;
  /** The token of the greatest surprisal, the first of equals; −1 if there is none. */
  readonly mostSurprising: number;
}

interface Length {
  characters: number;
  bytes: number;
}

/** Adds the characters and bytes of text.slice(from, to). */
function measure(length: Length, text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const secondOfPair =
      unit >= 0xdc00 && unit < 0xe000 && i > 0 && text.charCodeAt(i - 1) >= 0xd800 && text.charCodeAt(i - 1) < 0xdc00;
    if (secondOfPair) length.bytes++;
    else {
      length.characters++;
      length.bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
  }
}

/** A character belongs to the last of the tokens that share it, so that each is counted once. */
function count(reading: Reading): Totals {
  const { text, rated, starts, surprisal, entropy, entropyAtMost = entropy } = reading;
  const totals = { tokens: 0, characters: 0, bytes: 0, surprisal: 0, entropy: 0, entropyAtMost: 0, withEntropy: 0 };
  if (typeof rated === 'string') measure(totals, rated, 0, rated.length);
  let mostSurprising = -1;
  for (let t = 0; t < starts.length; t++) {
    if (surprisal[t] === unknown) continue;
    totals.tokens++;
    totals.surprisal += surprisal[t];
    if (entropy[t] !== unknown) {
      totals.withEntropy++;
      totals.entropy += entropy[t];
      totals.entropyAtMost += entropyAtMost[t];
    }
    if (mostSurprising < 0 || surprisal[t] > surprisal[mostSurprising]) mostSurprising = t;
    if (rated === undefined) measure(totals, text, starts[t], t + 1 < starts.length ? starts[t + 1] : text.length);
  }
  return { ...totals, mostSurprising, ascii: totals.bytes === totals.characters };
}

const counted = new WeakMap<Reading, Totals>();

/** The sums of a reading, computed once for each. */
export function totalsOf(reading: Reading): Totals {
  let totals = counted.get(reading);
  if (!totals) counted.set(reading, (totals = count(reading)));
  return totals;
}

/** a/b, and 0 for the mean of nothing. */
export const per = (amount: number, count: number) => (count > 0 ? amount / count : 0);

/** Nats per character of an ASCII text, per UTF-8 byte of any other, and which of the two; undefined if nothing is read or the text is not known. */
export function rateOf(reading: Reading): { readonly nats: number; readonly unit: 'character' | 'byte' } | undefined {
  const { surprisal, characters, bytes, ascii } = totalsOf(reading);
  if (characters === 0) return undefined;
  return ascii ? { nats: surprisal / characters, unit: 'character' } : { nats: surprisal / bytes, unit: 'byte' };
}
