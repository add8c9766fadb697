import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'forgotten',
    title: 'Forgotten',
    values: {},
    why: 'After 225 letters by Austen the whole past is sure of her. The last sixteen look like Melville, and a window that sees no more gives Austen 0.09.',
  },
  {
    id: 'melville',
    title: 'The other author',
    values: { author: 'melville', seed: 1, read: 175, window: 12 },
    why: 'Melville writes, and the last twelve letters look like Austen. And yet both expect the same next letter.',
  },
  {
    id: 'short',
    title: 'A short window',
    values: { window: 4, read: 60 },
    why: 'Two letters are given and two tell. The window is hardly ever sure of either author.',
  },
  {
    id: 'long',
    title: 'A long window',
    values: { window: 80, read: 200 },
    why: 'Eighty letters mostly tell the author, but at about one place in thirteen the wrong one is still the likelier. What is lost per letter is about a quarter of what a window of four letters loses.',
  },
  {
    id: 'networks',
    title: 'Two small networks',
    values: { authors: 'networks', seed: 1, read: 211 },
    why: 'Each author is a network of 27,712 numbers that has read one of the novels and sees its last 33 to 64 letters. After 211 letters the whole past is sure of Austen, and the last sixteen give her 0.01.',
  },
];
