import type { Challenge } from '#contract/spec.ts';
import type { PositionCodes } from './model.ts';
import type { Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<PositionCodes, Asked>[] = [
  {
    id: 'strangers',
    task: 'Find two places, 8 apart, whose codes have a cosine of less than 0.2.',
    start: {},
    score: ({ distance, cosine }) => (distance !== 8 ? 0 : cosine < 0.2 ? 1 : nearly(1.2 - cosine)),
    hints: [
      { when: ({ distance }) => distance !== 8, say: 'Let the other place be 8 places back.' },
      { when: (_, { code }) => code !== 'learned', say: 'Move the place: the cosine stays, since it depends on the distance alone. With which code does it not?' }, // prettier-ignore
      { when: () => true, say: 'The right code. Move the place about the middle of the window, and watch the dot.' },
    ],
    solved: 'Learned vectors have no law, and the same distance looks different from place to place.',
    solution: { code: 'learned', place: 56 },
  },
  {
    id: 'farther-and-nearer',
    task: 'With turns, two places 16 apart have a cosine of 0.527. Find a longer distance at which it is above 0.7.',
    start: { code: 'turns', place: 100, distance: 16 },
    score: ({ distance, cosine }, { code }) =>
      code !== 'turns' || distance <= 16 ? 0 : cosine > 0.7 ? 1 : nearly(cosine),
    hints: [
      { when: (_, { code }) => code !== 'turns', say: 'Choose turns.' },
      { when: ({ distance }) => distance <= 16, say: 'Farther back than 16.' },
      { when: () => true, say: 'Not yet. The curve has bumps: bring the dot on one.' },
    ],
    solved:
      'The fast hands have gone round and are close again, the slowest four have moved by less than 40 degrees, and one in between is far off. Only all eight together tell distances apart.',
    solution: { distance: 63 },
  },
];
