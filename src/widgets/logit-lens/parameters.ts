import { integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { story } from './texts.ts';

/** More than this does not fit into one window. */
export const longestText = 1500;
/** A value of `token` that follows the text. */
export const mostChanged = -1;

export const params = {
  text: text({ label: 'Your text', default: story, maximumLength: longestText, control: 'view', transient: true }),
  stage: integer({ label: 'Block after which the network is stopped (0: before the first)', default: 2, min: 0, max: 12, control: 'view' }), // prettier-ignore
  token: integer({
    label: 'Token looked at (−1: the one whose cost the last block changes most)',
    default: mostChanged,
    min: mostChanged,
    max: 254,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
