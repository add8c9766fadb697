import { plain } from '#calculator/read/weights.ts';
import type { Piece, Step } from './measure.ts';

/** As many terms of a sum are written out. */
const mostTerms = 8;
const longest = 24;

export const named = (label: string) => (label.length > longest ? `${label.slice(0, longest)}…` : label || 'empty');
export const info = (nats: number): Piece => ({ nats });
export { plain };

interface Terms {
  readonly length: number;
  /** What stands before the equals sign of a term, and the term in nats. */
  term(i: number): { readonly written: Piece | readonly Piece[]; readonly nats: number } | undefined;
}

/** A sum of amounts of information, its first terms each on a line, the rest together, and the total. */
export function sumInSteps({ length, term }: Terms, total: number, name: string): Step[] {
  const steps: Step[] = [];
  let [shown, rest, count] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const found = term(i);
    if (!found) continue;
    if (shown < mostTerms) {
      shown++;
      const { written, nats } = found;
      steps.push([...(Array.isArray(written) ? (written as Piece[]) : [written as Piece]), ' = ', info(nats)]);
    } else {
      rest += found.nats;
      count++;
    }
  }
  if (count > 0) steps.push([`${count.toLocaleString('en')} more terms, together `, info(rest)]);
  return [...steps, [`${name}, their sum: `, info(total)]];
}

/** The same for plain numbers. */
export function numbersInSteps(
  terms: readonly { readonly written: string; readonly value: number }[],
  last: string,
): Step[] {
  const shown = terms.slice(0, mostTerms).map(({ written, value }): Step => [`${written} = ${plain(value)}`]);
  const rest = terms.slice(mostTerms);
  const more: Step[] =
    rest.length > 0
      ? [
          [
            `${rest.length.toLocaleString('en')} more terms, together ${plain(rest.reduce((sum, { value }) => sum + value, 0))}`,
          ],
        ]
      : [];
  return [...shown, ...more, [last]];
}
