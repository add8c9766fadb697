import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { compare, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import { contexts } from './source.ts';

/** One row for each context. */
export function table({ source, reading }: ContextLength, say: Say): Table {
  const means = meansOf(reading);
  return {
    columns: [
      'context',
      `source, exact (${say.unit} per symbol)`,
      `believer (${say.unit} per symbol)`,
      `model on the text (${say.unit} per token)`,
      `longest context less this one (${say.unit} per token)`,
      'standard error',
      'tokens that the longest hurts',
    ],
    rows: contexts.map((context, i) => {
      const at = reading.contexts.indexOf(context);
      const found = at >= 0 && at < reading.contexts.length - 1 ? compare(reading, context) : undefined;
      return [
        context,
        say.amount(source.exact[i]),
        say.amount(source.believer[i]),
        means[at] === undefined ? '' : say.amount(means[at]),
        ...(found ? [say.amount(found.change), say.amount(found.standardError), found.hurt] : ['', '', '']),
      ];
    }),
  };
}
