import { integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestPrompt = 300;
/** The size of the reader's vocabulary: keeping so many tokens cuts none. */
export const vocabulary = 1024;

/** The neutral value of each of the four settings is its default. */
export const params = {
  prompt: text({
    label: 'A beginning',
    default: 'It was a dark night, and the old man',
    maximumLength: longestPrompt,
    control: 'view',
    transient: true,
  }),
  temperature: number({ label: 'Temperature', default: 1, min: 0, max: 2, step: 0.01, control: 'view' }),
  topK: integer({ label: 'Top-k: keep so many tokens', default: vocabulary, min: 1, max: vocabulary, control: 'view' }),
  topP: number({
    label: 'Top-p: keep this much probability',
    default: 1,
    min: 0.01,
    max: 1,
    step: 0.01,
    control: 'view',
  }),
  minP: number({
    label: 'Min-p: keep this share of the likeliest',
    default: 0,
    min: 0,
    max: 1,
    step: 0.005,
    control: 'view',
  }),
  count: integer({ label: 'Continuations', default: 6, min: 1, max: 12, control: 'view' }),
  length: integer({ label: 'Tokens in each', default: 24, min: 1, max: 120, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
