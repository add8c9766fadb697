import type { Preset } from '#contract/spec.ts';
import { ways } from './examples.ts';
import type { Asked } from './parameters.ts';

const hands = ways(52, 5);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'coin-and-die',
    title: 'A coin and a die',
    values: {},
    why: 'Heads and a six, one chance in twelve. The chances multiply, and the surprisals stand on top of each other.',
  },
  {
    id: 'twice-a-thousand',
    title: 'Twice in a thousand',
    values: { first: 1000, second: 1000 },
    why: 'Two events of ten bits, nearly. Together they are a thousand times as unlikely as one, and twice as surprising.',
  },
  {
    id: 'sure',
    title: 'No news',
    values: { first: 1, second: 1 },
    why: 'What is certain tells nothing when it happens, however important it may be that it does.',
  },
  {
    id: 'royal-flush',
    title: 'A royal flush',
    values: { first: hands / 4, second: 1 },
    why: 'Four hands of 2,598,960. The best that there is in poker, and people remember it for life.',
  },
  {
    id: 'these-five',
    title: 'The hand that you hold',
    values: { first: hands, second: 1 },
    why: 'These very five cards, and no others: two bits more surprising than a royal flush, whatever they are worth.',
  },
  {
    id: 'open-diagnosis',
    title: 'An open diagnosis',
    values: { first: 2, second: 1 },
    why: 'It could go either way. One bit, as much as a tossed coin tells. What hangs on it is not on this scale.',
  },
];
