import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create } from 'fontkit';

const require = createRequire(import.meta.url);
const file = join(
  dirname(require.resolve('@fontsource-variable/inter/package.json')),
  'files/inter-latin-wght-normal.woff2',
);
const target = 'src/kit/figure/widths.ts';

/** What figures are labeled with, of the letters that the shipped subset has. */
const isWanted = (c: string) =>
  (c >= ' ' && c < '\u007f') || '·×÷±°²³µ–—‘’“”…−′″€↑↓éèêäöüßñçøå\u00a0\u202f¹'.includes(c);

/** Advance widths in thousandths of an em, by character; with `tabular` those of digits of one width. */
export function advances(weight: number): { readonly widths: ReadonlyMap<string, number>; readonly tabular: number } {
  const bytes = readFileSync(file);
  const font = create(bytes);
  const characters = font.characterSet.map((code) => String.fromCodePoint(code)).filter(isWanted);
  // Glyph ids are those of the font as it comes. Its own varied copy cannot draw composite glyphs, and has their widths all the same:
  // the advance of the default weight (hmtx) and what the weight adds to it (HVAR).
  const ids = (text: string, features?: readonly string[]) => font.layout(text, features).glyphs.map(({ id }) => id);
  const varied = new font.constructor(new font.stream.constructor(bytes), [weight]);
  try {
    varied.layout('A');
  } catch {
    // The tables are loaded, which was the purpose.
  }
  const { metrics } = varied.hmtx;
  const widthOf = (id: number) =>
    Math.round(
      ((metrics.get(Math.min(id, metrics.length - 1)).advance +
        varied._variationProcessor.getAdvanceAdjustment(id, varied.HVAR)) *
        1000) /
        font.unitsPerEm,
    );
  return {
    widths: new Map(characters.map((c) => [c, widthOf(ids(c)[0])])),
    tabular: widthOf(ids('0', ['tnum'])[0]),
  };
}

/** The table as it is committed: characters in order, then two base-36 digits for each. */
export function tableOfWidths(): string {
  const [regular, strong] = [400, 600].map(advances);
  const characters = [...regular.widths.keys()];
  const pack = (of: typeof regular) => characters.map((c) => of.widths.get(c)!.toString(36).padStart(2, '0')).join('');
  const quoted = characters
    .join('')
    .replace(/[\\']/g, '\\$&')
    .replace('\u00a0', '\\u00a0')
    .replace('\u202f', '\\u202f');
  return `/* Written by \`npx tsx build/widths.ts\` from the font file; a test holds it against the font. */

/** Advance widths of Inter in thousandths of an em: two digits of base 36 for each of the characters, at weights 400 and 600. */
export const characters =
  '${quoted}';
export const regular =
  '${pack(regular)}';
export const strong =
  '${pack(strong)}';

/** Digits of one width, at the two weights. */
export const tabular = { regular: ${regular.tabular}, strong: ${strong.tabular} };
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(target, tableOfWidths());
