import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'three-digits',
    title: 'Three binary digits',
    values: {},
    why: 'Eight cells, which are about as wide as what a hundred tosses leave open. Most of the three bits reach the tosses, and here the bound is least.',
  },
  {
    id: 'seven-digits',
    title: 'Seven binary digits',
    values: { cells: 128 },
    why: 'Seven bits are told, and a hundred tosses show 2.74 of them. With all digits told they would show 2.74, too.',
  },
  {
    id: 'thousand-tosses',
    title: 'A thousand tosses',
    values: { cells: 29, tosses: 1000 },
    why: 'Ten times the tosses, and what they tell rises from 2.74 bits to 4.38. The bound is least at 29 cells, and ends up 1.29 bits above the truth.',
  },
  {
    id: 'one-cell',
    title: 'Nothing told',
    values: { cells: 1, tosses: 3 },
    why: 'For three tosses it does not pay to tell anything: predict one half, and the cost of that is the least bound.',
  },
];
