import { Refusal, type Reading } from '#calculator/subject.ts';
import { bytesOf } from './sequence.ts';
import { inBoth } from './weights.ts';

const names: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\n': 'line feed',
  '\r': 'carriage return',
  '\t': 'tab',
  '\0': 'NUL',
  '\u00a0': 'no-break space',
};
/** A sign that can be seen for one that cannot. */
const shown = (character: string) =>
  names[character] ??
  (/[\p{C}\p{Z}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character);

/** More characters than this make nothing clearer. */
const most = 2_000_000;

/** A text as its characters, Unicode's code points; a byte-order mark is dropped, line ends are kept as they are. */
export function textOf(source: string): Omit<Reading, 'kind' | 'because'> {
  const hasMark = source.startsWith('\uFEFF');
  const text = hasMark ? source.slice(1) : source;
  if (text === '') throw new Refusal('There is nothing to read.');
  const numbers = new Map<string, number>();
  const symbols: number[] = [];
  const counts: number[] = [];
  let bytes = 0;
  for (const character of text) {
    if (symbols.length >= most) break;
    const number = numbers.get(character) ?? numbers.size;
    numbers.set(character, number);
    symbols.push(number);
    bytes += bytesOf(character);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const n = symbols.length;
  const bias = (counts.length - 1) / (2 * n);
  return {
    size: `${n.toLocaleString('en')} character${n === 1 ? '' : 's'}, ${counts.length} different`,
    subject: {
      law: { p: counts.map((count) => count / n), labels: Array.from(numbers.keys(), shown).slice(0, counts.length) },
      counts: { counts },
      text: { symbols, bytes },
    },
    warnings: [
      ...(hasMark ? ['A byte-order mark at its beginning is left out.'] : []),
      ...(/\r\n/.test(text) ? ['Its lines end in CR and LF, which count as two characters.'] : []),
      ...(symbols.length < text.length && n === most
        ? [`Only the first ${most.toLocaleString('en')} characters are read.`]
        : []),
      ...(bias > 0.02
        ? [
            `A short text: the entropy of its characters, taken for that of the source, is too small by at least about ${inBoth(bias)} on average, if they were independent draws; by more if the source has characters that have not come.`,
          ]
        : []),
      'Shares of characters say nothing of their order. No number here is the entropy rate of a language.',
    ],
  };
}
