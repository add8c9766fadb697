import { formatDistribution, toDistribution } from './distribution.ts';
import { pinKey } from './pinNames.ts';

/** What a reader can take from one figure to another, as plain data. Probabilities add up to 1: of all cells, or of each row of a chain. */
export type Content =
  | { readonly kind: 'distribution'; readonly values: readonly number[] }
  | { readonly kind: 'joint'; readonly rows: readonly (readonly number[])[] }
  /** `rows[i][j]` is the probability of j after i. */
  | { readonly kind: 'chain'; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: 'text'; readonly text: string };

export type PinKind = Content['kind'];
export type ContentOf<K extends PinKind> = Extract<Content, { readonly kind: K }>;
export type Pin = Content & { readonly name: string };

export type Decoded = { readonly pin: Pin } | { readonly problem: string };

export const longestName = 40;
export const longestText = 6000;
const mostOutcomes = 64;
const mostRows = 16;
/** Letters of a number: no sound one needs more. */
const longestNumber = 30;

export const kindWords: Readonly<Record<PinKind, string>> = {
  distribution: 'law',
  joint: 'joint table',
  chain: 'chain',
  text: 'text',
};

/** Half a character, which no address can hold. */
const half = /\p{Surrogate}/u;
const unseen = /\p{Control}|\p{Format}/u;
/** A joiner or non-joiner between two characters that are seen: part of how Persian, Hindi and families of emoji are written. */
const joined = /(?<=[^\s\p{Control}\p{Format}])[\u200c\u200d](?=[^\s\p{Control}\p{Format}])/gu;

/** What a name must not be, as a sentence; undefined if it will do. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A pin needs a name.';
  if (name.length > longestName)
    return `The name of a pin has at most ${longestName} characters; this has ${name.length}.`;
  if (half.test(name) || unseen.test(name.replace(joined, '')))
    return 'The name of a pin has no characters that cannot be seen.';
  return /[<>~]/.test(name) ? 'The name of a pin has none of the signs <, > and ~.' : undefined;
}

/** A name of that kind, made from any words; for what a figure suggests. */
export const asName = (words: string) =>
  words.replaceAll(/[<>~\p{Control}\p{Format}\p{Surrogate}]/gu, '').slice(0, longestName).replace(/\p{Surrogate}$/u, '').trim() || 'pin'; // prettier-ignore

const row = (values: readonly number[]) => formatDistribution(values).join(',');

/** Rows of one distribution over all cells. */
function cells(rows: readonly (readonly number[])[]): string {
  const written = formatDistribution(rows.flat());
  return rows.map((own, i) => written.slice(i * own.length, (i + 1) * own.length).join(',')).join(';');
}

const payload = (content: Content): string =>
  content.kind === 'distribution'
    ? row(content.values)
    : content.kind === 'joint'
      ? cells(content.rows)
      : content.kind === 'chain'
        ? content.rows.map(row).join(';')
        : content.text;

/** A pin as text, `distribution~weather~0.5,0.5`: for storage, and for an address. */
export const encode = (pin: Pin): string => `${pin.kind}~${pin.name}~${payload(pin)}`;

/** The fragment that offers a pin to whoever opens the address. No server sees it. */
export const fragmentOf = (pin: Pin): string =>
  `#${pinKey}=${encodeURIComponent(encode(pin)).replaceAll('%2C', ',').replaceAll('%3B', ';')}`;

const decimal = /^(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i;

class Refusal extends Error {}

function numbersIn(text: string, most: number): number[] {
  const items = text.split(',', most + 1);
  if (items.length > most) throw new Refusal(`it has more than ${most} numbers in a row`);
  return items.map((item) => {
    const digits = item.trim();
    if (digits.length <= longestNumber && decimal.test(digits)) return Number(digits);
    throw new Refusal(
      digits.startsWith('-') ? 'an entry is negative, and no probability is' : 'an entry is not a number',
    );
  });
}

/** Divided by their sum, whatever that is. */
function normalized(numbers: readonly number[]): number[] {
  const { value, problem } = toDistribution(numbers);
  if (!value) throw new Refusal(problem!);
  return value;
}

function rowsIn(text: string): number[][] {
  const lines = text.split(';', mostRows + 1);
  if (lines.length > mostRows) throw new Refusal(`it has more than ${mostRows} rows`);
  const rows = lines.map((line) => numbersIn(line, mostRows));
  if (rows.some(({ length }) => length !== rows[0].length)) throw new Refusal('its rows are not of one length');
  return rows;
}

function contentIn(kind: string, text: string): Content {
  if (kind === 'distribution') return { kind, values: normalized(numbersIn(text, mostOutcomes)) };
  if (kind === 'joint') {
    const rows = rowsIn(text);
    const [{ length }] = rows;
    const all = normalized(rows.flat());
    return { kind, rows: rows.map((_, i) => all.slice(i * length, (i + 1) * length)) };
  }
  if (kind === 'chain') {
    const rows = rowsIn(text);
    if (rows.length !== rows[0].length) throw new Refusal('a chain has as many rows as columns');
    return { kind, rows: rows.map(normalized) };
  }
  if (kind !== 'text') throw new Refusal('it is no law, table, chain or text');
  if (text.length > longestText) throw new Refusal(`its text is longer than ${longestText} characters`);
  if (half.test(text)) throw new Refusal('its text has half a character');
  return { kind, text };
}

/** The pin that a text stands for, or a sentence that says why it stands for none. */
export function decode(text: string): Decoded {
  const parts = /^([a-z]{1,20})~([^~]*)~([^]*)$/.exec(text);
  if (!parts) return { problem: 'This is no pin: kind, name and content are divided by ~.' };
  const [, kind, name, rest] = parts;
  const problem = nameProblem(name);
  if (problem) return { problem };
  try {
    return { pin: { ...contentIn(kind, rest), name: name.trim() } };
  } catch (error) {
    if (error instanceof Refusal) return { problem: `The pin cannot be read: ${error.message}.` };
    throw error;
  }
}

/** Why a content cannot be pinned, as a sentence, if it cannot. */
export function pinProblem(pin: Pin): string | undefined {
  const decoded = decode(encode(pin));
  return 'problem' in decoded ? decoded.problem : undefined;
}
