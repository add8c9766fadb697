import type { Challenge, Hint } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Equalizer } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const missing = ({ upper, yours }: Equalizer) => bits(upper - yours.net);
/** Shares of answers near silence and near the full answer. */
const ends = ({ tenths }: Equalizer) => [tenths[0], tenths[9]] as const;
const inMiddle = ({ tenths }: Equalizer) => tenths.slice(3, 7).reduce((sum, p) => sum + p, 0);

type Own = Hint<Equalizer, Asked>;
const still = (what: string, differs: (values: Asked) => boolean): Own => ({
  when: (_, values) => differs(values),
  say: `Set ${what} back: the challenge is about this one.`,
});

export const challenges: readonly Challenge<Equalizer, Asked>[] = [
  {
    id: 'by-hand',
    task: 'Noise of a tenth. Shape the curve until no curve whatever can tell 0.02 bits more.',
    start: { deviation: 0.1 },
    score: (model, { stimuli, noise, deviation, price }) =>
      stimuli === 'contrast' && noise === 'steady' && deviation === 0.1 && price === 0
        ? within(missing(model), 0.02, 1.2)
        : 0,
    hints: [
      still('the stimuli', ({ stimuli }) => stimuli !== 'contrast'),
      still('the noise', ({ noise, deviation }) => noise !== 'steady' || deviation !== 0.1),
      still('the price', ({ price }) => price !== 0),
      {
        when: ({ yours }) => yours.mean > 0.7 || yours.mean < 0.3,
        say: 'One side of the range is hardly used. Bring the handle of half the answer to the middle of the stimuli.',
      },
      {
        when: (model) => inMiddle(model) > 0.5,
        say: 'Most answers are middling ones. Make the curve steeper where most stimuli are: pull the outer handles inward.',
      },
      {
        when: (model) => Math.min(...ends(model)) < 0.16,
        say: 'Silence and the full answer are mistaken for their neighbors on one side only. Give them more stimuli than the rest: pull the first and the last handles inward.',
      },
      {
        when: (model) => Math.max(...ends(model)) > 0.32,
        say: 'Too much is spent on the two ends now. Pull the outermost handles outward a little.',
      },
      {
        when: () => true,
        say: 'You are close. Compare with the dotted curve: it keeps about four answers well apart. Flat pieces between steep ones do the same.',
      },
    ],
    solved:
      'Silence and the full answer get a good fifth of the stimuli each. With noise of a tenth the best cell keeps a few answers apart rather than using all alike.',
    solution: { starts: -0.55, sixth: -0.55, third: -0.2, half: 0, twoThirds: 0.25, fiveSixths: 0.6, full: 0.6 },
  },
  {
    id: 'count',
    task: 'Counted spikes, 20 for a full answer. Tell at least 1.6 bits; every answer equally often tells 1.16.',
    start: { noise: 'counts' },
    score: ({ yours }, { stimuli, noise, spikes, price }) =>
      stimuli === 'contrast' && noise === 'counts' && spikes === 20 && price === 0 ? atLeast(bits(yours.told), 1.6) : 0,
    hints: [
      still('the stimuli', ({ stimuli }) => stimuli !== 'contrast'),
      still('the noise', ({ noise, spikes }) => noise !== 'counts' || spikes !== 20),
      still('the price', ({ price }) => price !== 0),
      {
        when: ({ tenths }) => tenths[0] < 0.2,
        say: 'Silence has no noise here. Give it more stimuli: push the first handle to the right.',
      },
      {
        when: ({ tenths }) => tenths[9] < 0.12,
        say: 'The full answer is far from all others. Pull the last handles inward so that it is given more often.',
      },
      {
        when: ({ tenths }) => tenths.slice(5, 9).reduce((sum, p) => sum + p, 0) > 0.25,
        say: 'Large answers are blurred most, so few of them can be told apart. Cross the upper half of the range in one steep piece.',
      },
      {
        when: () => true,
        say: 'Spread the small answers over the frequent stimuli, and let the upper half be a jump.',
      },
    ],
    solved:
      'More than a third of the stimuli get less than a tenth of the full answer. Where the noise grows with the answer, small answers are told apart best.',
    solution: { starts: -0.5, sixth: -0.15, third: 0.1, half: 0.3, twoThirds: 0.5, fiveSixths: 0.5, full: 0.5 },
  },
  {
    id: 'economy',
    task: 'A full answer costs two bits, the noise is 0.05. Bring in at least 1.64 bits after the price.',
    start: { price: 2 },
    score: ({ yours }, { stimuli, noise, deviation, price }) =>
      stimuli === 'contrast' && noise === 'steady' && deviation === 0.05 && price === 2
        ? atLeast(Math.max(0, bits(yours.net)), 1.64)
        : 0,
    hints: [
      still('the stimuli', ({ stimuli }) => stimuli !== 'contrast'),
      still('the noise', ({ noise, deviation }) => noise !== 'steady' || deviation !== 0.05),
      still('the price', ({ price }) => price !== 2),
      {
        when: ({ yours }) => yours.mean > 0.4,
        say: 'The mean answer is too dear. Push the handles to the right, so that the frequent stimuli get small answers.',
      },
      {
        when: ({ yours }) => yours.told < 1.9 * Math.LN2,
        say: 'It is cheap now, and tells too little. Spread the answers more: use the large ones for the brighter stimuli.',
      },
      {
        when: () => true,
        say: 'Each tenth of the range should come less often than the one below it, by a constant factor, and silence and the full answer a little more often.',
      },
    ],
    solved:
      'The histogram now falls toward the full answer, about as 2 to the power of minus twice the answer: each answer is given more rarely the more it costs.',
    solution: { starts: -0.7, sixth: -0.3, third: 0.05, half: 0.35, twoThirds: 0.65, fiveSixths: 1.05, full: 1.55 },
  },
];
