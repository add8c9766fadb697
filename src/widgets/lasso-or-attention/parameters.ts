import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { letter } from './texts.ts';

export const longestText = 240;
/** So many tokens from the beginning are looked at; the last of them is the one that is explained. */
export const mostTokens = 48;
/** Of the book's reader. */
export const [layers, heads] = [4, 4];

const option = <C extends string>(value: C, label: string) => ({ value, label });

/** Percent of the penalty from which on all coefficients are zero. */
export const penalties = [100, 75, 56, 42, 32, 24, 18, 13, 10, 7, 5, 3, 2] as const;

export const params = {
  text: text({ label: 'Your text', default: letter, maximumLength: longestText, control: 'view', transient: true }),
  block: choice({
    label: 'Block',
    default: '3',
    options: Array.from({ length: layers }, (_, l) => option(String(l + 1), String(l + 1))),
    control: 'view',
  }),
  side: choice({
    label: 'Vectors for the Lasso',
    default: 'after',
    options: [option('before', 'before the feed-forward layer'), option('after', 'after it')],
    control: 'view',
  }),
  head: choice({
    label: 'Attention of',
    default: 'mean',
    options: [
      option('mean', 'all heads, their mean'),
      ...Array.from({ length: heads }, (_, h) => option(String(h + 1), `head ${h + 1}`)),
    ],
    control: 'view',
  }),
  penalty: choice({
    label: 'Penalty, as a share of the least that makes all coefficients zero',
    default: '10',
    // As along the axis, so that an arrow key moves the handle its own way.
    options: [...penalties].reverse().map((percent) => option(String(percent), `${percent}%`)),
    control: 'view',
  }),
  /** From 1, as the figure and the page count them. */
  token: integer({
    label: 'Number of the earlier token looked at',
    default: 15,
    min: 1,
    max: mostTokens - 1,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
