import type { Say } from '#contract/say.ts';
import { shownOf, type Coding, type Stage } from './model.ts';
import { nameOf, type Asked } from './parameters.ts';

/** A fraction as it is, if it is short; else as a decimal number. */
export function fraction(exact: string, say: Say): string {
  if (exact.length <= 13) return exact;
  const [over, under] = exact.split('/').map(Number);
  return over / under < 1e-3 ? say.probability(over / under) : say.number(over / under, 6);
}

export const intervalText = ({ low, end }: Stage, say: Say) => `[${fraction(low, say)}, ${fraction(end, say)})`;

/** Symbols as the reader wrote them; the end is a point. */
export const textOf = (symbols: readonly number[], size: number) =>
  symbols.map((symbol) => (symbol < size ? nameOf(symbol, size) : '.')).join('');

export const digitsText = (word: string) => (word === '' ? 'none' : word);
export const countOf = (n: number, one: string, say: Say) => `${n === 1 ? 'one' : say.count(n)} ${one}${n === 1 ? '' : 's'}`; // prettier-ignore

/** Which symbols the next one may still be, for a decoder: those that the numbers left have a part in. */
export function openSymbols(model: Coding, values: Asked, from: number, to: number): string[] {
  const { stage } = shownOf(model, values);
  let edge = 0;
  return stage.shares.flatMap((share, s) => {
    const [low, high] = [edge, (edge += share)];
    return low < to - 1e-12 && high > from + 1e-12 ? [nameOf(s, model.size)] : [];
  });
}
