import type { Challenge } from '#contract/spec.ts';
import type { Positions } from './model.ts';
import type { Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

/** Where most of the place can be used, among the stages of the networks that are told nothing of it. */
const mostUntold = ({ curves }: Positions) =>
  Math.max(
    ...curves
      .filter(({ name }) => name === 'none' || name === 'none-one-layer')
      .flatMap(({ place }) => place.map(({ mean }) => mean)),
  );

export const challenges: readonly Challenge<Positions, Asked>[] = [
  {
    id: 'most-untold',
    task: 'Of the networks that are told nothing of places: find the stage behind which the reader with a hidden layer can use most of a row’s place.',
    start: { network: 'none', stage: 0 },
    score(model, { network, reader }) {
      if (reader !== 'hidden' || !network.startsWith('none')) return 0;
      const here = model.chosen.place[model.stage].mean;
      return here === mostUntold(model) ? 1 : nearly(here / mostUntold(model));
    },
    hints: [
      { when: (_, { reader }) => reader !== 'hidden', say: 'With the reader that has a hidden layer.' },
      { when: (_, { network }) => !network.startsWith('none'), say: 'This network is told of places.' },
      {
        when: ({ stage }) => stage === 0,
        say: 'At the embedding there is a letter and nothing else. Go behind a block.',
      },
      { when: () => true, say: 'Not yet. Move the handle, and look at the other network that is told nothing.' },
    ],
    solved:
      'Two blocks of attention under the mask, and a reader of one row can use more than two of the seven bits. Nothing in the network was given the place.',
    solution: { stage: 2 },
  },
];
