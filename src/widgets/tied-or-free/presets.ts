import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'free',
    title: 'Free bits',
    values: {},
    why: 'Two fair, independent bits: they are equal half of the time, and the symbol tells half a bit. No independent bits tell more here.',
  },
  {
    id: 'tied',
    title: 'One bit, used twice',
    values: { tie: 1 },
    why: 'One whole bit is tied, and the symbol tells twice as much as with free bits.',
  },
  {
    id: 'xor-free',
    title: 'XOR, free bits',
    values: { source: 'xor' },
    why: 'Whether two free, fair bits differ is a fair bit. Independent bits attain the most that there is.',
  },
  {
    id: 'xor-tied',
    title: 'XOR, tied bits',
    values: { source: 'xor', tie: 1 },
    why: 'Equal bits never differ, so the symbol is known beforehand. Here a tie spoils everything.',
  },
  {
    id: 'and',
    title: 'AND',
    values: { source: 'and', first: 0.71, second: 0.71 },
    why: 'Independent bits attain the most here, too, but not two fair ones: the two chances must multiply to one half, as 0.71 and 0.71 nearly do.',
  },
  {
    id: 'each',
    title: 'Each by itself',
    values: { source: 'each', noise: 0.1 },
    why: 'Two sources beside each other, each with a bit of its own. Here independent bits always suffice, and no tie makes the symbols tell more.',
  },
];
