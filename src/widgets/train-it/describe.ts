import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import { heldOutSequences, sourceContext } from './data.ts';
import { isDone, latest, type Point, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';

const dataSaid: Record<Asked['data'], string> = {
  babble: 'the chain of letters',
  coins: 'the two coins',
  register: 'the shift register',
  fair: 'the fair coin',
  book: 'prose of this book',
  own: 'your text',
};

/** What was reached, against what can be. */
export function describe(model: TrainIt, asked: Asked, say: Say): string {
  const what = `A network of ${say.count(model.parameters)} numbers and ${dataSaid[asked.data]}`;
  const floor =
    model.floor === undefined
      ? 'Nobody knows the floor of a text.'
      : `On new symbols nobody pays less than ${say.information(model.floor)} each on average.`;
  const last = latest(model);
  if (model.problem) return `${what}: ${model.problem}`;
  if (!last && !model.fresh) return `${what}, begun from a network that was trained before. ${floor}`;
  if (!last)
    return `${what}, untrained: an even choice among its ${say.count(Math.exp(model.even))} tokens costs ${say.information(model.even)}. ${floor}`;
  const { measured } = last;
  const when =
    model.step === 0
      ? 'before its first step'
      : `after ${say.count(model.step)} ${isDone(model) ? 'steps' : `of ${say.count(model.goal)} steps`}`;
  const inTraining = model.step === 0 ? '' : `; in training a symbol cost ${say.amount(last.train)}`;
  const above = model.floor === undefined ? '' : `, ${say.amount(last.heldOut - model.floor)} above the floor`;
  const asTheyCame = measured
    ? `; the ${say.count(heldOutSequences * sourceContext)} that came cost ${say.amount(measured.loss)} ± ${say.amount(measured.error)}`
    : '';
  return (
    `${what} ${when}: a symbol that was held out costs ` +
    `${say.information(last.heldOut)} ± ${say.amount(last.error, last.error < 0.001 ? 4 : 3)}${above}${asTheyCame}` +
    `${inTraining}. ${floor}`
  );
}

/** The curve, then the kinds of symbols, then what was written. */
export function table(model: TrainIt, say: Say): Table {
  const { points, groups, samples, floor, rate, even, fresh } = model;
  const none = '';
  const untrained: Point[] = fresh ? [{ step: 0, train: even, heldOut: even, error: 0 }] : [];
  return {
    columns: [
      'what',
      'symbols',
      `held out (${say.unit})`,
      'standard error',
      `held out, as it came (${say.unit})`,
      'its standard error',
      `in training (${say.unit})`,
      `floor (${say.unit})`,
      'text',
    ],
    rows: [
      ...(rate === undefined ? [] : [['entropy rate', none, none, none, none, none, none, say.amount(rate), none]]),
      ...[...untrained, ...points].map(({ step, train, heldOut, error, measured }) => [
        `step ${step}`,
        none,
        say.amount(heldOut),
        say.amount(error),
        measured ? say.amount(measured.loss) : none,
        measured ? say.amount(measured.error) : none,
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
        none,
        none,
        least === undefined ? none : say.amount(least),
        none,
      ]),
      ...samples.map(({ step, text }) => [
        `written after step ${step}`,
        text.length,
        none,
        none,
        none,
        none,
        none,
        none,
        text,
      ]),
    ],
  };
}
