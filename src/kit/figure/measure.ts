import { characters, regular, strong, tabular } from './widths.ts';

const unpack = (packed: string) =>
  new Map(Array.from(characters, (c, i) => [c, parseInt(packed.slice(2 * i, 2 * i + 2), 36)]));
const tables = { regular: unpack(regular), strong: unpack(strong) };

/** A character that the shipped subset lacks comes from a font that nobody knows: rather too wide than too narrow. In thousandths of an em. */
function unknown(c: string): number {
  if (c === '\u202f') return 250;
  if (/\p{M}/u.test(c)) return 0;
  // Superscripts and subscripts; letters; arrows and signs of mathematics.
  return /[⁰-₎]/u.test(c) ? 430 : /\p{L}/u.test(c) ? 660 : 840;
}

export interface Type {
  /** In pixels. */
  readonly size?: number;
  readonly strong?: boolean;
  /** Digits all of one width, as in `.value` and on axes. */
  readonly tabular?: boolean;
}

/** Numbers and labels of axes, and notes. */
export const small: Type = { size: 12, tabular: true };

/** How wide a line of text is in the sans of the figures, in pixels, without a document to measure in. Kerning would make it a little narrower. */
export function widthOf(text: string, { size = 13, strong: bold = false, tabular: even = false }: Type = {}): number {
  const name = bold ? 'strong' : 'regular';
  let sum = 0;
  for (const c of text) sum += even && c >= '0' && c <= '9' ? tabular[name] : (tables[name].get(c) ?? unknown(c));
  return (sum * size) / 1000;
}

/** Lines no wider than `room`, broken at spaces; a word that is wider has a line of its own. */
export function wrap(text: string, room: number, type?: Type): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && widthOf(longer, type) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
