import type { Inside, InsideEngine } from '#contract/inside.ts';
import { normalize } from '#theory/measures/distribution.ts';
import {
  headSpread,
  inductionPlaces,
  rowsOfHead,
  shareOn,
  throughHead,
  type HeadShare,
  type HeadSpread,
} from '#theory/language-models/attention-heads.ts';

/** The places that a head may look at, by name. */
export const placeNames = ['first', 'previous', 'own', 'induction'] as const;
export type PlaceName = (typeof placeNames)[number];

export interface HeadScore extends HeadSpread {
  readonly shares: Readonly<Record<PlaceName, HeadShare>>;
}

/** One head: the row of the token that looks, and the rows of the first tokens. Row 0 is the line break before the text. */
export interface ShownHead {
  readonly head: number;
  /** The token of the text whose row it is. */
  readonly token: number;
  readonly row: readonly number[];
  /** The same, each weight times the size of what its value adds, as shares of their sum. */
  readonly moved: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** Tokens of which all weights are drawn. */
export const mostDrawn = 40;

const to = (digits: number) => (x: number) => Number(x.toFixed(digits));

function rowsOf({ blocks, heads, ids }: Inside, head: number): number[][] {
  return rowsOfHead(blocks[Math.floor(head / heads)].attention, ids.length, head % heads);
}

/** By measure what every head looks at. */
export function scoresOf(inside: Inside): HeadScore[] {
  const { ids, layers, heads } = inside;
  const places: Record<PlaceName, readonly (readonly number[])[]> = {
    first: Array.from(ids, () => [0]),
    previous: Array.from(ids, (_, t) => (t > 0 ? [t - 1] : [])),
    own: Array.from(ids, (_, t) => [t]),
    induction: inductionPlaces(ids),
  };
  const five = to(5);
  return Array.from({ length: layers * heads }, (_, head) => {
    const rows = rowsOf(inside, head);
    const { entropy, most, fromEven, largest } = headSpread(rows);
    const share = (name: PlaceName): HeadShare => {
      const { share, chance, rows: count } = shareOn(rows, places[name]);
      return { share: five(share), chance: five(chance), rows: count };
    };
    const shares = {
      first: share('first'),
      previous: share('previous'),
      own: share('own'),
      induction: share('induction'),
    };
    return { entropy: five(entropy), most: five(most), fromEven: five(fromEven), largest: five(largest), shares };
  });
}

/** By head, for every row: the size of what its value adds to the stream, once the output matrix has had it. */
export async function sizesOf({ blocks, heads }: Inside, tensor: InsideEngine['tensor']): Promise<number[][]> {
  const sizes: number[][] = [];
  for (const [l, { value }] of blocks.entries()) {
    const { values: out } = await tensor(`blocks.${l}.out.weight`);
    for (let head = 0; head < heads; head++)
      sizes.push(throughHead(value, out, head, heads).map((added) => Math.hypot(...added)));
  }
  return sizes;
}

/** Where one head looks from one token, and from all of the first ones. */
export function shownOf(inside: Inside, head: number, token: number, sizes: readonly number[]): ShownHead {
  const rows = rowsOf(inside, head);
  const moved = rows[token + 1].map((weight, s) => weight * sizes[s]);
  return {
    ...{ head, token, row: rows[token + 1].map(to(4)), moved: normalize(moved).map(to(4)) },
    rows: rows.slice(0, mostDrawn).map((row) => row.map(to(3))),
  };
}
