import { law } from '#contract/law.ts';
import { choice, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** What outcomes are called. */
export const letters = [...'ABCDEFGHIJKL'];
export const most = letters.length;

/** The law of the second machine, for a law of the first. */
export const others = {
  fair: (p: readonly number[]) => p.map(() => 1 / p.length),
  certain: (p: readonly number[]) => p.map((_, i) => (i === p.length - 1 ? 1 : 0)),
  mirror: (p: readonly number[]) => [...p].reverse(),
  leaning: (p: readonly number[]) => p.map((_, i) => (i === p.length - 1 ? 0.6 : 0.4 / (p.length - 1))),
};
export type Other = keyof typeof others;

const sixtyFourth = 1 / 64;

export const params = {
  p: law({
    label: 'The law',
    default: [0.5, 0.25, 0.125, 0.0625, ...Array<number>(4).fill(sixtyFourth)],
    names: letters,
    control: 'view',
  }),
  other: choice<Other>({
    label: 'The dice of the second machine',
    default: 'fair',
    options: [
      { value: 'fair', label: 'are fair' },
      { value: 'certain', label: 'always show the last letter' },
      { value: 'mirror', label: 'have this law from back to front' },
      { value: 'leaning', label: 'show the last letter with 0.6, the others alike' },
    ],
    control: 'view',
  }),
  share: number({
    label: 'Share of the second machine’s dice in the box',
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.01,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
