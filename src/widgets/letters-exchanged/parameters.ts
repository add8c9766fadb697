import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { toldNames, toldNetworks, toldPlaces } from '#sim/told-places.ts';

/** A line break is read before it. */
export const longestText = toldPlaces - 1;

export const prepared =
  'The door stood open, and the lamp was lit. Nobody came. On the table lay a letter, and beside it a key, and in the grate a fire';

export const params = {
  text: text({ label: 'Your text', default: prepared, maximumLength: longestText, control: 'view', transient: true }),
  network: choice({
    label: 'How the network is told of places',
    default: 'none',
    control: 'view',
    options: toldNetworks.map((value) => ({ value, label: toldNames[value] })),
  }),
  back: integer({
    label: 'Places before the last at which the exchanged pair ends',
    default: 1,
    min: 1,
    max: toldPlaces - 2,
    scale: 'log',
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
