import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

const summer: Partial<Asked> = { sun: 1, cloud: 2, rain: 3, frost: 3 };

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'winter-code',
    title: 'The winter code in summer',
    values: {},
    why: 'The shortest word is for frost, which comes one day in eight. Sun comes one day in two and has one of the longest.',
  },
  {
    id: 'summer-code',
    title: 'The summer code',
    values: summer,
    why: 'Every column is as high as fits its width. The area is the entropy, 1.75 bits, and no code that can be read back does better.',
  },
  {
    id: 'all-alike',
    title: 'All words alike',
    values: { sun: 2, cloud: 2, rain: 2, frost: 2 },
    why: 'The code of one who expects nothing in particular. It costs a quarter of a bit a report more than it must.',
  },
  {
    id: 'half-empty',
    title: 'A shelf half empty',
    values: { sun: 2, cloud: 3, rain: 4, frost: 4 },
    why: 'This code expects the right weather. All its words are one digit too long, so half of the shelf stays empty: that alone costs a bit.',
  },
  {
    id: 'no-whole-digits',
    title: 'Where whole digits do not fit',
    values: { ...summer, p: [0.7, 0.1, 0.1, 0.1] },
    why: 'The best code of whole words, and still above the entropy: sun deserves half a digit, and the other three 3.3. A coder of long messages can give it to them.',
  },
  {
    id: 'waste',
    title: 'The waste alone',
    values: { seen: 2 },
    why: 'The floor has sunk by what each weather deserves. Above the line is paid too much, below it too little, and together it is the divergence, since the shelf is full.',
  },
  {
    id: 'interval',
    title: 'A message as an interval',
    values: { ...summer, seen: 3 },
    why: 'Each column is as wide as its share of the shelf. Each report narrows the interval, and the height is minus the logarithm of the width.',
  },
];
