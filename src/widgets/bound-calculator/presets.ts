import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** The smallest GPT-2 in the architecture of the theorem. */
export const gpt2 = {
  source: 'one',
  vocabulary: 50257,
  dimension: 768,
  depth: 12,
  context: 1024,
} satisfies Partial<Asked>;
export const mixtureShape = {
  source: 'mixture',
  ...{ vocabulary: 256, dimension: 64, depth: 4, context: 128, length: 1000, scale: 50, components: 10_000 },
} satisfies Partial<Asked>;

/** The shape of the book’s reader in the architecture of the theorem, and its text. */
export const readerShape = {
  source: 'one',
  ...{ vocabulary: 1024, dimension: 176, depth: 4, context: 256, tokens: 3_300_000 },
} satisfies Partial<Asked>;

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'gpt2',
    title: 'The smallest GPT-2, a billion tokens',
    values: {},
    why: 'Nineteen tokens for each weight, and the theorem allows more than an even choice among all tokens costs. It is true, and excludes nothing.',
  },
  {
    id: 'gpt2-long',
    title: 'The smallest GPT-2, 300 billion tokens',
    values: { tokens: 3e11 },
    why: 'Now the theorem says something: an ideal learner pays at most 0.074 bits per token for not knowing the weights. For weights of eight bits each the bound is fifty times smaller.',
  },
  {
    id: 'reader',
    title: 'The book’s reader, all its text',
    values: readerShape,
    why: 'Some 3.3 million tokens of text, eight for each weight that this architecture has. They are not enough for the theorem. Yet the reader has learned a lot from them: a bound that says nothing is not a network that learns nothing.',
  },
  {
    id: 'toy',
    title: 'A toy',
    values: { vocabulary: 10, dimension: 4, depth: 2, context: 8, tokens: 10_000 },
    why: 'Eighty-eight weights. From 1404 tokens on the theorem says something, sixteen tokens for each weight. Even here one token of context makes a table larger than the network.',
  },
  {
    id: 'mixture',
    title: 'A mixture of small transformers',
    values: { ...mixtureShape, tokens: 1e9 },
    why: 'A million documents by ten thousand possible authors. The bound as printed, with the factor for the depth, and with the expected number of sources: three readings of one line.',
  },
];
