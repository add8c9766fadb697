import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'both',
    title: 'Learned and remembered',
    values: {},
    why: 'One of two chains. The past tells about the future in two ways: it shows which chain runs, and where the chain stands.',
  },
  {
    id: 'coins',
    title: 'Two coins',
    values: { firstHeads: 0.7, firstTails: 0.7, secondHeads: 0.4, secondTails: 0.4 },
    why: 'The source that runs through the book. A coin remembers nothing, so all that the past tells about the future is which coin it is.',
  },
  {
    id: 'one-chain',
    title: 'One known chain',
    values: { share: 1 },
    why: 'It is always the first chain, and nothing is to be learned. The past still tells 0.365 bits about the future, because a toss takes after the one before it.',
  },
  {
    id: 'alike',
    title: 'Two chains that are one',
    values: { secondHeads: 0.9, secondTails: 0.2 },
    why: 'Two chains with the same chances. Which of them was picked can never be seen, so the pick is no parameter of the source, and nothing is learned.',
  },
];
