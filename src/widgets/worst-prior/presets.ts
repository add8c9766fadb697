import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'five-coins',
    title: 'Five coins, all alike',
    values: {},
    why: 'Five coins at equal distances cost 1.68 bits, and every bias alike only 1.23. Yet this is not the worst: the two trick coins cost more than the others.',
  },
  {
    id: 'level',
    title: 'A level curve',
    values: { second: 0.22, fourth: 0.78, weights: [0.2775, 0.1676, 0.1098, 0.1676, 0.2775] },
    why: 'All five coins cost the same, and no other coin costs more. So no way to draw a coin costs more in ten tosses, to within a ten-thousandth of a bit.',
  },
  {
    id: 'every-bias',
    title: 'Every bias alike',
    values: { prior: 'bias' },
    why: 'A trick coin costs 3.46 bits, a fair coin 0.75. Most of the coins drawn are of the cheap kind.',
  },
  {
    id: 'every-angle',
    title: 'Every angle alike',
    values: { prior: 'angle' },
    why: 'Jeffreys’ prior has more coins near the ends. Its curve is nearly level in the middle, and rises at both ends.',
  },
  {
    id: 'every-odds',
    title: 'Every log-odds alike',
    values: { prior: 'odds' },
    why: 'In another coordinate the even spread costs another amount: 1.523 bits, a hair above Jeffreys’ prior.',
  },
  {
    id: 'nearly-fair',
    title: 'Nearly fair coins',
    values: { prior: 'narrow' },
    why: 'Also spread evenly over a coordinate, and ten tosses tell 0.14 bits: coins that are nearly alike cost little, whatever their spread.',
  },
  {
    id: 'two-coins',
    title: 'Heads 0.7 or 0.4',
    values: { first: 0.4, second: 0.4, third: 0.4, fourth: 0.7, fifth: 0.7, weights: [0.5, 0, 0, 0.5, 0] },
    why: 'The two coins of this book. They cost 0.47 bits, and one who expects only them pays 8.37 bits for a coin that never shows heads.',
  },
];
