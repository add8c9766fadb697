import type { Law } from '#contract/spec.ts';
import type { V } from './parameters.ts';
import type { Anatomy } from './state.ts';

const size = (x: number) => 1 + Math.abs(x);

/** Activations are float32, and sums of hundreds of them are written with seven digits. */
export const laws: readonly Law<Anatomy, V>[] = [
  {
    name: 'the terms and the rest of them add up to the number',
    tolerance: 5e-5,
    gap: ({ shown }) => {
      if (shown?.by !== 'sum') return 0;
      const { value } = shown.trail.at(-1)!;
      return Math.abs(shown.terms.reduce((sum, term) => sum + term.value, shown.rest) - value) / size(value);
    },
  },
  {
    name: 'embeddings, attention and feed-forward layers add up to the logit',
    tolerance: 5e-5,
    gap: ({ shown }) => {
      if (!shown) return 0;
      const { embedding, attention, feedForward } = shown.parts;
      const { value } = shown.trail[0];
      return Math.abs(embedding + attention + feedForward - value) / size(value);
    },
  },
  {
    name: 'a logit less that of another token is the logarithm of their odds',
    tolerance: 5e-5,
    gap: ({ shown }) =>
      shown?.against
        ? Math.abs(shown.trail[0].value - (shown.answer.logProbability - shown.against.logProbability)) / size(shown.trail[0].value) // prettier-ignore
        : 0,
  },
  {
    name: 'no answer has a probability above 1',
    tolerance: 0,
    gap: ({ shown }) => Math.max(0, ...(shown?.answers ?? []).map(({ logProbability }) => logProbability)),
  },
];
