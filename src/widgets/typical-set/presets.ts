import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'hundred',
    title: 'A hundred tosses',
    values: {},
    why: 'The likeliest sequence is at the right end, where only one sequence is. Nearly all the probability is where the two curves come close.',
  },
  {
    id: 'ten',
    title: 'Ten tosses',
    values: { tosses: 10 },
    why: 'Ten tosses can be counted by hand. No set is sharply bounded yet: the likeliest sequence still comes once in 35 times.',
  },
  {
    id: 'thousand',
    title: 'A list of the likeliest',
    values: { tosses: 1000, look: 0.82 },
    why: 'All sequences with 82 percent heads or more: 10²⁰³ of them, each likelier than any typical one. The chance that one of them comes is 2.6 × 10⁻¹⁸.',
  },
  {
    id: 'sharp',
    title: 'Ten thousand, and a narrow ε',
    values: { tosses: 10_000, tolerance: 0.02, look: 0.7 },
    why: 'Even within 0.02 bits of the entropy is nearly everything now. The gap between the curves is next to nothing at the chance of heads, and the two sizes agree to a hundredth of a bit or so per toss.',
  },
  {
    id: 'rare',
    title: 'A coin that is nearly sure',
    values: { heads: 0.95, tosses: 1000, tolerance: 0.05, look: 0.95 },
    why: 'The entropy is 0.286 bits per toss, so only 2³²⁷ of the 2¹⁰⁰⁰ sequences are typical. They have 91 percent of the probability; for 99 percent one must keep 2³⁴⁸.',
  },
  {
    id: 'fair',
    title: 'A fair coin',
    values: { heads: 0.5, look: 0.5 },
    why: 'All sequences are equally likely, and so all are typical. To keep 99 percent of the probability, one must keep 99 percent of the sequences.',
  },
  {
    id: 'two-coins',
    title: 'Two coins',
    values: { coins: 'two', tosses: 10_000, tolerance: 0.02, look: 0.4 },
    why: 'One of two coins was drawn once. The surprisal per toss still settles, but on one of two values, and next to nothing is near their mean. The theorem is about independent tosses of one coin, or about ergodic sources. This source is not ergodic.',
  },
];
