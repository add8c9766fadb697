import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'sixteen',
    title: 'Sixteen cells',
    values: {},
    why: 'The digits repeat only after 65,535. Whoever looks a few digits back sees coins. For whoever knows what a register is, the shortest one is fixed after 32 digits. But then nothing has yet told it from coins: she pays some seven bits more until she trusts it, and next to nothing after the fiftieth digit.',
  },
  {
    id: 'length',
    title: 'The length is known',
    values: { told: 'length' },
    why: 'A bit for each cell of the seed, a bit for each tap that must be found, and one for the possibility that coins were tossed after all.',
  },
  {
    id: 'told',
    title: 'The taps are known',
    values: { told: 'taps' },
    why: 'Only the seed is open: a bit for each of sixteen cells, and one bit more for the possibility that coins were tossed after all.',
  },
  {
    id: 'seed',
    title: 'Everything is known',
    values: { told: 'seed' },
    why: 'The solver who knows taps and seed pays one bit, for her doubt. The others pay as before, for the same digits.',
  },
  {
    id: 'short',
    title: 'Five cells',
    values: { cells: 5, order: 5 },
    why: 'The digits repeat after 31. The counter knows nothing of registers, but he looks five digits back. Each five digits are followed by one and the same digit, and from the second round on he has seen it.',
  },
  {
    id: 'coins',
    title: 'Your digits',
    values: {
      source: 'own',
      own: '0110100010111010110001001110100101111000101101110010000110101100011101001011010010',
      order: 0,
    },
    why: 'A row of digits as one might type it. The solver expects nothing of them, and her doubt limits the damage: she pays at most one bit more than the coin thrower.',
  },
  {
    id: 'text',
    title: 'A text in bytes',
    values: { source: 'own', order: 8, own: 'A fox saw a fox saw a fox saw a fox saw a fox saw a fox.' },
    why: 'Letters come again, and the counter gains. The solver finds no short register, and pays one bit more than the coin thrower, for her doubt.',
  },
];
