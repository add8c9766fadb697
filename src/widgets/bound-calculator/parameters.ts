import { choice, integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const tokensFrom = 100;
export const tokensTo = 1e13;

const shape = (label: string, value: number, max: number, min = 1) =>
  integer({ label, default: value, min, max, scale: 'log', control: 'view' });

export const params = {
  source: choice<'one' | 'mixture'>({
    label: 'The text is written by',
    default: 'one',
    control: 'view',
    options: [
      { value: 'one', label: 'one random transformer (theorem 3.5)' },
      { value: 'mixture', label: 'a sparse mixture of them (theorem 4.5)' },
    ],
  }),
  tokens: integer({
    label: 'Tokens read in all',
    default: 1e9,
    min: tokensFrom,
    max: tokensTo,
    scale: 'log',
    control: 'view',
  }),
  vocabulary: shape('|V|, tokens in the vocabulary', 50257, 200_000, 2),
  dimension: shape('r, dimension', 768, 16_384),
  depth: shape('L, layers', 12, 128),
  context: shape('K, tokens of context', 1024, 131_072),
  stored: integer({ label: 'Bits for each weight, stored', default: 8, min: 1, max: 32, control: 'view' }),
  length: shape('Tokens per document', 1000, 100_000, 10),
  scale: number({
    label: 'R, scale of the prior',
    default: 10,
    min: 0.1,
    max: 1000,
    step: 0.1,
    scale: 'log',
    control: 'view',
  }),
  components: shape('N, transformers in the mixture', 1000, 1e9),
};

export type Asked = Values<typeof params>;
