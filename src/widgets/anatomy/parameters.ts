import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { checkTrail, longestTrail } from './addresses.ts';

export const story = 'He shook his';
export const longestText = 200;
/** All neurons of a feed-forward layer. */
export const mostTerms = 704;

const way = text({ label: 'The way so far', default: '', maximumLength: longestTrail, control: 'view' });

export const params = {
  text: text({ label: 'Your text', default: story, maximumLength: longestText, control: 'view', transient: true }),
  trail: {
    ...way,
    parse(raw: string) {
      const { value, problem } = way.parse(raw);
      const { good, strange } = checkTrail(value);
      return strange === undefined
        ? { value, ...(problem !== undefined && { problem }) }
        : {
            value: good,
            problem: `The way so far: “${strange.slice(0, 40)}” is no number of this network; the way ends before it.`,
          };
    },
    sample: () => '',
  },
  against: choice({
    label: 'The logit',
    default: 'next',
    options: [
      { value: 'itself', label: 'by itself' },
      { value: 'next', label: 'over the likeliest other' },
    ],
    control: 'view',
  }),
  terms: integer({ label: 'Terms that are written out', default: 8, min: 4, max: mostTerms, control: 'view' }),
};

export type V = Values<typeof params>;
