import type { Challenge } from '#contract/spec.ts';
import { perToss, type Worlds } from './model.ts';
import type { Asked } from './parameters.ts';

/** Less than this is nothing, in nats. */
const nothing = 1e-9;
/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Worlds, Asked>[] = [
  {
    id: 'reading-helps-nothing',
    task: 'Make reading other documents useless: they tell nothing that this one shares, and yet it has something of its own to learn.',
    start: { share: 0.9 },
    score: ({ here: { split } }, { share }) =>
      split.meta < nothing ? (split.intra > nothing ? 1 : 0) : nearly(2 * (1 - share)),
    hints: [
      {
        when: ({ here: { split } }) => split.intra < nothing && split.meta < nothing,
        say: 'Now nothing can be learned at all. The two coins must differ; only the worlds must not.',
      },
      {
        when: ({ here: { split } }) => split.intra < nothing,
        say: 'You have done the opposite: all is shared, and a document has nothing of its own.',
      },
      { when: () => true, say: 'Documents have the world in common. When do the two worlds not differ?' },
    ],
    solved: 'Worlds that use both coins equally often are one world. All that can be learned is each document’s own.',
    solution: { share: 0.5 },
  },
  {
    id: 'reading-is-enough',
    task: 'Now let endlessly many documents remove all that can be learned, while one document still has to learn something.',
    start: { share: 0.9 },
    score: ({ here: { split } }, { share }) =>
      split.intra < nothing ? (split.meta > nothing ? 1 : 0) : nearly(2 * share - 1),
    hints: [
      {
        when: ({ here: { split } }) => split.intra < nothing,
        say: 'Here nothing is to be learned, not even from the first document. Let the coins differ.',
      },
      {
        when: ({ here: { split } }) => split.meta < nothing,
        say: 'The worlds are alike, so that no document helps with another. Go the other way.',
      },
      {
        when: () => true,
        say: 'What stays is which coin this document has. When does one who knows the world know it too?',
      },
    ],
    solved: 'With one coin for each world the intra-document part is zero, and the rest is spread over all documents.',
    solution: { share: 1 },
  },
  {
    id: 'misprint-right',
    task: 'Dividing a document’s own part by the number of documents is wrong. Find a collection of at least two documents for which it gives the right number all the same, although each document has something to learn.',
    start: { documents: 8, tosses: 3, share: 0.9 },
    score({ here }, { documents, tosses }) {
      if (documents < 2 || here.split.intra < nothing) return 0;
      const { printed, excess } = perToss(here);
      return Math.abs(printed - excess) < nothing ? 1 : nearly(1 - Math.abs(documents - tosses) / 8);
    },
    hints: [
      {
        when: ({ here: { split } }) => split.intra < nothing,
        say: 'Here a document has nothing of its own, and any divisor will do. Take coins that differ, and a share below 1.',
      },
      { when: (_, { documents }) => documents < 2, say: 'At least two documents.' },
      {
        when: (_, { documents, tosses }) => documents > tosses,
        say: 'The wrong number is too small here. Its divisor is M, and should be T.',
      },
      { when: () => true, say: 'The wrong number is too large here. Its divisor is M, and should be T.' },
    ],
    solved: 'As many documents as tosses of each: there one cannot see which of the two is the divisor.',
    solution: { documents: 3 },
  },
];
