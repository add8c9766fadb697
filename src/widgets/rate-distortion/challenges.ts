import type { Challenge } from '#contract/spec.ts';
import type { Squeezed } from './model.ts';
import type { Asked } from './parameters.ts';
import { gapOf } from './readouts.ts';

const near = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Squeezed, Asked>[] = [
  {
    id: 'an-eighth',
    task: 'A fair coin: of these codes, find one that gets at most one toss in eight wrong and tells less than 0.6 bits for each.',
    start: { source: 'coin', heads: 0.5, code: 'other' },
    score({ source, built, chosen }, { heads }) {
      if (source !== 'coin' || heads !== 0.5) return 0;
      const { rate, distortion } = built[chosen];
      return distortion <= 0.125 + 1e-12 && rate < 0.6 * Math.LN2 ? 1 : near(0.125 / distortion);
    },
    hints: [
      { when: ({ source }) => source !== 'coin', say: 'With the tosses.' },
      { when: (_, { heads }) => heads !== 0.5, say: 'The coin should be fair: heads half of the time.' },
      { when: (_, { code }) => code === 'other', say: 'A toss that is not told is guessed, and every second guess is wrong.' }, // prettier-ignore
      { when: () => true, say: 'Longer blocks with a single bit tell less, and lose more. More words are needed.' },
    ],
    solved:
      'Each of the 128 blocks of seven is one of Hamming’s sixteen words or differs from just one of them in one toss. So seven blocks of eight have one toss wrong: 4/7 of a bit a toss, and an eighth of the tosses wrong. The curve is at 0.456 there.',
    solution: { code: 'hamming' },
  },
  {
    id: 'a-twentieth',
    task: 'A normal number: bring the mean squared error to 0.05 or below, with as few cells as possible.',
    start: { source: 'normal', levels: 4 },
    score: ({ source, built, chosen }) =>
      source !== 'normal' ? 0 : built[chosen].distortion > 0.05 ? near(0.05 / built[chosen].distortion) : built[chosen - 1].distortion > 0.05 ? 1 : 0.9, // prettier-ignore
    hints: [
      { when: ({ source }) => source !== 'normal', say: 'With a normal number.' },
      { when: ({ built, chosen }) => built[chosen].distortion > 0.05, say: 'Too much is lost. Take more cells.' },
      { when: () => true, say: 'Little enough is lost. Can you do with fewer cells?' },
    ],
    solved:
      'Seven cells, log₂ 7 = 2.81 bits if each is told in words of one length. The curve is at 2.25 there: whoever tells many numbers together can do with half a bit less for each.',
    solution: { levels: 7 },
  },
  {
    id: 'back-above',
    task: 'The coder of waves is below the curve. With a step of at most 32, show it a picture of the same model for which it is above.',
    start: { source: 'picture', step: 32, drawn: false, own: '' },
    score: (model, asked) =>
      model.source !== 'picture' || asked.step > 32 ? 0 : asked.drawn && gapOf(model, asked) > 0 ? 1 : near(1 + gapOf(model, asked) / Math.LN2), // prettier-ignore
    hints: [
      { when: ({ source }) => source !== 'picture', say: 'With the picture, please.' },
      { when: (_, { step }) => step > 32, say: 'A coarse step is near the curve anyhow. Go back to 32 or below.' },
      {
        when: (_, { own, drawn }) => own !== '' && !drawn,
        say: 'A picture of yours is no draw from a normal law, even if the coder is above the curve for it. What would be one?',
      },
      { when: () => true, say: 'The curve is a promise about normal blocks. Where do you get some?' },
    ],
    solved:
      'For blocks that are drawn from the normal model the curve is a bound, on average over the draws, and this coder is above it. The landscape has the same mean squares, and is easier.',
    solution: { drawn: true },
  },
];
