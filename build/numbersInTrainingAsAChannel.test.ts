import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import {
  informationLinearNeuron,
  informationReluNeuron,
  informationTanhNeuron,
} from '#theory/channels/information-plane.ts';
import { lastOf, marksOf, meanOf, type Plane } from '#widgets/information-plane/model.ts';
import { activationNames, params, type Asked } from '#widgets/information-plane/parameters.ts';
import { presets } from '#widgets/information-plane/presets.ts';
import { spec } from '#widgets/information-plane/spec.ts';
import * as neuron from '#widgets/neuron-capacity/model.ts';
import { mostRounds, params as neuronParams } from '#widgets/neuron-capacity/parameters.ts';

/* The numbers of the page on training as a channel, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/training-as-a-channel.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`${(100 * end.wrong.fresh).toFixed(0)} instead of ${(100 * late.wrong.fresh).toFixed(0)} in a hundred`);
  const lost = (change: Partial<Asked>) => {
    const { peak: most, end: last } = plane(change);
    return bits(lastOf(most).input - lastOf(last).input);
  };
  quotes(`It falls by ${lost({ bins: 100_000 })} bits.`);
  const noisy = plane(presets.find(({ id }) => id === 'noisy')!.values);
  quotes(`from ${noisy.at(10)} to ${noisy.at(135)} bits, while thirty bins show a fall from ${at(10)} to ${at(135)}.`);
  const five = plane({ bins: 5 });
  quotes(`At its peak this reading tells ${bits(lastOf(five.peak).input)} bits, in the end ${bits(lastOf(five.end).input)}: it loses ${lost({ bins: 5 })}. Thirty bins say ${lost({})}, and a hundred thousand ${lost({ bins: 100_000 })}.`); // prettier-ignore
  const told = ({ layers }: typeof end) => layers[2].label;
  expect(told(end)).toBeLessThan(told(best) - 0.05);
});

test('the table of runs', () => {
  for (const [labels, flips] of [
    ['one in ten wrong', 0.1],
    ['all right', 0],
  ] as const) {
    const { model } = plane({ flips });
    for (const activation of ['tanh', 'relu', 'linear'] as const) {
      const { lost, wrong } = meanOf(model, activation);
      expect(table).toContain(
        `| ${labels} | ${activationNames[activation]} | ${bits(lost)} bits | ${percent(wrong)} |`,
      );
    }
    if (flips === 0) expect(model.runs.filter(({ wrong }) => wrong === 0.5)).toHaveLength(2);
  }
});

test('the capacity of the neuron', () => {
  const { rounds } = neuron.compute(defaultValues(neuronParams));
  const [first, last] = [rounds[0], rounds[mostRounds]];
  quotes(`${bits(first.lower)} of at least ${bits(last.lower)} bits`);
  quotes(`After 200 rounds the lower bound is ${bits(last.lower)}, the upper one ${bits(last.upper)}. The share is ${(first.lower / last.upper).toFixed(2)} to ${(first.lower / last.lower).toFixed(2)}.`); // prettier-ignore
  expect(mostRounds).toBe(200);
  const saturated = neuron.compute({ ...defaultValues(neuronParams), weight: 10 });
  expect(Math.abs(saturated.rounds[mostRounds].lower / Math.log(3) - 1)).toBeLessThan(0.03);
});
