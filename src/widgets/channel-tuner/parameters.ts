import { formatDistribution, toDistribution } from '#contract/distribution.ts';
import { choice, integer, number } from '#contract/parameter.ts';
import type { SimplexParameter, TableParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { binaryErasure, binarySymmetric, zChannel, type Channel } from '#theory/channels/channel.ts';

export const mostRounds = 60;
/** A line of the reader’s own has so many letters on either side. */
export const sizes = [2, 3, 4] as const;
const most = 4;

const numbersOf = (text: string) => text.split(',').map((item) => (item.trim() === '' ? NaN : Number(item)));
const isSize = (size: number) => size >= 2 && size <= most;

/** Exponential weights, divided by their sum: uniform over all laws, with corners. */
function someLaw(size: number, next: () => number): number[] {
  const weights = Array.from({ length: size }, () => (next() < 0.1 ? 0 : -Math.log(1 - next())));
  return toDistribution(weights).value ?? weights.map(() => 1 / size);
}
const someSize = (next: () => number) => 2 + Math.floor(3 * next());

/** A law of two to four letters; on a line with another number of letters, all are sent alike. */
const law: SimplexParameter = {
  kind: 'simplex',
  label: 'How often each letter is sent',
  names: ['1', '2', '3', '4'],
  default: [0.5, 0.5],
  control: 'view',
  format: (value) => formatDistribution(value).join(','),
  parse(text) {
    const numbers = numbersOf(text);
    if (!isSize(numbers.length))
      return { value: law.default, problem: `${law.label}: expected 2 to 4 numbers; the default is used.` };
    const { value, problem } = toDistribution(numbers);
    if (!value) return { value: law.default, problem: `${law.label}: ${problem}; the default is used.` };
    return { value, ...(problem && { problem: `${law.label}: ${problem}.` }) };
  },
  sample: (next) => someLaw(someSize(next), next),
};

/** W(y|x), a row for each letter that is sent: two to four rows of two to four chances, each adding up to 1. */
const channel: TableParameter = {
  kind: 'table',
  label: 'Your line',
  rows: ['1', '2', '3', '4'],
  columns: ['1', '2', '3', '4'],
  default: [
    [0.7, 0.2, 0.1],
    [0.1, 0.3, 0.6],
  ],
  control: 'view',
  format: (value) => value.map((row) => formatDistribution(row).join(',')).join(';'),
  parse(text) {
    const rows = text.split(';').map(numbersOf);
    const fallback = { value: channel.default };
    const refused = (why: string) => ({ ...fallback, problem: `${channel.label}: ${why}; the default line is shown.` });
    if (!isSize(rows.length) || !isSize(rows[0].length) || rows.some((row) => row.length !== rows[0].length))
      return refused('expected 2 to 4 rows of 2 to 4 numbers, all equally long');
    const laws = rows.map(toDistribution);
    const wrong = laws.find(({ value }) => !value);
    if (wrong) return refused(wrong.problem!);
    const scaled = laws.find(({ problem }) => problem)?.problem;
    return { value: laws.map(({ value }) => value!), ...(scaled && { problem: `${channel.label}: ${scaled}.` }) };
  },
  sample(next) {
    const [rows, columns] = [someSize(next), someSize(next)];
    return Array.from({ length: rows }, () => someLaw(columns, next));
  },
};

export const params = {
  line: choice({
    label: 'The line',
    default: 'flips',
    options: [
      { value: 'flips', label: 'flips' },
      { value: 'erases', label: 'erases' },
      { value: 'fades', label: 'lets 1 fade' },
      { value: 'slips', label: 'slips to the next key' },
      { value: 'own', label: 'your own' },
    ],
    control: 'view',
  }),
  noise: number({ label: 'How often it does so', default: 0.1, min: 0, max: 1, step: 0.01, control: 'view' }),
  p: law,
  rounds: integer({ label: 'Rounds of the iteration', default: 0, min: 0, max: mostRounds, control: 'view' }),
  channel,
};

export type Asked = Values<typeof params>;

interface Line {
  readonly channel: Channel;
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

const subscripts = ['₁', '₂', '₃', '₄'];
const keys = ['A', 'B', 'C', 'D'];

/** Four keys in a ring; each may slip to the next one. Shannon’s noisy typewriter, with fewer keys. */
const typewriter = (slip: number): Channel =>
  keys.map((_, x) => keys.map((_, y) => (y === x ? 1 - slip : y === (x + 1) % keys.length ? slip : 0)));

/** The line that is asked for, its letters in the order in which they are drawn. */
export function lineOf({ line, noise, channel }: Pick<Asked, 'line' | 'noise' | 'channel'>): Line {
  const binary = ['0', '1'];
  switch (line) {
    case 'flips':
      return { channel: binarySymmetric(noise), sent: binary, received: binary };
    case 'erases':
      return {
        channel: binaryErasure(noise).map(([zero, one, erased]) => [zero, erased, one]),
        ...{ sent: binary, received: ['0', '?', '1'] },
      };
    case 'fades':
      return { channel: zChannel(noise), sent: binary, received: binary };
    case 'slips':
      return { channel: typewriter(noise), sent: keys, received: keys };
    default:
      return {
        channel,
        sent: channel.map((_, x) => `x${subscripts[x]}`),
        received: channel[0].map((_, y) => `y${subscripts[y]}`),
      };
  }
}

/** The law of what is sent; where it has another number of letters than the line, all letters alike. */
export const lawFor = (p: readonly number[], letters: number): readonly number[] =>
  p.length === letters ? p : Array<number>(letters).fill(1 / letters);
