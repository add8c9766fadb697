import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import type { Listed, NewName } from './model.ts';
import { mentions } from './passage.ts';

/** The mentions of the reader's name one by one, and of the names of the lists the first and the mean of the others. */
export function table({ reading, madeUp, ofItsNovels }: NewName, say: Say): Table {
  const { name, own, others, lookingBack } = reading;
  const rowsOf = (list: readonly Listed[]) =>
    list.flatMap((one) => [
      [one.name, '1', say.amount(one.first), say.amount(one.first), '', '', ''],
      [
        one.name,
        `2 to ${mentions}, mean`,
        say.amount(one.own),
        say.amount(one.others),
        say.amount(one.lookingBack),
        one.companion === undefined ? '' : say.amount(one.companion),
        one.stranger === undefined ? '' : say.amount(one.stranger),
      ],
    ]);
  return {
    columns: [
      'name',
      'mention',
      `after its own (${say.unit})`,
      `after other names (${say.unit})`,
      `looking back (${say.unit})`,
      `after another of the same novel (${say.unit})`,
      `after one of another novel (${say.unit})`,
    ],
    rows: [
      ...own.map((nats, i) => [
        name,
        String(i + 1),
        say.amount(nats),
        say.amount(others[i]),
        say.amount(lookingBack[i]),
        '',
        '',
      ]),
      ...rowsOf(madeUp),
      ...rowsOf(ofItsNovels),
    ],
  };
}
