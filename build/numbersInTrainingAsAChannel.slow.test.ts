import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import {
  informationLinearNeuron,
  informationReluNeuron,
  informationTanhNeuron,
} from '#theory/channels/information-plane.ts';
import { voteTask } from '#sim/vote-task.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { neuronChannel } from '#theory/channels/neuron-channel.ts';
import { lastOf, marksOf, type Plane } from '#widgets/information-plane/model.ts';
import { activationNames, params, type Asked } from '#widgets/information-plane/parameters.ts';
import { presets } from '#widgets/information-plane/presets.ts';
import { spec } from '#widgets/information-plane/spec.ts';
import { kept, snapshotOf, train } from '#widgets/information-plane/train.ts';
import * as neuron from '#widgets/neuron-capacity/model.ts';
import { mostRounds, params as neuronParams } from '#widgets/neuron-capacity/parameters.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on training as a channel, each computed here and found there as it is displayed. */

const prose = proseOf('training-as-a-channel');
const quotes = quotesOf('training-as-a-channel');
const table = prose.replace(/ +\| +/g, ' | ');
const hasRow = (cells: readonly (string | number)[]) => {
  const row = `| ${cells.join(' | ')} |`;
  expect({ row, found: table.includes(row) }).toEqual({ row, found: true });
};
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const planes = new Map<string, ReturnType<typeof read>>();
/** Each state once: a reading of eighteen networks takes its time. */
function plane(change: Partial<Asked>) {
  const key = JSON.stringify(change);
  const found = planes.get(key) ?? read(change);
  planes.set(key, found);
  return found;
}
function read(change: Partial<Asked>) {
  const values = { ...defaultValues(params), ...change };
  const model = wholeModel(spec, values) as Plane;
  const at = (step: number) => bits(lastOf(model.snapshots.find((one) => one.step === step)!).input);
  return { model, at, ...marksOf(model, values) };
}

/** The reader’s network without the eighteen that it is compared with. */
function alone(change: Partial<Asked>) {
  const values = { ...defaultValues(params), ...change };
  const [trail] = [...train(values)].slice(-1);
  return kept.map((_, index) => snapshotOf(trail, index, values));
}

test('the neuron by hand', () => {
  quotes(`${Math.tanh(0.3).toFixed(3)} and ${Math.tanh(0.9).toFixed(3)} `);
  quotes(`${Math.tanh(3).toFixed(5)} and ${Math.tanh(9).toFixed(8)} `);
  const bin = (t: number, width: number) => Math.floor((t + 1) / width);
  expect(bin(Math.tanh(0.3), 0.2)).not.toBe(bin(Math.tanh(0.9), 0.2));
  expect(bin(Math.tanh(3), 0.2)).toBe(bin(Math.tanh(9), 0.2));
  expect(bin(Math.tanh(3), 0.001)).not.toBe(bin(Math.tanh(9), 0.001));
});

test('the table of weights', () => {
  const rows = [0.05, 1, 30].map((weight) => [
    weight,
    ...[
      informationTanhNeuron(weight, 30),
      informationReluNeuron(weight, 1 / 15),
      informationLinearNeuron(weight, 1 / 15),
    ].map((nats) => `${bits(nats)} bits`),
  ]);
  rows.forEach(hasRow);
});

