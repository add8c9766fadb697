import type { Preset } from '#contract/spec.ts';
import { mostBins, type Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'thirty-bins',
    title: 'tanh, thirty bins',
    values: {},
    why: 'The classical picture: what the last layer tells of the input rises a little and falls, with a second hump on the way. Over its last fall, of two bits from step 109 on, the network gets more new cases wrong, not fewer.',
  },
  {
    id: 'fine-bins',
    title: 'The same network, finer bins',
    values: { bins: mostBins },
    why: 'Not one weight is different: the same network is read anew, in a hundred thousand bins. Its last layer tells nearly all nine bits of the input at every step.',
  },
  {
    id: 'linear',
    title: 'Linear units',
    values: { activation: 'linear' },
    why: 'They never saturate and keep nearly all of the input. At the end new cases go wrong less often than with tanh.',
  },
  {
    id: 'clean-labels',
    title: 'No wrong labels',
    values: { flips: 0 },
    why: 'Now tanh ends without a single error, and has lost more than five bits. So do linear units, and they have lost next to none.',
  },
  {
    id: 'relu',
    title: 'ReLU',
    values: { activation: 'relu' },
    why: 'Units that saturate on one side only. Here some inputs do lead to the same numbers, since they switch units off: even an exact reading loses them.',
  },
  {
    id: 'noisy',
    title: 'Through noise',
    values: { reading: 'noise', noise: 0.5 },
    why: 'A true channel, where what gets through is finite without bins. With this much noise what gets through doubles between steps 10 and 135, while thirty bins show a fall by two bits. With less noise it falls, too.',
  },
];
