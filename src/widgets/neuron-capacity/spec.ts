import type { Challenge, Preset, Readout } from '#contract/spec.ts';
import { defineWidget } from '#contract/spec.ts';
import { compute, inputs, type Neuron } from './model.ts';
import { mostRounds, params, type Asked } from './parameters.ts';

const certificate = 'theory/channels/blahut-arimoto.certifyCapacity';
const information = (label: string, formula: string, of: Readout<Neuron, Asked>['of'], source = certificate): Readout<Neuron, Asked> => ({ kind: 'information', ...{ label, formula, source, of } }); // prettier-ignore
const at = ({ rounds }: Neuron, asked: Asked) => rounds[asked.rounds];
const best = ({ rounds }: Neuron) => rounds[mostRounds];

const presets: readonly Preset<Asked>[] = [
  {
    id: 'as-the-data-come',
    title: 'As the data come',
    values: {},
    why: 'The data use the middle of the neuron. Its capacity is somewhere between the two lines, and this law of inputs does not say where.',
  },
  {
    id: 'after-many',
    title: 'After two hundred rounds',
    values: { rounds: mostRounds },
    why: 'The iteration has moved the inputs to where the neuron tells them apart, and the two lines have nearly met. Nobody would move the data.',
  },
  {
    id: 'saturated',
    title: 'A large weight',
    values: { weight: 10, rounds: mostRounds },
    why: 'Saturated, the neuron says hardly more than whether an input is below zero, zero or above: with little noise the capacity is about log 3.',
  },
  {
    id: 'wide-data',
    title: 'Data that fit',
    values: { spread: 0.9 },
    why: 'By luck these data come nearly as the channel would like them. Then what they tell is close to the capacity from the start.',
  },
];

const challenges: readonly Challenge<Neuron, Asked>[] = [
  {
    id: 'certify',
    task: 'Certify the capacity of this neuron to a fiftieth of a bit.',
    start: {},
    score(model, asked) {
      const { lower, upper } = at(model, asked);
      const gap = (upper - lower) / Math.LN2;
      return gap < 0.02 ? 1 : Math.min(0.95, 0.02 / gap);
    },
    hints: [
      {
        when: (_, { rounds }) => rounds === 0,
        say: 'No round has been made yet. Move the handle on the axis of rounds.',
      },
      { when: () => true, say: 'Each round brings the bounds nearer to one another. Go on.' },
    ],
    solved:
      'No input’s divergence exceeds the mean by more than a fiftieth of a bit now, so no law of the inputs could tell more than that beyond this one. This is a proof, whatever the iteration did.',
    solution: { rounds: mostRounds },
  },
  {
    id: 'worse-data',
    task: 'Leave the neuron as it is, and find data that use less than a third of its capacity.',
    start: { rounds: mostRounds },
    score(model, { weight, noise }) {
      if (weight !== params.weight.default || noise !== params.noise.default) return 0;
      const used = model.rounds[0].lower / best(model).lower;
      return used < 1 / 3 ? 1 : Math.min(0.95, 1 / 3 / used);
    },
    hints: [
      {
        when: (_, { weight, noise }) => weight !== 1.5 || noise !== 0.2,
        say: 'The neuron is to stay: w = 1.5 and σ = 0.2.',
      },
      { when: () => true, say: 'Data that are nearly always the same input tell little, through any channel.' },
    ],
    solved: 'The capacity is the same as before. It belongs to the channel, and the data have no part in it.',
    solution: { spread: 0.2 },
  },
];

export const spec = defineWidget({
  id: 'neuron-capacity',
  title: 'A capacity, from both sides',
  summary: 'Begin with the law of the data and move the inputs towards the law that a noisy neuron would like best.',
  terms: ['channel', 'mutual-information'],
  cites: ['arimoto1972', 'blahut1972'],
  wordsInBits: true,
  params,
  compute,
  readouts: {
    data: information('What the neuron tells of the data', String.raw`\I(X;T)`, ({ rounds }) => rounds[0].lower),
    lower: information('What it tells of inputs with the law of this round: the capacity is at least this', String.raw`\I(X;T)`, (model, asked) => at(model, asked).lower), // prettier-ignore
    upper: information('The largest divergence of an input: the capacity is at most this', String.raw`\max_x \D(W_x \,\|\, Q)`, (model, asked) => at(model, asked).upper), // prettier-ignore
    gap: information('The capacity is known up to', String.raw`\max_x \D(W_x \,\|\, Q) - \I(X;T)`, (model, asked) => at(model, asked).upper - at(model, asked).lower), // prettier-ignore
    capacity: information('The capacity is at least, by the last round', 'C', (model) => best(model).lower, 'theory/channels/blahut-arimoto.channelCapacity'), // prettier-ignore
    unused: information('Of this, the data leave unused', String.raw`C - \I(X;T)`, (model) => best(model).lower - model.rounds[0].lower, 'theory/channels/blahut-arimoto.channelCapacity'), // prettier-ignore
  },
  describe(model, asked, say) {
    const { lower, upper } = at(model, asked);
    return (
      `A neuron with weight ${say.number(asked.weight, 1)} and noise ${say.number(asked.noise, 2)} tells ${say.information(model.rounds[0].lower)} of data with spread ${say.number(asked.spread, 1)}. ` +
      `After ${say.count(asked.rounds)} ${asked.rounds === 1 ? 'round' : 'rounds'} its capacity is known to be between ${say.amount(lower)} and ${say.amount(upper)}.`
    );
  },
  table: ({ data, law, divergences }, say) => ({
    columns: ['Input', 'Chance in the data', 'Chance in this round', `Divergence in this round, ${say.unit}`],
    rows: inputs.map((x, i) => [x, say.probability(data[i]), say.probability(law[i]), say.amount(divergences[i])]),
  }),
  laws: [
    {
      name: 'The capacity lies between the bounds of every round: no lower bound exceeds an upper one',
      tolerance: 1e-9,
      gap: ({ rounds }) =>
        Math.max(...rounds.map(({ lower }) => lower)) - Math.min(...rounds.map(({ upper }) => upper)),
    },
    {
      name: 'The lower bound never falls from round to round',
      tolerance: 1e-9,
      gap: ({ rounds }) => Math.max(...rounds.slice(1).map(({ lower }, i) => rounds[i].lower - lower)),
    },
    {
      name: 'The lower bound is the mean of the divergences',
      tolerance: 1e-9,
      gap: (model, asked) =>
        Math.abs(model.law.reduce((sum, p, i) => sum + p * model.divergences[i], 0) - at(model, asked).lower),
    },
  ],
  challenges,
  presets,
});
