import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** The same arrows in both, with other odds. */
export const sameArrows = { first: 'ab2 ac ba bc2 ca2 cb', second: 'ab ac2 ba2 bc ca cb2' };
export const opposite = { first: 'ab bc ca', second: 'ac ba cb' };

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'shared-cycle',
    title: 'A shared cycle',
    values: {},
    why: 'Each chain has arrows that the other has not, and each of those tells for sure. But both can go from a to b and back as long as they like, and a window full of that tells nothing for sure.',
  },
  {
    id: 'opposite-ways',
    title: 'Opposite ways around',
    values: { ...opposite, window: 2 },
    why: 'They share no arrow. Any two letters tell which chain runs, so a window of two is as good as the whole past.',
  },
  {
    id: 'same-arrows',
    title: 'Same arrows, other odds',
    values: { ...sameArrows, window: 4 },
    why: 'No letter is ever impossible for one of them alone. This is the case that the lemma was first stated for: no window is enough.',
  },
  {
    id: 'one-loop',
    title: 'One loop in common',
    values: { first: 'aa ab bc ca', second: 'aa ac ba cb', window: 4 },
    why: 'Of their four arrows they share one, from a to itself. It is a cycle, and one is enough: a window that is all a says nothing for sure.',
  },
  {
    id: 'longest-way',
    title: 'The longest way to be sure',
    values: { first: 'ab bc ca', second: 'ab ba bc cb', window: 3 },
    why: 'They share the way from a over b to c, and no cycle. Three letters can leave a doubt, and four cannot. With three letters in the alphabet no finite answer is longer.',
  },
];
