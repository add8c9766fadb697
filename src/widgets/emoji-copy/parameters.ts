import { choice, integer, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestWindow = 2 ** 17;

export const params = {
  window: integer({
    label: 'w, tokens in the window',
    default: 1024,
    min: 1,
    max: longestWindow,
    scale: 'log',
    control: 'view',
  }),
  tail: choice<'copied' | 'anew'>({
    label: 'The emoji at the end are',
    default: 'copied',
    options: [
      { value: 'copied', label: 'copies of the first' },
      { value: 'anew', label: 'drawn anew' },
    ],
    control: 'view',
  }),
  copied: integer({ label: 'Emoji at the beginning, and at the end', default: 7, min: 1, max: 10, control: 'view' }),
  emoji: integer({ label: 'Emoji to draw from', default: 64, min: 2, max: 64, control: 'view' }),
  between: integer({
    label: 'Tokens between',
    default: 10_000,
    min: 10,
    max: 100_000,
    scale: 'log',
    control: 'view',
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
