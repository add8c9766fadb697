import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'in-between',
    title: 'The coin in between',
    values: {},
    why: 'The fair coin lies between the other two. After two heads and two tails, in any order, the window predicts exactly one half: it is right in three windows of eight, for ever.',
  },
  {
    id: 'outermost',
    title: 'An outermost coin',
    values: { tossed: 2 },
    why: 'The same coins, and now the coin with 0.7 is tossed. Every window mixes in some of the other two, which both lie on its left, so that no window is right. Long ones come near.',
  },
  {
    id: 'odd',
    title: 'An odd window',
    values: { window: 5 },
    why: 'Five tosses are never balanced. The fair coin is missed after each of them, although it lies in between: the hull permits a hit, and does not promise one.',
  },
  {
    id: 'hidden',
    title: 'The toss out of sight',
    values: { pause: 6 },
    why: 'Between two tosses come six symbols that all sources share. A window of four sees only these. It predicts the mean of the coins, which is the fair coin: right at every toss.',
  },
  {
    id: 'two',
    title: 'Two coins',
    values: { count: 2 },
    why: 'Of two coins that differ both are outermost. Whichever is tossed, no window is ever right.',
  },
];
