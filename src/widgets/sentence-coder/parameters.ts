import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestText = 80;
/** Tokens that are coded: enough for the longest text in English, and not in every script. */
export const mostTokens = 40;
/** Digits of a code word: more than as many tokens of the rarest kind take. */
export const mostDigits = 1300;

export const params = {
  text: text({ label: 'Your sentence', default: 'The old man looked at the sea.', maximumLength: longestText, control: 'view' }), // prettier-ignore
  direction: choice({
    label: 'You are the',
    default: 'send',
    control: 'view',
    options: [
      { value: 'send', label: 'encoder' },
      { value: 'receive', label: 'decoder' },
    ],
  }),
  /** As many as there are, if there are fewer. */
  taken: integer({ label: 'Tokens coded', default: 4, min: 0, max: mostTokens, control: 'view' }),
  arrived: integer({ label: 'Digits arrived', default: mostDigits, min: 0, max: mostDigits, control: 'view' }),
};

export type Asked = Values<typeof params>;
