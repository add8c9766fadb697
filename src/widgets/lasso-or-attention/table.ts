import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { coefficientsOf, weightsOf } from './measures.ts';
import { candidatesOf, type Compared } from './model.ts';
import type { Asked } from './parameters.ts';

/** One row for each earlier token. */
export function table(model: Compared, say: Say, asked: Asked): Table {
  const [before, after] = [coefficientsOf(model, asked, 'before'), coefficientsOf(model, asked, 'after')];
  const weights = weightsOf(model, asked);
  const shown = (value: number | undefined) => (value === undefined ? '' : say.number(value));
  return {
    columns: ['token', 'place', 'Lasso before the feed-forward layer', 'Lasso after it', 'attention weight', `change if hidden (${say.unit})`], // prettier-ignore
    verbatim: ['token'],
    rows: Array.from({ length: candidatesOf(model) }, (_, t) => [
      model.text.slice(model.starts[t], model.ends[t]),
      t + 1,
      shown(before?.[t]),
      shown(after?.[t]),
      weights ? say.probability(weights[t]) : '',
      t < model.hidden.length ? say.amount(model.hidden[t]) : '',
    ]),
  };
}
