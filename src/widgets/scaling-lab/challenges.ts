import type { Challenge } from '#contract/spec.ts';
import type { Lab } from './model.ts';
import type { Asked, LawName } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

/** How far a law is from the largest network. */
export const missOf = ({ family }: Lab, law: LawName) =>
  Math.abs(family.laws[law].at[family.sizes.length - 1].value - family.losses[family.sizes.length - 1]);

export const challenges: readonly Challenge<Lab, Asked>[] = [
  {
    id: 'foretell',
    task: 'Hide the largest network from the laws, and only that one. Then draw the band of the law that comes nearest to it.',
    start: { fitted: 5, law: 'none' },
    score(lab, { fitted, law }) {
      if (fitted !== 4) return 0;
      const best = Math.min(...(['floor', 'none', 'line'] as const).map((one) => missOf(lab, one)));
      return missOf(lab, law) === best ? 1 : nearly(best / missOf(lab, law));
    },
    hints: [
      {
        when: (_, { fitted }) => fitted === 5,
        say: 'The laws still see all five. Move the handle on the axis to the fourth.',
      },
      { when: (_, { fitted }) => fitted === 3, say: 'Two are hidden now. Show them the fourth.' },
      {
        when: (_, { law }) => law === 'line',
        say: 'The straight line is the one that is furthest off. Which is nearest to the hollow point?',
      },
      { when: () => true, say: 'This law is below the hollow point by more than another one. Look which.' },
    ],
    solved:
      'A fit always suits the points that it was made for. What it says of a point that it has not seen is a test, and of these three laws the one with a floor does best in it.',
    solution: { fitted: 4, law: 'floor' },
  },
  {
    id: 'sure-and-wrong',
    task: 'Find a law that passes through every point that it was fitted to, and that misses both points that it was not by more than the luck of the text: their whiskers in the lower picture do not reach 0.',
    start: { fitted: 5, law: 'line' },
    score({ family }, { fitted, law }) {
      const { missed: misses, misfit } = family.laws[law];
      const missed = misses.filter(({ from, to }, i) => i >= fitted && (from > 0 || to < 0)).length;
      const passes = misfit < 1e-4;
      return passes && missed >= 2 ? 1 : nearly(0.4 * Number(passes) + 0.2 * missed);
    },
    hints: [
      { when: (_, { fitted }) => fitted > 3, say: 'Hide two networks: fit to the three smallest.' },
      {
        when: (_, { law }) => law !== 'floor',
        say: 'With two constants this law does not pass through three points. Which has three?',
      },
      { when: () => true, say: 'Not quite yet.' },
    ],
    solved:
      'With three constants and three points there is no misfit left to warn. The draws know how the blocks of the text might have been others. They do not know that the law might be another one.',
    solution: { fitted: 3, law: 'floor' },
  },
];
