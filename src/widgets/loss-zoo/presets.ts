import type { Preset } from '#contract/spec.ts';
import type { ZooValues } from './parameters.ts';

export const presets: readonly Preset<ZooValues>[] = [
  {
    id: 'likely',
    title: 'Nine in ten',
    values: {},
    why: 'Two losses are least at the truth. The other three are least elsewhere, however long one trains.',
  },
  {
    id: 'rare',
    title: 'A rare case',
    values: { p: 0.98 },
    why: 'Two in a hundred, counted ten times: the model says 0.17, which is good for an alarm and wrong as a probability.',
  },
  {
    id: 'three',
    title: 'Three outcomes',
    values: { truth: 'three' },
    why: 'Drag any of the three. Smoothing and focus move all of them; the weight moves one against the others.',
  },
  {
    id: 'one-of-many',
    title: 'One of a thousand',
    values: { truth: 'one', p: 0.1 },
    why: 'The likeliest of a thousand has one tenth, and focal loss says more: overconfident. With only two or three outcomes it said less.',
  },
  {
    id: 'words',
    title: 'Like words',
    values: { truth: 'zipf' },
    why: 'The k-th outcome is as likely as 1/k, roughly as with words. Focal loss ends surer than the truth, smoothing lifts the tail.',
  },
  {
    id: 'off',
    title: 'All switched off',
    values: { epsilon: 0, gamma: 0, weight: 1 },
    why: 'No smoothing, no focus, no weight: all four are cross-entropy again, and the truth is where they are least.',
  },
];
