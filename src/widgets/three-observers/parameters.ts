import { choice, integer, text, type TextParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { longestTaps } from '#sim/linear-register.ts';

export const [fewestCells, mostCells] = [2, 16];
/** Digits that the register writes, and most digits of a text of the reader’s. */
export const [written, mostDigits] = [256, 512];

/** One digit for each cell of the longest register; shorter ones use the first of them. */
function cellsOf(label: string, fallback: string): TextParameter {
  return {
    ...text({ label, default: fallback, maximumLength: mostCells, control: 'view' }),
    parse: (raw) =>
      /^[01]{16}$/.test(raw)
        ? { value: raw }
        : { value: fallback, problem: `${label}: sixteen zeros and ones; ${fallback} is used.` },
    sample: (next) => Array.from({ length: mostCells }, () => (next() < 0.5 ? '0' : '1')).join(''),
  };
}

export const told = ['form', 'length', 'taps', 'seed'] as const;
export type Told = (typeof told)[number];

export const params = {
  told: choice<Told>({
    label: 'The solver has been told',
    control: 'view',
    default: 'form',
    options: [
      { value: 'form', label: 'nothing of this register' },
      { value: 'length', label: 'how many cells it has' },
      { value: 'taps', label: 'its taps, too' },
      { value: 'seed', label: 'taps and seed' },
    ],
  }),
  at: integer({ label: 'Digits read', default: mostDigits, min: 1, max: mostDigits, control: 'view' }),
  order: integer({
    label: 'The counter looks back',
    unit: 'digits',
    default: 3,
    min: 0,
    max: 10,
    control: 'view',
  }),
  source: choice({
    label: 'The string is written by',
    control: 'view',
    default: 'register',
    options: [
      { value: 'register', label: 'a register' },
      { value: 'own', label: 'you' },
    ],
  }),
  cells: integer({
    label: 'Cells of the register',
    default: mostCells,
    min: fewestCells,
    max: mostCells,
    control: 'view',
  }),
  feedback: choice({
    label: 'Its taps',
    control: 'view',
    default: 'longest',
    options: [
      { value: 'longest', label: 'those of a longest period' },
      { value: 'own', label: 'those set below' },
    ],
  }),
  taps: cellsOf('Taps', longestTaps(mostCells).join('')),
  start: cellsOf('Seed', '1000011100110101'),
  own: text({
    label: 'Zeros and ones, or any text',
    default: 'Whose information is it?',
    maximumLength: mostDigits,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;

/** The register as it is set. */
export function registerOf({ cells, feedback, taps, start }: Asked) {
  const first = (digits: string) => [...digits].slice(0, cells).map(Number);
  return { taps: feedback === 'longest' ? longestTaps(cells) : first(taps), seed: first(start) };
}

/** Whether a text is of zeros and ones, spaces apart. */
export const areDigits = (own: string) => /^[01]+$/.test(own.replaceAll(/\s/g, ''));

/** The digits of a text: itself if it is of zeros and ones, spaces apart; else its bytes in UTF-8, highest digit first. */
export function digitsOf(own: string): number[] {
  const digits = areDigits(own)
    ? own.replaceAll(/\s/g, '')
    : [...new TextEncoder().encode(own)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return [...digits].slice(0, mostDigits).map(Number);
}
