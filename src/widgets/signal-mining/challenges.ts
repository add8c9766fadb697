import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { listed, type Mined } from './model.ts';
import type { Asked } from './parameters.ts';

const careful = { rank: 'lower', strength: 0.5 } as const;
const stands = ({ ranked }: Mined, name: string) => ranked.some((pair) => pair.name === name && pair.isAbove);
export const singles = ({ ranked }: Mined) => ranked.slice(0, listed).filter(({ observed }) => observed <= 3).length;

export const challenges: readonly Challenge<Mined, Asked>[] = [
  {
    id: 'age',
    task: 'You begin with 10,000 reports and Violet–H above the line, though Violet does nothing. Bring it below, and keep Jade–G above. Leave the line and the number of reports.',
    start: { ...careful, reports: 10_000 },
    score: (model, { line, rank, reports }) =>
      line !== 1 || rank !== 'lower' || reports !== 10_000 || !stands(model, 'Jade–G')
        ? 0
        : stands(model, 'Violet–H')
          ? 0.3
          : 1,
    hints: [
      {
        when: (_, { line }) => line !== 1,
        say: 'A higher line would push away effects that are as weak. Put it back to 1.',
      },
      { when: (_, { rank }) => rank !== 'lower', say: 'Stay with the lower end of the interval.' },
      {
        when: (_, { reports }) => reports !== 10_000,
        say: 'Put it back to 10,000 reports. Fewer of them hide effects and confounding alike, and more show both.',
      },
      {
        when: (model) => !stands(model, 'Jade–G'),
        say: 'Jade–G has gone, too. More shrinkage hides effects and confounding alike.',
      },
      {
        when: (_, { byAge }) => byAge,
        say: 'You compare within an age. What is left comes from the crowd of Coral’s reports, and from this draw. Take another one.',
      },
      { when: () => true, say: 'Who takes Violet? Nearly all are old. Compare them with others of their age.' },
    ],
    solved:
      'Among the old, H is as frequent with Violet as without it, nearly. What was expected of the pair has changed, and not what was observed.',
    solution: { byAge: true },
  },
  {
    id: 'hidden',
    task: 'You begin with a thousand reports. Teal does cause B, and yet the pair is below the line. Find out what hides it, and bring it above the line with as many reports.',
    start: { ...careful, pair: 'Teal-B' },
    score: (model, { line, rank, reports, without }) =>
      line === 1 && rank === 'lower' && reports === 1000 && without && stands(model, 'Teal–B') ? 1 : 0,
    hints: [
      { when: (_, { line }) => line !== 1, say: 'The line is at its lowest place when it stands at 1.' },
      {
        when: (_, { rank }) => rank !== 'lower',
        say: 'The estimates of very many pairs are above the line. Bring it there by the lower end of its interval.',
      },
      {
        when: (_, { reports }) => reports !== 1000,
        say: 'More reports find it in spite of the mask. Put it back to 1,000. What is the mask?',
      },
      {
        when: (_, { without }) => without,
        say: 'The mask is gone, but in this draw there are too few reports of the pair. Take another one, or less shrinkage.',
      },
      {
        when: () => true,
        say: 'Expected is what B’s share of all reports explains. Which drug makes B’s share so large?',
      },
    ],
    solved:
      'Most reports of B are reports of Coral. They raise what is expected of B with every other drug. This is called masking.',
    solution: { without: true },
  },
  {
    id: 'no-singles',
    task: 'You begin with a thousand reports, ranked by observed over expected. Among the ten first pairs there are some with one, two or three reports. Let there be none, with rank and number of reports as they are.',
    start: { pair: 'Violet-H' },
    score: (model, { rank, reports }) =>
      rank !== 'estimate' || reports !== 1000 ? 0 : singles(model) === 0 ? 1 : within(singles(model), 0, 10) * 0.9,
    hints: [
      {
        when: (_, { reports }) => reports !== 1000,
        say: 'A thousand reports, please: more of them are not to be had.',
      },
      { when: (_, { rank }) => rank !== 'estimate', say: 'Rank the pairs by observed over expected.' },
      { when: () => true, say: 'The ratio of a small count is large by chance. What draws it towards one?' },
    ],
    solved:
      'The more reports are added to both counts, the more a pair must have been seen to be first. The price is that rare effects are hidden as well.',
    solution: { strength: 5 },
  },
];
