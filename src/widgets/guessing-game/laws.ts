import type { Law } from '#contract/spec.ts';
import { signs } from '#sim/reduced-text.ts';
import { game, type Players, type Tally } from './model.ts';
import type { Asked } from './parameters.ts';

const tallies = (players: Players, asked: Asked): Tally[] => {
  const { own, pairs, network } = game(players, asked);
  return [own, pairs, network];
};
const worst = (of: (tally: Tally) => number) => (players: Players, asked: Asked) =>
  Math.max(...tallies(players, asked).map(of));

export const laws: readonly Law<Players, Asked>[] = [
  {
    name: 'Every letter was found at one guess: the counts add up',
    tolerance: 0,
    gap: worst(({ counts, letters }) => Math.abs(counts.reduce((sum, count) => sum + count, 0) - letters)),
  },
  {
    name: 'All are compared on the same letters, the network on a part of them',
    tolerance: 0,
    gap(players, asked) {
      const { own, pairs, network } = game(players, asked);
      return Math.max(Math.abs(own.letters - pairs.letters), network.letters - own.letters);
    },
  },
  {
    name: 'No guess numbers give more than log 27 from above',
    tolerance: 1e-12,
    gap: worst(({ bounds }) => (bounds?.upper ?? 0) - Math.log(signs.length)),
  },
  {
    name: 'The correction never lowers the upper bound',
    tolerance: 1e-12,
    gap: worst(({ bounds }) => (bounds ? bounds.upper - bounds.upperCorrected : 0)),
  },
];
