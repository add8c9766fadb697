import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'unwound',
    title: 'A spiral is unwound',
    values: {},
    why: 'Each layer only moves points, no two to one place. The whole bit is there from the beginning; a straight border gets at it layer by layer.',
  },
  {
    id: 'noisy',
    title: 'With noise',
    values: { noise: 0.2 },
    why: 'Now every layer loses something for good, and the straight border still gains. One curve falls, the other rises, and they say so of the same points.',
  },
  {
    id: 'too-far',
    title: 'Turned too far',
    values: { turn: 2 },
    why: 'The layers go on after the spiral is straight. A linear probe loses all that it had gained, and no information has gone anywhere.',
  },
  {
    id: 'cubes',
    title: 'A cleverer probe',
    values: { probe: 'cubic' },
    why: 'For a border that may bend, more is usable at the input and fewer layers are needed. What a layer does for a reader depends on the reader.',
  },
  {
    id: 'table',
    title: 'A table of all places',
    values: { probe: 'any', samples: 100 },
    why: 'One who may say anything at each place can use all there is, at every stage alike. But a hundred points do not teach the table: on points drawn afresh it saves far less.',
  },
  {
    id: 'xor',
    title: 'XOR',
    values: { problem: 'xor', stage: 1 },
    why: 'The smallest case. What is known about the input falls from 2 bits to 1.5 and 1, what is known about the label stays at 1 bit, and a linear probe goes from nothing to everything.',
  },
];
