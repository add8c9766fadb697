import type { Preset } from '#contract/spec.ts';
import { mostRounds, type Asked } from './parameters.ts';

const quarter = [0.25, 0.25, 0.25, 0.25];

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'one-in-ten',
    title: 'One in ten is flipped',
    values: {},
    why: 'Nine letters of ten arrive as they were sent. Both columns end at little more than half of what a clean line carries: not a tenth is lost, but nearly a half.',
  },
  {
    id: 'one-in-ten-erased',
    title: 'One in ten is erased',
    values: { line: 'erases' },
    why: 'The same share of letters is hurt, and exactly that share is lost. What makes the difference is that here you see which.',
  },
  {
    id: 'all-flipped',
    title: 'All are flipped',
    values: { noise: 1 },
    why: 'Not one letter arrives as it was sent, and nothing at all is lost: turn every letter around.',
  },
  {
    id: 'fading',
    title: 'Every second 1 fades',
    values: { line: 'fades', noise: 0.5 },
    why: 'A 0 always arrives, a 1 becomes a 0 half of the time. The column of the 0 is the higher one: sent more often, it would carry more.',
  },
  {
    id: 'fading-fitted',
    title: 'The same, fitted',
    values: { line: 'fades', noise: 0.5, p: [0.6, 0.4] },
    why: 'Two 1s for every three 0s, and both columns are level. That is the proof that no other way to send carries more.',
  },
  {
    id: 'far-off',
    title: 'A law that does not fit',
    values: { line: 'fades', noise: 0.5, p: [0.05, 0.95] },
    why: 'Nearly always a 1. What arrives says little, and the two bounds are far apart. Let the rounds run.',
  },
  {
    id: 'typewriter',
    title: 'A noisy typewriter',
    values: { line: 'slips', noise: 0.5, p: quarter },
    why: 'Half of the time the next key is struck. Half of all letters arrive wrong, and one bit of two is left.',
  },
  {
    id: 'every-second-key',
    title: 'Only every second key',
    values: { line: 'slips', noise: 0.5, p: [0.5, 0, 0.5, 0] },
    why: 'The same bit, without any error: A arrives as A or B, C as C or D, and nothing is ever mixed up. Two best laws, and one law of what arrives.',
  },
  {
    id: 'useless-letter',
    title: 'A letter of no use',
    values: {
      line: 'own',
      p: [1 / 3, 1 / 3, 1 / 3],
      channel: [
        [0.9, 0.1],
        [0.5, 0.5],
        [0.1, 0.9],
      ],
    },
    why: 'Three letters can be sent, and the one in the middle only blurs the others. Under the best law its column is low and has no width.',
  },
  {
    id: 'hardly-used',
    title: 'A letter on the edge',
    values: {
      line: 'own',
      p: [1 / 3, 1 / 3, 1 / 3],
      rounds: mostRounds,
      channel: [
        [0.9, 0.05, 0.05],
        [0.05, 0.9, 0.05],
        [0.32, 0.32, 0.36],
      ],
    },
    why: 'The third letter is hardly worth sending, and the iteration takes long to find that out. All the while the two bounds say how far it may be trusted.',
  },
];
