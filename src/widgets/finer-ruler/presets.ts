import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'normal',
    title: 'A normal law',
    values: {},
    why: 'In the end each halving of Δ adds a bit. The differential entropy is a fixed height, below zero here.',
  },
  {
    id: 'fine',
    title: 'A fine ruler',
    values: { marks: 100 },
    why: 'Ten times as fine as with ten marks: 3.31 bits more. In the end it is log₂ 10 = 3.32, and h has not moved.',
  },
  {
    id: 'centimeters',
    title: 'The same in centimeters',
    values: { lengthUnit: 'centimeters' },
    why: 'The marble, the ruler and the reading are what they were. The differential entropy is 6.64 bits higher, because the unit is a hundred times smaller.',
  },
  {
    id: 'uniform',
    title: 'Spread evenly',
    values: { law: 'uniform', deviation: 0.29 },
    why: 'Over 1.005 meters: the differential entropy is the logarithm of the width, and the logarithm of one is zero.',
  },
  {
    id: 'counts',
    title: 'Infinitely many values',
    values: { law: 'counts', marks: 100 },
    why: 'How often one tosses until heads: 1, 2, 3 and so on without end. Infinitely many values, two bits, on every ruler that tells neighbors apart.',
  },
  {
    id: 'half',
    title: 'Half of it on one point',
    values: { law: 'rain', marks: 100 },
    why: 'Each marble drops into a hole in the middle with probability one half, and is spread evenly otherwise. In the end each halving adds half a bit, for half of the marbles have no more digits to tell.',
  },
  {
    id: 'gap',
    title: 'A law with a gap',
    values: { law: 'gap', marks: 20 },
    why: 'Where nothing lands, nothing is added. Among the laws with this variance and a density that are offered, this one is far below the normal law.',
  },
];