test('the network of the bet, its finer bins, and the noise', () => {
  const { at, peak, end, best } = plane({});
  quotes(
    `tells ${bits(lastOf(peak).input, 1)} of the 9 bits of the input early in training, and ${bits(lastOf(end).input, 1)} at the end`,
  );
  expect(best.step).toBe(38);
  const { model } = plane({});
  const late = model.snapshots.find(({ step }) => step === 109)!;
  expect(Number(bits(lastOf(late).input - lastOf(end).input, 1))).toBeCloseTo(2, 0);
  expect(lastOf(late).input - lastOf(end).input).toBeGreaterThan(2 * Math.LN2);
  const lost = (change: Partial<Asked>) => {
    const { peak: most, end: last } = plane(change);
    return bits(lastOf(most).input - lastOf(last).input);
  };
  quotes(`It falls by ${lost({ bins: 100_000 })} bits.`);
  const noisyAt = (change: Partial<Asked>, step: number) =>
    bits(lastOf(alone({ reading: 'noise', ...change }).find((now) => now.step === step)!).input);
  const noisy = presets.find(({ id }) => id === 'noisy')!.values;
  quotes(`from ${noisyAt(noisy, 10)} to ${noisyAt(noisy, 135)} bits, while thirty bins fall from ${at(10)} to ${at(135)}.`); // prettier-ignore
  quotes(`it falls, from ${noisyAt({ noise: 0.1 }, 10)} to ${noisyAt({ noise: 0.1 }, 135)}.`);
  const five = plane({ bins: 5 });
  quotes(`At its peak this reading tells ${bits(lastOf(five.peak).input)} bits, in the end ${bits(lastOf(five.end).input)}: it loses ${lost({ bins: 5 })}. Thirty bins say ${lost({})}, and a hundred thousand ${lost({ bins: 100_000 })}.`); // prettier-ignore
  const told = ({ layers }: typeof end) => layers[2].label;
  expect(told(end)).toBeLessThan(told(best) - 0.05);
});

test('the bound, the table of steps, of bins and what they seem to break', () => {
  const { model, end } = plane({});
  const last = lastOf(end);
  quotes(`ends at ${bits(last.input)} bits of the input and ${bits(last.label, 3)} of the label`);
  quotes(`its full height of ${bits(model.label, 3)} from one bit on`);
  quotes(`= 1 - h(0.1) = ${bits(model.label, 3)}$ bits in all four cells`);
  const of = (step: number) => model.snapshots.find((one) => one.step === step)!;
  const steps = [8, 46, 109, 207, 256, 600].map(of);
  steps
    .slice(1)
    .forEach((now, i) =>
      quotes(
        `| ${bits(lastOf(steps[i]).input)} → ${bits(lastOf(now).input)} bits | ${(100 * steps[i].wrong.fresh).toFixed(1)} → ${percent(now.wrong.fresh)} |`,
      ),
    );
  expect(steps.slice(3).map(({ wrong }) => Math.round(120 * wrong.shown))).toEqual([8, 2, 0]);
  for (const step of [88, 109, 135, 167, 207]) expect(Math.round(120 * of(step).wrong.shown)).toBe(8);
  quotes(`goes from ${bits(lastOf(of(88)).input, 1)} to ${bits(lastOf(of(207)).input, 1)} bits`);
  quotes(`and ${(100 * alone({ examples: 240 }).at(-1)!.wrong.fresh).toFixed(0)} in 100 are wrong in the end`);
  const lost = [2, 10, 30, 300, 1000, 100_000].map((bins) => {
    const told = alone({ bins }).map((now) => lastOf(now).input);
    return bits(Math.max(...told) - told.at(-1)!);
  });
  hasRow(['bits lost, default run', ...lost]);
  const [first, second] = alone({ bins: 2 }).find(({ step }) => step === 30)!.layers;
  quotes(`the first layer tells ${bits(first.label)} bits of the label and the second ${bits(second.label)}.`);
  const { chances, shown } = voteTask(120, 0.1, 2);
  const row = (inputs: ArrayLike<number>, r: number) => Array.from({ length: 9 }, (_, i) => inputs[9 * r + i]).join();
  const { inputs } = voteTask(120, 0.1, 2);
  const chanceOf = new Map([...chances].map((chance, r) => [row(inputs, r), chance]));
  const wrong = Array.from(shown.labels).filter((y, r) => y !== (chanceOf.get(row(shown.inputs, r))! > 0.5 ? 1 : 0));
  quotes(`all 120 examples right, ${wrong.length} wrong labels among them`);
});

const meanError = (values: readonly number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return [mean, Math.sqrt(variance / values.length)];
};

