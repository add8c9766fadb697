import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Parameters of the smallest and the largest model, and of the one whose loss is one nat. */
export const [smallest, largest, oneNat] = [1e5, 1e11, 1e7];

export const params = {
  metric: choice({
    label: 'Grade them by',
    default: 'exact',
    options: [
      { value: 'loss', label: 'loss' },
      { value: 'token', label: 'probability of a token' },
      { value: 'edits', label: 'wrong tokens' },
      { value: 'exact', label: 'exact match' },
      { value: 'choice', label: 'multiple choice' },
      { value: 'brier', label: 'Brier score' },
    ],
    control: 'view',
  }),
  source: choice({
    label: 'What is graded',
    default: 'law',
    options: [
      { value: 'law', label: 'models whose loss is a power of their size' },
      { value: 'network', label: 'one network of this book, while it learns' },
    ],
    control: 'view',
  }),
  length: integer({
    label: 'ℓ, tokens of an answer',
    default: 20,
    min: 1,
    max: 60,
    scale: 'log',
    singlyTo: 60,
    control: 'view',
  }),
  items: integer({ label: 'n, questions in the test', default: 30, min: 1, max: 1000, scale: 'log', control: 'view' }),
  size: number({
    label: 'N, parameters of the model',
    default: 1e9,
    min: smallest,
    max: largest,
    step: 1e5,
    scale: 'log',
    control: 'view',
  }),
  checkpoint: integer({ label: 'Checkpoint', default: 11, min: 1, max: 15, control: 'view' }),
  alpha: number({ label: 'α, exponent of the loss', default: 0.4, min: 0.2, max: 0.8, step: 0.01, control: 'view' }),
  options: integer({ label: 'k, options of a question', default: 4, min: 2, max: 10, control: 'view' }),
  scatter: number({
    label: 's, how much questions differ',
    default: 0.25,
    min: 0.05,
    max: 2,
    step: 0.05,
    control: 'view',
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
export type Metric = Asked['metric'];
