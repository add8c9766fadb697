import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'any-coin',
    title: 'Any coin',
    values: {},
    why: 'Nothing is known of the bias. The sum grows without end, ever more slowly: about half a bit for each doubling of the tosses.',
  },
  {
    id: 'two-coins',
    title: 'One of two',
    values: { prior: 'two', tosses: 100 },
    why: 'There is one bit to learn. The sum never passes it, and comes as near to it as one likes: a late toss costs hardly more than it costs one who knows. At 100 tosses nearly every game pays the whole bit; a rare one takes one coin for the other. A sample without such a game averages too much, and its standard error does not know.',
  },
  {
    id: 'nearly-fair',
    title: 'A nearly fair coin',
    values: { prior: 'fair', tosses: 60 },
    why: 'Much is known beforehand, so little is paid at first. In the long run the sum grows as for any coin, half a bit for each doubling; at 200 tosses it has not come to that yet.',
  },
  {
    id: 'first-toss',
    title: 'One toss',
    values: { tosses: 1, runs: 200 },
    why: 'One toss of an unknown coin costs a full bit, of which 0.279 are for not knowing the coin. Single games are far from the average: in some of them you pay less than your friend.',
  },
];
