import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import { isDone, latest, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';

const dataSaid: Record<Asked['data'], string> = {
  babble: 'the chain of letters',
  coins: 'the two coins',
  register: 'the shift register',
  fair: 'the fair coin',
  book: 'chapters of this book',
  own: 'your text',
};

/** What was reached, against what can be. */
export function describe(model: TrainIt, asked: Asked, say: Say): string {
  const what = `A network of ${say.count(model.parameters)} numbers and ${dataSaid[asked.data]}`;
  const floor =
    model.floor === undefined
      ? 'Nobody knows the floor of a text.'
      : `Nobody can pay less than ${say.information(model.floor)} a symbol.`;
  const last = latest(model);
  if (model.problem) return `${what}: ${model.problem}`;
  if (!last) return `${what}, untrained: an even choice costs ${say.information(model.even)} a symbol. ${floor}`;
  const above = model.floor === undefined ? '' : `, ${say.amount(last.heldOut - model.floor)} above the floor`;
  return (
    `${what} after ${say.count(model.step)} ${isDone(model) ? 'steps' : `of ${say.count(model.goal)} steps`}: a new symbol costs ` +
    `${say.information(last.heldOut)} ± ${say.amount(last.error, last.error < 0.001 ? 4 : 3)}${above}; in training it cost ${say.amount(last.train)}. ${floor}`
  );
}

/** The curve, then the kinds of symbols, then what was written. */
export function table(model: TrainIt, say: Say): Table {
  const { points, groups, samples, floor, rate, even } = model;
  const none = '';
  return {
    columns: [
      'what',
      'symbols',
      `held out (${say.unit})`,
      'standard error',
      `in training (${say.unit})`,
      `floor (${say.unit})`,
      'text',
    ],
    rows: [
      ...(rate === undefined ? [] : [['entropy rate', none, none, none, none, say.amount(rate), none]]),
      ...[{ step: 0, train: even, heldOut: even, error: 0 }, ...points].map(({ step, train, heldOut, error }) => [
        `step ${step}`,
        none,
        say.amount(heldOut),
        say.amount(error),
        say.amount(train),
        floor === undefined ? none : say.amount(floor),
        none,
      ]),
      ...groups.map(({ name, count, loss, floor: least }) => [
        name,
        count,
        say.amount(loss),
        none,
        none,
        least === undefined ? none : say.amount(least),
        none,
      ]),
      ...samples.map(({ step, text }) => [`written after step ${step}`, text.length, none, none, none, none, text]),
    ],
  };
}
