import {
  assertEach,
  assertFunction,
  assertIndex,
  assertText,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';

/**
 * Byte-pair encoding over UTF-8 bytes: ids 0 to 255 are the bytes, then one id for every merge, in the order in which the
 * merges were learned. `train/tokenizer.py` is the same algorithm. Every text has an encoding, because a byte that no merge
 * covers stays a byte token.
 */

/** Token t stands for text.slice(starts[t], ends[t]) in UTF-16 units; the byte tokens of one character share its range. */
export interface Encoding {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The id of the line break, which stands before every text so that its first token has a probability too. */
export const LINE_BREAK = 10;

// A word with the space before it, a digit, a run of at most 16 other characters, a space, a line break: no token crosses
// the border of a piece. With the flag `u` a character is a code point, as in Python. The classes cover every character.
export const PIECE = / ?[A-Za-z]+(?:'[a-z]+)?| ?[0-9]| ?[^A-Za-z0-9 \n]{1,16}| |\n/gu;

const LONGEST_CACHED_PIECE = 32;
const MOST_CACHED_PIECES = 50_000;

interface Piece {
  ids: number[];
  starts: number[];
  ends: number[];
}

/** The UTF-8 bytes of a text, each with the UTF-16 range of its character. A lone surrogate is read as U+FFFD. */
function utf8(text: string): Piece {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < text.length;) {
    let code = text.codePointAt(i) ?? 0;
    const end = i + (code > 0xffff ? 2 : 1);
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) ids.push(code);
    else if (code < 0x800) ids.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) ids.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      ids.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
    while (starts.length < ids.length) {
      starts.push(i);
      ends.push(end);
    }
    i = end;
  }
  return { ids, starts, ends };
}

/** The UTF-8 bytes of a text; a lone surrogate is read as U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  assertText(text, 'text');
  return Uint8Array.from(utf8(text).ids);
}

function assertBytes(bytes: ArrayLike<number>, name: string): void {
  assertEach(bytes, name, (byte, byteName) => assertIndex(byte, byteName, 256));
}

const LEAST_CODE_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

/** The characters of UTF-8 bytes; undefined for each byte that belongs to no well-formed sequence (Unicode 15, table 3-7). */
function* charactersOf(
  bytes: ArrayLike<number>,
): Generator<{ character: string | undefined; from: number; to: number }> {
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i];
    const length = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0;
    let code = length === 1 ? first : first & (0x7f >> length);
    let valid = length > 0 && i + length <= bytes.length;
    for (let k = 1; valid && k < length; k++) {
      const next = bytes[i + k];
      valid = next >> 6 === 2;
      code = (code << 6) | (next & 0x3f);
    }
    valid &&= code >= (LEAST_CODE_OF_LENGTH[length] ?? 0) && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    const to = i + (valid ? length : 1);
    yield { character: valid ? String.fromCodePoint(code) : undefined, from: i, to };
    i = to;
  }
}

/** UTF-8 bytes as text; each byte that forms no character goes through `invalid`. */
export function textOf(bytes: ArrayLike<number>, invalid: (byte: number) => string): string {
  assertBytes(bytes, 'bytes');
  assertFunction(invalid, 'invalid');
  let out = '';
  for (const { character, from } of charactersOf(bytes)) out += character ?? invalid(bytes[from]);
  return out;
}

/** The text that tokens of these bytes make, and what each of them covers, as in an encoding. A byte that forms no character is U+FFFD. */
export function placesOf(tokens: readonly Uint8Array[]): { text: string; starts: number[]; ends: number[] } {
  assertEach(tokens, 'tokens', assertBytes);
  const bytes = tokens.flatMap((token) => [...token]);
  const [startOf, endOf]: [number[], number[]] = [[], []];
  let text = '';
  for (const { character = '\uFFFD', from, to } of charactersOf(bytes)) {
    for (let byte = from; byte < to; byte++) {
      startOf.push(text.length);
      endOf.push(text.length + character.length);
    }
    text += character;
  }
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = 0;
  for (const token of tokens) {
    starts.push(startOf[at]);
    at += token.length;
    ends.push(endOf[at - 1]);
  }
  return { text, starts, ends };
}

