import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'three-tosses',
    title: 'A majority of three',
    values: {},
    why: 'Say which side came up at least twice: a third of a bit for each toss, and a quarter of them wrong. The curve says that less would do.',
  },
  {
    id: 'seven-tosses',
    title: 'Hamming’s words',
    values: { code: 'hamming', wrong: 0.125 },
    why: 'Sixteen words of seven tosses, one of them near every block. An eighth of the tosses comes back wrong, expected, and no sixteen words of seven do better.',
  },
  {
    id: 'five-letters',
    title: 'Five letters in a row',
    values: { source: 'law' },
    why: 'To take 2 for 3 costs 1, and to take 0 for 3 costs 9. The curve has no formula, and Blahut’s algorithm finds it with a proof from below.',
  },
  {
    id: 'any-error',
    title: 'Any error costs 1',
    values: { source: 'law', measure: 'wrong', price: 3 },
    why: 'With another cost of errors the same letters have another curve. What may be lost is a decision, and not a property of the source.',
  },
  {
    id: 'four-cells',
    title: 'Four cells',
    values: { source: 'normal' },
    why: 'The best four cells there are, two bits. They lose 0.117 of the variance, and the curve at two bits 0.063.',
  },
  {
    id: 'sixteen-cells',
    title: 'Sixteen cells',
    values: { source: 'normal', levels: 16 },
    why: 'Four bits. The points move away from the curve, and even cells with words of their own length stay a quarter of a bit above it.',
  },
  {
    id: 'landscape',
    title: 'A landscape',
    values: { source: 'picture' },
    why: 'Two coders with about as many bits. One rounds pixels; the other rounds waves, and has about half the error. The dotted curve is that of a model, and no bound for this picture.',
  },
  {
    id: 'coarse',
    title: 'A coarse landscape',
    values: { source: 'picture', step: 96 },
    why: 'Under a fifth of a bit for a pixel. The hills have become blocks: waves that would make them ragged are rounded to nothing.',
  },
  {
    id: 'normal-blocks',
    title: 'Normal blocks',
    values: { source: 'picture', drawn: true },
    why: 'Drawn from the normal model of the landscape: each wave is as strong as there, and chance alone decides it. Now the curve is a bound, on average over the draws, and the coder is above it.',
  },
];
