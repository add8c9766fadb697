import type { Challenge } from '#contract/spec.ts';
import type { Bench } from './model.ts';
import { params, truth, type Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Bench, Asked>[] = [
  {
    id: 'convincing',
    task: 'Choose a floor with which the line over two powers of ten has an R² above 0.985 and an exponent that is at least a quarter too small.',
    start: { floor: 0, decades: 2, drawn: true, noise: params.noise.default, seed: params.seed.default, sizes: params.sizes.default }, // prettier-ignore
    score({ rSquared, exponent }, { decades }) {
      if (decades !== 2) return 0;
      const isConvincing = rSquared > 0.985;
      const isWrong = exponent < 0.75 * truth.exponent;
      return isConvincing && isWrong ? 1 : nearly(isWrong ? (rSquared - 0.9) / 0.085 : 0.5);
    },
    hints: [
      { when: (_, { decades }) => decades !== 2, say: 'Over two powers of ten, please.' },
      {
        when: ({ exponent }) => exponent >= 0.75 * truth.exponent,
        say: 'This exponent is too near the right one. Lower the floor a little.',
      },
      { when: () => true, say: 'R² is not high enough yet. Raise the floor, and watch both.' },
    ],
    solved:
      'R² says how much of the variation the line explains, and a falling curve is mostly explained by any line that falls. It does not say that the line is straight for the right reason.',
    solution: { floor: 1.5 },
  },
  {
    id: 'no-floor-excluded',
    task: 'Change how the sizes are spread, and nothing else, until not even a floor of 0 is excluded.',
    start: { decades: 2, noise: params.noise.default, sizes: params.sizes.default },
    score: ({ low }, { noise, sizes, drawn, seed }) =>
      noise !== params.noise.default || sizes !== params.sizes.default || !drawn || seed !== params.seed.default
        ? 0
        : low.floor === 0
          ? 1
          : nearly(1 - low.floor / truth.floor),
    hints: [
      {
        when: (_, { noise }) => noise !== params.noise.default,
        say: 'With other errors it is another question. Put them back to 0.01.',
      },
      { when: (_, { sizes }) => sizes !== params.sizes.default, say: 'Six sizes, please.' },
      { when: (_, { drawn, seed }) => !drawn || seed !== params.seed.default, say: 'With the errors drawn, and seed 1.' }, // prettier-ignore
      { when: ({ low }) => low.floor > 1.4, say: 'The interval is short, for these sizes show the bend. Would closer ones?' }, // prettier-ignore
      { when: () => true, say: 'It is longer now. Go on.' },
    ],
    solved:
      'Over a short range a power law with any floor looks like one without. The interval of the floor is then everything from nothing to just below the last loss.',
    solution: { decades: 0.75 },
  },
];
