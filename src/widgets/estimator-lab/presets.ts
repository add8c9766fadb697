import type { Preset } from '#contract/spec.ts';
import { lastStep, type Asked } from './parameters.ts';
import { ringColumns } from './ring.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-dice',
    title: 'Two fair dice',
    values: {},
    why: 'They share nothing, and the plug-in estimate says otherwise for nearly every sample of 50. The expected error is known beforehand: about (k − 1)²/2n nats.',
  },
  {
    id: 'many-sides',
    title: 'Twenty sides',
    values: { sides: 20, pairs: 100 },
    why: 'More cells than rolls. The first correction takes off too little, since it counts only the faces that have come.',
  },
  {
    id: 'rare',
    title: 'Many rare outcomes',
    values: { source: 'rare', pairs: 100 },
    why: 'A thousand outcomes and a sample of one hundred. Plug-in is far too low.',
  },
  {
    id: 'normal',
    title: 'Normal numbers',
    values: { source: 'numbers', pairs: 100 },
    why: 'Two numbers with correlation 0.8. The fit knows the form of the law, the neighbors know nothing, the bins lose what is inside of them.',
  },
  {
    id: 'twisted',
    title: 'The same, cubed',
    values: { source: 'numbers', pairs: 100, twist: true },
    why: 'Not a bit of information is lost, and the fit does not see it.',
  },
  {
    id: 'beyond-the-ceiling',
    title: 'More than log n',
    values: { source: 'numbers', pairs: 64, dimensions: 8, correlation: 0.95 },
    why: 'The truth is over 13 bits and log n is 6. InfoNCE, with the best critic there is, and bins say nearly log n.',
  },
  {
    id: 'nothing-in-eight-dimensions',
    title: 'Nothing, in eight dimensions',
    values: { source: 'numbers', pairs: 64, dimensions: 8, correlation: 0 },
    why: 'Nothing is shared now, and the bins say what they said for 13 bits. The normal fit says about a bit.',
  },
  {
    id: 'critic',
    title: 'A critic in training',
    values: { source: 'critic', pairs: 32, dimensions: 2, step: lastStep },
    why: 'On its own 32 pairs the critic says more and more, past the truth. On new pairs it says less than the truth on average.',
  },
  {
    id: 'critic-of-nothing',
    title: 'A critic of nothing',
    values: { source: 'critic', pairs: 32, dimensions: 2, correlation: 0, step: lastStep },
    why: 'Nothing is shared. The critic finds bits in its own pairs all the same.',
  },
  {
    id: 'yours',
    title: 'Your columns',
    values: { source: 'columns' },
    why: 'Nobody knows the truth here. Compare with what the same estimators say of shuffled columns.',
  },
  {
    id: 'critic-of-yours',
    title: 'A critic of your columns',
    values: { source: 'columns', by: 'critic', columns: ringColumns },
    why: 'Points near a circle, with no correlation to speak of. Each critic is judged on new pairs, and finds the ring, but nothing in shuffled columns.',
  },
];
