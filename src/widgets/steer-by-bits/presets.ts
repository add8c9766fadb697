import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** The view is that of the letters, and no part of it. */
const all = { low: 0, size: 1 };

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'start',
    title: 'The empty page',
    values: { ...all, written: '' },
    why: 'All texts are in the picture, in the order of a dictionary, with the space last. You zoom to the one that you want.',
  },
  {
    id: 'even',
    title: 'Nobody predicts',
    values: { ...all, predictor: 'even' },
    why: 'All letters are alike, and each costs as much as a key out of 27.',
  },
  {
    id: 'after-q',
    title: 'After q',
    values: { ...all, written: 'the q' },
    why: 'The u has nearly all of the picture. It costs next to nothing, because nobody learns anything from it.',
  },
  {
    id: 'rare',
    title: 'A word nobody expects',
    values: { ...all, written: 'zyzzyva' },
    why: 'Unlikely letters are thin. They can be written, and cost more than a key.',
  },
  {
    id: 'coins',
    title: 'Coins write',
    values: { ...all, way: 'keys', written: '', target: 'nobody' },
    why: 'Let coins choose the halves. What they write is a sample of the predictor.',
  },
  {
    id: 'network',
    title: 'The network predicts',
    values: { ...all, predictor: 'network', written: 'she had forgotten the ' },
    why: 'A better predictor gives likely texts more room, so that the same hand writes more letters.',
  },
];
