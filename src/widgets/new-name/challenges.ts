import type { Challenge } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { later, type NewName } from './model.ts';
import type { params } from './parameters.ts';
import { legalName } from './passage.ts';
import { isRead } from './reading.ts';

type V = Values<typeof params>;

const wanted = 5 * Math.LN2;

/** What is read is what the reader wrote, and may count. */
const isCurrent = ({ reading }: NewName, { name }: V) => isRead(reading) && reading.name === legalName(name).name;
const savedBy = ({ reading }: NewName) => later(reading.others) - later(reading.own);

export const challenges: readonly Challenge<NewName, V>[] = [
  {
    id: 'saves-five-bits',
    task: 'Find a name of which the earlier mentions save the network five bits at a later one, on average.',
    score: (model, values) => (isCurrent(model, values) ? Math.min(1, Math.max(0, savedBy(model) / wanted)) : 0),
    hints: [
      { when: (model, values) => !isCurrent(model, values), say: 'The network is still reading.' },
      {
        when: ({ reading }) => reading.own[0] > 20 * Math.LN2,
        say: 'At its first mention this costs over twenty bits: the network has hardly met it, and cannot learn it here. Try somebody from a famous novel of a hundred years ago or more.',
      },
      {
        when: () => true,
        say: 'The network knows this. Try names that belong to one of its books alone, such as those of The Jungle Book or of Pride and Prejudice.',
      },
    ],
    solved:
      'The network knew the name before. What the mentions tell it is which of its books this is like; that is worth more to it than how a new name is spelled.',
    solution: { name: 'Mowgli' },
  },
];
