import type { Challenge } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { later, type NewName } from './model.ts';
import type { params } from './parameters.ts';
import { legalName } from './passage.ts';
import { isRead } from './reading.ts';

type V = Values<typeof params>;

const wanted = 5 * Math.LN2;
/** A name that costs no more at its first mention is one that the network has met. */
const known = 20 * Math.LN2;

/** What is read is what the reader wrote, and may count. */
const isCurrent = ({ reading }: NewName, { name }: V) => isRead(reading) && reading.name === legalName(name).name;
const savedBy = ({ reading }: NewName) => later(reading.others) - later(reading.own);

export const challenges: readonly Challenge<NewName, V>[] = [
  {
    id: 'saves-five-bits',
    task: 'Find a name that costs the network twenty bits or less at its first mention, and of which the earlier mentions save it five bits at a later one, on average.',
    score: (model, values) =>
      isCurrent(model, values)
        ? Math.min(atLeast(savedBy(model), wanted), within(model.reading.own[0], known, 4 * known))
        : 0,
    hints: [
      { when: (model, values) => !isCurrent(model, values), say: 'The network has not read this name yet.' },
      {
        when: ({ reading }) => reading.own[0] > known,
        say: 'At its first mention this costs over twenty bits: the network has hardly met it, whatever its mentions save afterwards. Try somebody from a famous novel of a hundred years ago or more.',
      },
      {
        when: () => true,
        say: 'The network knows this. Try names that belong to one of its books alone, such as those of The Jungle Book or of Pride and Prejudice.',
      },
    ],
    solved:
      'The network knew the name before, and did not have to learn how it is spelled. How much of this would another character of the same novel have saved? On average a good part, as the lower picture shows.',
    solution: { name: 'Mowgli' },
  },
];
