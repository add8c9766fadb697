import { integer, text, type TextParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const letters = ['a', 'b', 'c'] as const;
export const size = letters.length;

/** How often a chain takes an arrow, in proportion to the other arrows out of the same letter: never, once or twice. */
export type Weights = readonly (readonly number[])[];
export const mostWeight = 2;

/** `ab2 bc`: an arrow from a to b, twice as likely as another out of a would be, and one from b to c. */
export const written = (weights: Weights): string =>
  weights
    .flatMap((row, x) => row.map((w, y) => (w > 0 ? `${letters[x]}${letters[y]}${w > 1 ? w : ''}` : '')))
    .filter(Boolean)
    .join(' ');

const arrow = /^([a-c])([a-c])([12]?)$/;

/** The weights that such a text stands for; undefined for any other text. */
export function weightsIn(raw: string): number[][] | undefined {
  const weights = letters.map(() => letters.map(() => 0));
  for (const word of raw.split(/[\s,+]+/).filter(Boolean)) {
    const found = arrow.exec(word);
    if (!found) return undefined;
    const [, from, to, weight] = found;
    weights[letters.indexOf(from as 'a')][letters.indexOf(to as 'a')] = Number(weight || 1);
  }
  return weights;
}

/** A chain on three letters, written as its arrows. */
function chainText(label: string, fallback: string): TextParameter {
  return {
    ...text({ label, default: fallback, maximumLength: 60, control: 'view' }),
    parse(raw) {
      const weights = weightsIn(raw);
      return weights
        ? { value: written(weights) }
        : {
            value: fallback,
            problem: `${label}: arrows are written as ab or ab2, between the letters a, b and c; ${fallback} is used.`,
          };
    },
    sample: (next) => written(letters.map(() => letters.map(() => Math.max(0, Math.floor(next() * 5) - 2)))),
  };
}

export const longest = 6;

export const params = {
  first: chainText('Arrows of the first chain', 'ab ba bc ca'),
  second: chainText('Arrows of the second chain', 'ab ac ba cb'),
  window: integer({ label: 'w, letters in the window', default: 4, min: 1, max: longest, control: 'view' }),
};

export type Asked = Values<typeof params>;
