import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, games, type FewGuesses } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const texts = { pairs: 'letter pairs', single: 'single letters', even: '27 equally likely signs' } as const;

export const spec = defineWidget({
  id: 'few-guesses',
  title: 'What a hundred guesses can tell',
  summary: 'Here the entropy is known. How near to it do Shannon’s bounds come that are read off n letters?',
  terms: ['entropy', 'entropy-rate'],
  cites: ['shannon1951'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, { law, letters }, say) =>
    `In a text of ${texts[law]} a letter carries ${say.information(model.entropy)}; an ideal guesser’s bounds are ${say.amount(model.lower)} and ${say.amount(model.upper)}. ` +
    `From ${say.count(letters)} letters the upper one is expected at ${say.amount(model.expectedUpper)}, ${say.amount(model.upper - model.expectedUpper)} too low; ` +
    `in ${say.count(games)} games it was ${say.amount(model.simulatedUpper.mean)} on average, with a standard error of ${say.amount(model.simulatedUpper.error)}, and below the entropy in ${say.count(model.below * games)} of them.`,

  table: ({ curve, upper }: FewGuesses, say) => ({
    columns: ['letters', `expected upper bound (${say.unit})`, `too low by (${say.unit})`],
    rows: curve.map(([n, nats]) => [n, say.amount(nats), say.amount(upper - nats)]),
  }),

  laws: [
    {
      name: 'The entropy lies between the bounds of an ideal guesser',
      tolerance: 1e-9,
      gap: ({ entropy, lower, upper }) => Math.max(lower - entropy, entropy - upper),
    },
    {
      name: 'The upper bound is never too high on average',
      tolerance: 1e-9,
      gap: ({ upper, expectedUpper }) => expectedUpper - upper,
    },
    {
      name: 'It never falls with more letters, on average',
      tolerance: 1e-9,
      gap: ({ curve }) => Math.max(...curve.slice(1).map(([, nats], i) => curve[i][1] - nats)),
    },
    {
      name: 'The games agree with the exact numbers, to six standard errors',
      tolerance: 1e-9,
      gap: ({ simulatedUpper, simulatedLower, expectedUpper, lower }) =>
        Math.max(
          Math.abs(simulatedUpper.mean - expectedUpper) - 6 * simulatedUpper.error,
          Math.abs(simulatedLower.mean - lower) - 6 * simulatedLower.error,
        ),
    },
  ],

  challenges,
  presets,
});
