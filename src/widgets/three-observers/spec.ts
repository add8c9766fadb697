import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, gave, observers } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const toldOf = {
  form: 'believes in some register',
  length: 'knows how many cells it has',
  taps: 'knows its taps',
  seed: 'knows its taps and its seed',
} as const;

export const spec = defineWidget({
  id: 'three-observers',
  title: 'Three observers, three bills',
  summary: 'The same digits cost one of them much and another nothing. Drag how many they have read.',
  terms: ['surprisal', 'shift-register', 'linear-complexity'],
  cites: ['massey1969', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  places: { own: placeOf(params, 'own', { label: 'the string', also: { source: 'own' } }) },
  compute,
  readouts,

  describe(model, { source, cells, order }, say) {
    const { read, coin, counter, solver, lengths, told } = model;
    if (read === 0) return 'There is nothing to read yet.';
    const string =
      source === 'register'
        ? `${say.count(read)} ${read === 1 ? 'digit' : 'digits'} of a register of ${cells} cells`
        : `${say.count(read)} ${read === 1 ? 'digit' : 'digits'} of your own string`;
    const cellsNeeded = lengths[read];
    const shortest =
      cellsNeeded === 0
        ? 'All are zeros, and a register without cells writes them.'
        : `The shortest register that writes them has ${say.count(cellsNeeded)} ${cellsNeeded === 1 ? 'cell' : 'cells'}.`;
    const back = order === 0 ? 'counts digits' : `looks ${order} ${order === 1 ? 'digit' : 'digits'} back`;
    return (
      `${string} cost one who expects a fair coin ${say.information(coin[read], 1)}, one who ${back} and counts ${say.amount(counter[read], 1)}, ` +
      `and one who ${toldOf[told]} ${say.amount(solver[read], 1)}. ${shortest}`
    ).replace('counts digits and counts', 'counts zeros and ones');
  },

  table: ({ digits, coin, counter, solver, lengths }, say) => ({
    columns: ['n', 'Digit n', `Coin thrower has paid, ${say.unit}`, `Counter has paid, ${say.unit}`, `Solver has paid, ${say.unit}`, 'Shortest register, cells'], // prettier-ignore
    rows: digits.map((digit, i) => [
      i + 1,
      digit,
      say.amount(coin[i + 1]),
      say.amount(counter[i + 1]),
      say.amount(solver[i + 1]),
      lengths[i + 1],
    ]),
  }),

  laws: [
    {
      name: 'The solver pays at most one bit more than the coin thrower, since half of her belief is coins',
      tolerance: 1e-9,
      gap: ({ coin, solver }) => Math.max(...solver.map((nats, n) => nats - coin[n])) - Math.LN2,
    },
    {
      name: 'Told nothing she pays at most 2ℓ + 1 + log₂ ℓ(ℓ + 1) bits, for a shortest register of ℓ cells',
      tolerance: 1e-9,
      gap: ({ solver, lengths, told }) =>
        told !== 'form'
          ? 0
          : Math.max(
              ...solver.map((nats, n) => {
                const cells = Math.max(1, lengths[n]);
                return nats - Math.LN2 * (2 * cells + 1) - Math.log(cells * (cells + 1));
              }),
            ),
    },
    {
      name: 'No digit has a negative price: what has been paid never falls',
      tolerance: 1e-9,
      gap: (model) =>
        Math.max(0, ...observers.flatMap((who) => model[who].slice(1).map((nats, n) => model[who][n] - nats))),
    },
    {
      name: 'A digit costs what its probability says',
      tolerance: 1e-9,
      gap: (model) =>
        model.read === 0
          ? 0
          : Math.max(
              ...observers.map((who) =>
                Math.abs(model[who][model.read] - model[who][model.read - 1] + Math.log(gave(model, who))),
              ),
            ),
    },
    {
      name: 'The shortest register for the digits of one of L cells has at most L',
      tolerance: 0,
      gap: ({ lengths }, { source, cells }) => (source === 'register' ? Math.max(...lengths) - cells : 0),
    },
  ],

  challenges,
  presets,
});
