import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** One over the rank, to sum 1. */
const zipf = (size: number) => {
  const weights = Array.from({ length: size }, (_, i) => 1 / (i + 1));
  const total = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / total);
};
const fair = (size: number) => Array<number>(size).fill(1 / size);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'race',
    title: 'Eight horses',
    values: {},
    why: 'Eight outcomes, and two bits: no more than four that are equally likely. The four outsiders together win one race in sixteen.',
  },
  {
    id: 'fair',
    title: 'A fair die',
    values: { p: fair(6) },
    why: 'Only here are the outcomes what is counted: all six have the same surprisal, log₂ 6, and their mean is that too.',
  },
  {
    id: 'loaded',
    title: 'A loaded die',
    values: { p: [0.9, 0.02, 0.02, 0.02, 0.02, 0.02] },
    why: 'Still six outcomes, each of them possible. Yet a throw is less uncertain than that of a fair coin, which has two.',
  },
  {
    id: 'certain',
    title: 'A certain outcome',
    values: { p: [1, 0, 0, 0, 0, 0] },
    why: 'What must happen tells nothing. What cannot happen would be infinitely surprising, and never is.',
  },
  {
    id: 'zipf',
    title: 'Zipf: one over the rank',
    values: { p: zipf(12) },
    why: 'Words of a language come somewhat like this. The law is far from flat, and yet it has 3.08 of the 3.58 bits that twelve outcomes can have. With 50,257 outcomes the same rule has 10.9 of 15.6.',
  },
  {
    id: 'factory',
    title: 'Dice from two machines',
    values: { p: [0.75, 0.05, 0.05, 0.05, 0.05, 0.05], other: 'mirror' },
    why: 'One machine loads its dice for A, the other one for F. A die from the box has the average law, which is more uncertain than either.',
  },
  {
    id: 'fair-and-certain',
    title: 'Fair dice and certain ones',
    values: { p: fair(4), other: 'certain' },
    why: 'Averaging raises the entropy above the average of the two, 1 bit. It does not raise it above both: the fair machine alone has 2 bits, the box 1.549.',
  },
  {
    id: 'coins',
    title: 'One of two coins',
    values: { p: [0.7, 0.3], other: 'leaning' },
    why: 'A is heads: one coin has it with 0.7, the other one with 0.4. A toss of one that you do not know has 0.993 bits, and 0.926 for one who knows the coin, on average. The rest, 0.067 bits, is what the toss tells about the coin, expected.',
  },
];
