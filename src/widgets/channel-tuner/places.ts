import { place, type Places } from '#contract/places.ts';
import { lawFor, lineOf, sizes, type Asked } from './parameters.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const [least, most] = [sizes[0], sizes[sizes.length - 1]];

function jointOf(asked: Asked): number[][] {
  const { channel, sent } = lineOf(asked);
  const p = lawFor(asked.p, sent.length);
  return channel.map((row, x) => row.map((w) => p[x] * w));
}

/** A joint law as a law of what is sent and a line. Letters that are never sent, and those that never arrive, were filled in. */
function taken(rows: readonly (readonly number[])[], asked: Asked): Partial<Asked> | string {
  const { channel } = lineOf(asked);
  const ours = jointOf(asked);
  const isLikeOurs = rows.length === channel.length && rows[0].length === channel[0].length;
  // An address rounds: what we gave away comes back as nearly the same, and changes nothing.
  if (isLikeOurs && rows.every((row, x) => row.every((w, y) => Math.abs(w - ours[x][y]) < 1e-11))) return {};
  const arrives = rows[0].map((_, y) => isLikeOurs || rows.some((row) => row[y] > 0));
  const kept = isLikeOurs ? rows : rows.filter((row) => sum(row) > 0).map((row) => row.filter((_, y) => arrives[y]));
  const fits = (size: number) => size >= least && size <= most;
  if (!fits(kept.length) || !fits(kept[0].length))
    return `A line has ${least} to ${most} letters on either side here; of this table ${kept.length} rows and ${kept[0].length} columns occur.`;
  const p = kept.map(sum);
  return {
    line: 'own',
    rounds: 0,
    p,
    // Of a letter that is never sent, the table does not say what would arrive: that stays as it is.
    channel: kept.map((row, x) => (p[x] > 0 ? row.map((w) => w / p[x]) : channel[x])),
  };
}

export const places: Places<Asked> = {
  p: place(
    'distribution',
    'how often each letter is sent',
    (asked) => ({ kind: 'distribution', values: lawFor(asked.p, lineOf(asked).sent.length) }),
    ({ values }, asked) => {
      const letters = lineOf(asked).sent.length;
      return values.length > letters
        ? `It has ${values.length} outcomes, and ${letters} letters are sent through this line.`
        : { p: [...values, ...Array<number>(letters - values.length).fill(0)], rounds: 0 };
    },
  ),
  joint: place(
    'joint',
    'what is sent and what arrives',
    (asked) => ({ kind: 'joint', rows: jointOf(asked) }),
    ({ rows }, asked) => taken(rows, asked),
  ),
};