export class Tokenizer {
  readonly vocabulary: number;
  private readonly bytes: Uint8Array[];
  /** 1 + the merge of tokens (left, right) at left · vocabulary + right, 0 where they do not merge. */
  private readonly mergeOf: Uint16Array;
  private readonly cache = new Map<string, Piece>();

  /** `merges`: the pairs, flat: left, right, left, right, … */
  constructor(merges: ArrayLike<number>) {
    assertEach(merges, 'merges', assertWholeNumber);
    this.vocabulary = 256 + merges.length / 2;
    if (!Number.isInteger(this.vocabulary)) refuse('merges', 'be pairs', merges.length);
    this.bytes = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
    this.mergeOf = new Uint16Array(this.vocabulary ** 2);
    for (let m = 0; m < merges.length / 2; m++) {
      const left = merges[2 * m];
      const right = merges[2 * m + 1];
      const made = this.bytes.length;
      assertIndex(left, `merges[${2 * m}]`, made);
      assertIndex(right, `merges[${2 * m + 1}]`, made);
      this.bytes.push(Uint8Array.of(...this.tokenBytes(left), ...this.tokenBytes(right)));
      this.mergeOf[left * this.vocabulary + right] = m + 1;
    }
  }

  encode(text: string): Encoding {
    assertText(text, 'text');
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    for (const [piece] of text.matchAll(PIECE)) {
      const tokens = this.pieceTokens(piece);
      for (let t = 0; t < tokens.ids.length; t++) {
        ids.push(tokens.ids[t]);
        starts.push(at + tokens.starts[t]);
        ends.push(at + tokens.ends[t]);
      }
      at += piece.length;
    }
    return { ids: Uint16Array.from(ids), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  }

  decode(ids: ArrayLike<number>): string {
    assertEach(ids, 'ids', (id, name) => assertIndex(id, name, this.vocabulary));
    const bytes: number[] = [];
    for (let t = 0; t < ids.length; t++) bytes.push(...this.tokenBytes(ids[t]));
    return textOf(bytes, () => '\uFFFD');
  }

  tokenBytes(id: number): Uint8Array {
    const bytes = typeof id === 'number' ? this.bytes[id] : undefined;
    if (!bytes) refuse('id', `be a token of this vocabulary of ${this.vocabulary}`, id);
    return bytes;
  }

  /** The token as text; bytes that are no UTF-8 by themselves are written like \xE2. */
  tokenText(id: number): string {
    return textOf(this.tokenBytes(id), (byte) => `\\x${byte.toString(16).toUpperCase()}`);
  }

  private pieceTokens(piece: string): Piece {
    const cached = this.cache.get(piece);
    if (cached) return cached;
    const tokens = utf8(piece);
    while (this.mergeEarliest(tokens));
    if (piece.length <= LONGEST_CACHED_PIECE) {
      if (this.cache.size >= MOST_CACHED_PIECES) this.cache.clear();
      this.cache.set(piece, tokens);
    }
    return tokens;
  }

  /** Merges, from left to right, every occurrence of the adjacent pair whose merge was learned first. False if there is none. */
  private mergeEarliest({ ids, starts, ends }: Piece): boolean {
    const { mergeOf, vocabulary } = this;
    let earliest = 0;
    for (let i = 1; i < ids.length; i++) {
      const merge = mergeOf[ids[i - 1] * vocabulary + ids[i]];
      if (merge > 0 && (earliest === 0 || merge < earliest)) earliest = merge;
    }
    if (earliest === 0) return false;
    let kept = 0;
    for (let i = 0; i < ids.length; i++, kept++) {
      const id = ids[i];
      const merges = i + 1 < ids.length && mergeOf[id * vocabulary + ids[i + 1]] === earliest;
      starts[kept] = starts[i];
      ids[kept] = merges ? 255 + earliest : id;
      if (merges) i++;
      ends[kept] = ends[i];
    }
    ids.length = starts.length = ends.length = kept;
    return true;
  }
}
