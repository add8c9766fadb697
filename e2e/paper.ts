import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a sheet of paper, in points from the lower left corner. */
export interface Printed {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Size of the type. */
  readonly size: number;
  /** How far its line is turned, in radians; 0 where it is level. */
  readonly turn: number;
}

/** The texts of each sheet of a PDF, without the number of the sheet at its foot. */
export async function readPaper(pdf: Buffer): Promise<Printed[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets: Printed[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, c, d, x, y] = item.transform as number[];
      return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d), turn: Math.atan2(b, a) };
    });
    sheets.push(texts.filter(({ y }) => y > foot));
  }
  await document.destroy();
  return sheets;
}

/** The margin below the text, where the sheet has its number: 20 mm, in points. */
const foot = (20 / 25.4) * 72;

/** What every letter covers at least, in parts of the size of the type: from the baseline up. Accents and descenders do not count. */
const body = 0.42;
/** Neighbors on a line may touch. */
const touch = 1;

/** A letter or two, an exponent say, may have been left out of a line and stand in the gap, which is read as a space. */
const fitsInto = (line: Printed, letters: Printed) =>
  line.text.includes(' ') && letters.text.length <= 2 && letters.width < 1.2 * line.size;

/** Where a text begins for a reader who turns the paper by an angle. */
const turnedBy = ({ x, y, ...rest }: Printed, angle: number): Printed => ({
  ...rest,
  x: x * Math.cos(angle) + y * Math.sin(angle),
  y: y * Math.cos(angle) - x * Math.sin(angle),
});

/** Pairs of texts that lie on each other. Two that are turned alike are looked at along their lines. */
function collisions(texts: readonly Printed[]): string[] {
  const words = texts.filter(({ text }) => /[\p{Lu}\p{Ll}\p{Lo}\p{N}]/u.test(text));
  const found: string[] = [];
  words.forEach((first, i) => {
    for (const second of words.slice(i + 1)) {
      const angle = Math.abs(first.turn - second.turn) < 1e-3 ? first.turn : 0;
      const [a, b] = angle === 0 ? [first, second] : [turnedBy(first, angle), turnedBy(second, angle)];
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const up = Math.min(a.y + body * a.size, b.y + body * b.size) - Math.max(a.y, b.y);
      // A text that is drawn twice in its place has a halo.
      const halo = a.text === b.text && Math.abs(a.x - b.x) < 0.1 && Math.abs(a.y - b.y) < 0.1;
      if (across > touch && up > 0.5 && !halo && !fitsInto(a, b) && !fitsInto(b, a))
        found.push(`“${a.text}” and “${b.text}”`);
    }
  });
  return found;
}

export const formats = ['A4', 'Letter'] as const;

/** Sheets on which texts lie on each other, or on which there is nothing. */
export async function printingFaults(page: Page, format: (typeof formats)[number]): Promise<string[]> {
  const sheets = await readPaper(await page.pdf({ format }));
  if (sheets.length === 0) return ['no sheet'];
  return sheets.flatMap((texts, i) =>
    [...(texts.length === 0 ? ['blank'] : []), ...collisions(texts)].map((fault) => `sheet ${i + 1}: ${fault}`),
  );
}
