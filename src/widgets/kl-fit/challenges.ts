import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { distanceOf, hasTwoHumps, type KlFit } from './model.ts';
import type { Asked } from './parameters.ts';

const across = ({ valleys }: KlFit) => valleys.find(({ place }) => place === 'both');

export const challenges: readonly Challenge<KlFit, Asked>[] = [
  {
    id: 'least-forward',
    task: 'Move the bump until D(p‖q) is as small as it can be, to within 0.014 bits.',
    start: { mean: -2, width: 0.7 },
    score: (model) => (hasTwoHumps(model) ? within(model.beyond, 0.014 * Math.LN2, 10) : 0),
    hints: [
      { when: (model) => !hasTwoHumps(model), say: 'Now the two humps have become one. A little farther apart.' },
      {
        when: (_, { width }) => width < 1.2,
        say: 'A bump as narrow as a hump leaves the other one out. Forward charges for what p has and q has not.',
      },
      {
        when: ({ q, best }) => Math.abs(q.mean - best.fit.mean) > 0.3,
        say: 'The mean of the bump should be the mean of the mixture, between its humps, and nearer to the one with more weight.',
      },
      { when: () => true, say: 'The mean is right. Now the width: as wide as the whole mixture.' },
    ],
    solved: 'It has the mean and the variance of the mixture. What remains is only that the mixture is no bump.',
    solution: { mean: 0, width: 2.57 },
  },
  {
    id: 'third-valley',
    task: 'Find a bump that sits on neither hump, and from which every small change makes D(q‖p) larger.',
    start: {},
    score(model) {
      const valley = across(model);
      return valley && hasTwoHumps(model) ? within(distanceOf(model.q, valley.fit), 0.03, 3) : 0;
    },
    hints: [
      {
        when: (model) => !across(model) || !hasTwoHumps(model),
        say: 'With these humps there is no such bump. Set them farther apart or nearer, but leave two.',
      },
      {
        when: ({ q }) => q.deviation < 1.4,
        say: 'You are on a hump, or on your way to one. Make the bump wide enough for both.',
      },
      { when: () => true, say: 'The map of all bumps shows it: a hollow of its own, between the humps and higher up.' },
    ],
    solved: 'A valley that is neither the lowest nor on a hump. A search that only goes downhill cannot tell.',
    solution: { mean: 0.729, width: 2.26 },
  },
  {
    id: 'covering-reverse',
    task: 'Let the mixture keep two humps, and make the best bump in reverse cover both of them.',
    start: {},
    score: (model) => (!hasTwoHumps(model) ? 0.3 : model.valleys[0].place === 'both' ? 1 : across(model) ? 0.6 : 0.2),
    hints: [
      { when: (model) => !hasTwoHumps(model), say: 'Now the two humps have become one. A little farther apart.' },
      {
        when: (model) => across(model) !== undefined,
        say: 'There is a valley across both. It is not yet the lowest: what makes the gap between the humps dear?',
      },
      { when: () => true, say: 'D(q‖p) charges for being where p is not. What if the gap were shallower?' },
    ],
    solved:
      'A hump by itself costs at most log 1/w, and nearly that if the humps are far apart: the bump is where p is, and p has only w there. If the gap costs less than that, covering is better, in reverse too.',
    solution: { apart: 3.5 },
  },
];
