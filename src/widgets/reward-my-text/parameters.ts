import { choice, integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestPrompt = 200;

export const params = {
  prompt: text({ label: 'A beginning', default: 'He looked up and saw', maximumLength: longestPrompt, control: 'view', transient: true }), // prettier-ignore
  reward: choice({
    label: 'A reward of 1 for',
    default: 'words',
    options: [
      { value: 'words', label: 'one of these words' },
      { value: 'without', label: 'none of these characters' },
      { value: 'length', label: 'length, in proportion' },
    ],
    control: 'view',
  }),
  words: text({ label: 'Words', default: 'she, her, woman, lady', maximumLength: 120, control: 'view', transient: true }), // prettier-ignore
  letters: text({ label: 'Characters', default: 'e', maximumLength: 26, control: 'view', transient: true }),
  beta: number({ label: 'β, price of a nat, in reward', default: 0.3, min: 0.05, max: 5, step: 0.01, scale: 'log', control: 'view' }), // prettier-ignore
  count: integer({ label: 'Continuations drawn', default: 100, min: 4, max: 256, control: 'view' }),
  length: integer({ label: 'Tokens in each', default: 12, min: 2, max: 24, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
