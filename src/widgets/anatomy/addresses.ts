/** A number of the network, by where it stands. Layers, heads and columns are counted from 0, row 0 is the line break before the text. */
export const places = {
  logit: ['row', 'token'],
  columns: ['row', 'token'],
  start: ['row', 'token', 'which'],
  head: ['layer', 'head', 'row', 'token'],
  from: ['layer', 'head', 'row', 'token', 'source'],
  neurons: ['layer', 'row', 'token'],
  normal: ['row', 'column'],
  residual: ['stage', 'row', 'column'],
  normal1: ['layer', 'row', 'column'],
  query: ['layer', 'row', 'column'],
  key: ['layer', 'row', 'column'],
  value: ['layer', 'row', 'column'],
  score: ['layer', 'head', 'row', 'source'],
  weight: ['layer', 'head', 'row', 'source'],
  mixed: ['layer', 'row', 'column'],
  attended: ['layer', 'row', 'column'],
  normal2: ['layer', 'row', 'column'],
  up: ['layer', 'row', 'hidden'],
  active: ['layer', 'row', 'hidden'],
  fed: ['layer', 'row', 'column'],
  token: ['token', 'column'],
  position: ['row', 'column'],
} as const;

export type Kind = keyof typeof places;
type Coordinate = (typeof places)[Kind][number];

export interface Address {
  readonly kind: Kind;
  readonly at: readonly number[];
}

/** What there is to address. */
export interface Sizes {
  readonly rows: number;
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  readonly vocabulary: number;
}

const write = ({ kind, at }: Address) => [kind, ...at].join('.');
export const address = (kind: Kind, ...at: number[]): string => write({ kind, at });

const isKind = (text: string): text is Kind => text in places;

/** The address that a text is; undefined if there is no such number. */
export function readAddress(text: string, sizes: Sizes): Address | undefined {
  const [kind, ...written] = text.split('.');
  if (!isKind(kind) || written.length !== places[kind].length) return undefined;
  const at = written.map((digits) => (/^\d{1,5}$/.test(digits) ? Number(digits) : NaN));
  const below: Record<Coordinate, number> = {
    row: sizes.rows,
    token: sizes.vocabulary,
    which: 2,
    layer: sizes.layers,
    stage: sizes.layers + 1,
    head: sizes.heads,
    column: sizes.width,
    hidden: 4 * sizes.width,
    source: Infinity,
  };
  const isThere = places[kind].every((coordinate, i) => at[i] < below[coordinate]);
  const [source, row] = ['source', 'row'].map((name) => at[(places[kind] as readonly string[]).indexOf(name)]);
  return isThere && !(source > row) ? { kind, at } : undefined;
}

const between = '~';

/** The way that a text is, up to its first step that leads nowhere. */
export function readTrail(text: string, sizes: Sizes): Address[] {
  const trail: Address[] = [];
  for (const part of text === '' ? [] : text.split(between)) {
    const step = readAddress(part, sizes);
    if (!step) break;
    trail.push(step);
  }
  return trail;
}

/** Of the book's reader, and a text as long as a window. */
const most: Sizes = { rows: 256, layers: 4, heads: 4, width: 176, vocabulary: 1024 };

/** The part of a way that no text could make wrong, and the first step of it that names no number of the network. */
export function checkTrail(text: string): { readonly good: string; readonly strange?: string } {
  const steps = text === '' ? [] : text.split(between);
  const { length } = readTrail(text, most);
  return { good: steps.slice(0, length).join(between), ...(length < steps.length && { strange: steps[length] }) };
}

/** One step further; where the way has been before, back to there. */
export function extend(trail: readonly string[], next: string): string {
  const place = trail.indexOf(next);
  return [...(place < 0 ? trail : trail.slice(0, place)), next].join(between);
}

export const longestTrail = 900;
/** The coordinate of an address by its name; undefined if it has none. */
export const coordinate = ({ kind, at }: Address, name: Coordinate): number | undefined =>
  at[(places[kind] as readonly string[]).indexOf(name)];
export const written = write;

export const readKind = (text: string) => text.split('.')[0] as Kind;