test('the table of runs', () => {
  let dead = 0;
  for (const [labels, flips] of [
    ['one in ten wrong', 0.1],
    ['all right', 0],
  ] as const) {
    const { model } = plane({ flips });
    for (const activation of ['tanh', 'relu', 'linear'] as const) {
      const own = model.runs.filter((run) => run.activation === activation);
      const living = own.filter(({ wrong }) => wrong < 0.5);
      const rowOf = (name: string, runs: typeof own) => {
        const [lost, lostError] = meanError(runs.map((run) => run.lost));
        const [wrong, wrongError] = meanError(runs.map((run) => run.wrong));
        hasRow([labels, name, runs.length, `${bits(lost)} ± ${bits(lostError)} bits`, `${(100 * wrong).toFixed(1)} ± ${percent(wrongError)}`]); // prettier-ignore
      };
      rowOf(activationNames[activation], own);
      if (activation === 'relu') rowOf('ReLU, the living', living);
      dead += own.length - living.length;
      if (activation !== 'relu') expect(living).toHaveLength(6);
    }
    if (flips > 0)
      for (const { seed, wrong } of model.runs.filter(({ activation }) => activation === 'linear'))
        for (const other of model.runs.filter((run) => run.seed === seed && run.activation !== 'linear'))
          expect(wrong).toBeLessThan(other.wrong);
  }
  expect(dead).toBe(3);
});

test('what a friend of compression may say', () => {
  const best = (activation: Asked['activation']) =>
    [1, 2, 3, 4, 5, 6].map((seed) => {
      const read = alone({ activation, seed });
      const { wrong } = read.reduce((least, now) => (now.wrong.fresh < least.wrong.fresh ? now : least));
      const at = read.findIndex((now) => now.wrong.fresh === wrong.fresh);
      const told = read.slice(0, at + 1).map((now) => lastOf(now).input);
      return { wrong: wrong.fresh, lost: (Math.max(...told) - told[at]) / Math.LN2 };
    });
  const [tanh, linear] = [best('tanh'), best('linear')];
  const better = tanh.filter(({ wrong }, i) => wrong < linear[i].wrong);
  expect(better).toHaveLength(5);
  quotes(`it has lost ${Math.min(...better.map(({ lost }) => lost)).toFixed(1)} bits or more by then`);
  const mean = (of: typeof tanh) => (100 * meanError(of.map(({ wrong }) => wrong))[0]).toFixed(1);
  quotes(`${mean(tanh)} against ${mean(linear)} % wrong on average over all six`);
  const fine = plane({ bins: 100_000 }).model.runs.filter(({ activation }) => activation === 'tanh');
  const lost = fine.map((run) => run.lost / Math.LN2).sort((a, b) => a - b);
  expect(lost[4]).toBeLessThan(0.05);
  quotes(`in five of six runs (${lost[5].toFixed(1)} bits in the sixth)`);
});

test('the capacity of the neuron', () => {
  const { rounds } = neuron.compute(defaultValues(neuronParams));
  const [first, last] = [rounds[0], rounds[mostRounds]];
  quotes(`${bits(first.lower)} of at least ${bits(last.lower)} bits`);
  quotes(`After 200 rounds the lower bound is ${bits(last.lower)}, the upper one ${bits(last.upper)}. The share is ${(first.lower / last.upper).toFixed(2)} to ${(first.lower / last.lower).toFixed(2)}.`); // prettier-ignore
  expect(mostRounds).toBe(200);
  for (const [weight, name] of [
    [0.1, '0.1'],
    [0.3, '0.3'],
    [1, '1'],
    [10, '10'],
  ] as const) {
    const at = neuron.compute({ ...defaultValues(neuronParams), weight }).rounds;
    const [data, capacity] = [at[0].lower, at[mostRounds].lower];
    quotes(
      `*${name}*</Try> | ${bits(data)} bits | ${bits(capacity)} bits | ${((100 * data) / capacity).toFixed(0)} % |`,
    );
  }
  const finer = neuronChannel(1.5, neuron.inputs, 0.2, 300);
  const proved = channelCapacity(finer, { gap: 0, iterations: 6000 }, neuron.compute(defaultValues(neuronParams)).data);
  expect(proved.upper - proved.lower).toBeLessThan(0.001);
  quotes(`its capacity is ${bits((proved.lower + proved.upper) / 2, 3)} bits`);
});
