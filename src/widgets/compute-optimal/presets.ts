import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'chinchilla',
    title: 'Twenty to one',
    values: {},
    why: 'Chinchilla’s budget, and twenty tokens per parameter. By the constants of 2024 this is nearly the best. A seventh as many tokens per parameter, or seven times as many, would cost 0.01 nats more.',
  },
  {
    id: 'as-printed',
    title: 'As printed',
    values: { law: 'published', ratio: 1.97 },
    why: 'By the constants that were printed in 2022 the same budget asks for 93 tokens per parameter, and for more and more as it grows.',
  },
  {
    id: 'wrong-advice',
    title: 'Their advice, our bill',
    values: { ratio: 1.97 },
    why: 'The advice of the printed constants, judged by those of 2024. The loss is higher by 0.0066 nats, and a fifth of the budget is gone for it.',
  },
  {
    id: 'kaplan',
    title: 'The line of 2020',
    values: { ratio: -0.83 },
    why: 'Kaplan’s line asks for nearly seven parameters for each token here. It has left the valley: by the constants of 2024 less than a sixth of the budget would give the same loss.',
  },
  {
    id: 'small',
    title: 'A small budget',
    values: { budget: 18, ratio: 1.41 },
    why: 'Here the constants of 2022 and of 2024 agree on the split, and the valley is narrow: with much to learn, a bad split is dear.',
  },
  {
    id: 'served',
    title: 'Ten trillion served',
    values: { served: 13, ratio: 2.24 },
    why: 'The network will read and write ten trillion tokens. Then a smaller one that has read more is best, at 174 tokens per parameter.',
  },
  {
    id: 'llama',
    title: 'LLaMA 7B',
    values: { budget: 22.6, ratio: 2.17 },
    why: 'More than seven times as many tokens per parameter as is best for training alone. If about three trillion tokens were served, it would be right.',
  },
  {
    id: 'refits',
    title: 'The same experiment again',
    values: { shown: 'refits', budget: 26 },
    why: 'Losses with an error of 1.5 percent, fitted 24 times. Each fit describes its runs a little better than the law that they are from. Far above the runs their advice fans out.',
  },
  {
    id: 'exact',
    title: 'Losses to 0.2 percent',
    values: { shown: 'refits', budget: 26, noise: 0.2 },
    why: 'The same with an error of 0.2 percent: each constant is known well, and so is the advice.',
  },
  {
    id: 'short',
    title: 'Small runs only',
    values: { shown: 'refits', budget: 26, largest: 20 },
    why: 'With runs up to ten to the 20 alone the fits fan out even more: the exponents have little to hold on to.',
  },
];
