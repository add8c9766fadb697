import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { accountOf } from './account.ts';
import { arrowNames } from './describe.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';

/** One row for each vector. */
export function table(model: TokenGain, say: Say, asked: Asked): Table {
  const account = accountOf(model, asked);
  const plane = asked.what === 'plane';
  const weightOf = (t: number) => account?.weights[account.past.indexOf(t)];
  return {
    columns: [plane ? 'arrow' : 'token', 'counted as number', `gain (${say.unit})`, `gain as written (${say.unit})`, ...(plane ? [] : [`surprisal (${say.unit})`]), 'weight in the chosen one'], // prettier-ignore
    verbatim: plane ? undefined : ['token'],
    rows: (account?.gains ?? []).map((gain, t) => {
      const weight = weightOf(t);
      return [
        plane ? arrowNames[t] : model.text.slice(model.starts[t], model.ends[t]),
        account!.order.indexOf(t) + 1,
        say.amount(gain),
        say.amount(account!.written[t]),
        ...(plane ? [] : [say.amount(model.surprisal[t] ?? 0)]),
        weight === undefined ? '' : say.number(weight),
      ];
    }),
  };
}
