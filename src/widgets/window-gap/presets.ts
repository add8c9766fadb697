import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'sticky-and-mild',
    title: 'Sticky and mild',
    values: {},
    why: 'Both chains like to repeat a letter, the first one more. The whole past is sure after some sixty letters here. A window of eight goes on doubting as long as the text goes on.',
  },
  {
    id: 'longer-window',
    title: 'A window of 24',
    values: { window: 24 },
    why: 'Three times the window, and the mean miss is about a third. But the worst window is as bad as ever, and the best one still misses.',
  },
  {
    id: 'wrong-beforehand',
    title: 'The unlikely one runs',
    values: { prior: 0.95, writer: 'second' },
    why: 'The chain that runs had one chance in twenty. The whole past gets over that. A window brings the old belief along to every place of the text, for ever.',
  },
  {
    id: 'two-coins',
    title: 'Two coins',
    values: { firstA: 0.7, firstB: 0.3, secondA: 0.4, secondB: 0.6 },
    why: 'Chains without a memory: a has chance 0.7 in one, and 0.4 in the other. The predictor still needs a memory, to find out which one it is.',
  },
  {
    id: 'near-twins',
    title: 'Near twins',
    values: { firstA: 0.52, firstB: 0.5, secondA: 0.5, secondB: 0.5 },
    why: 'The chains hardly differ. No window here can tell them apart, and even 240 letters cannot. But little depends on it: after a the chances differ by 0.02, after b not at all, and a miss is less than 0.02. The best window is one that ends with a.',
  },
];
