import { choice, integer, number, seed, toggle, type TextParameter } from '#contract/parameter.ts';
import type { Head } from '#contract/training.ts';
import type { Values } from '#contract/values.ts';

export const letters = 'abcdefgh';
/** Symbols after the start token that fit into the context with it. */
export const longest = 127;
/** What the shipped networks were trained on: rows from Dirichlet(1, …, 1). */
export const trainedOn = 1;

const onlyLetters = (text: string) => text.toLowerCase().replace(/[^a-h]/g, '');

/** The reader's own sequence. The field keeps whatever was typed; an address keeps the letters that can be symbols, nothing else. */
const typed: TextParameter = {
  kind: 'text',
  label: 'Your sequence',
  default: 'abracadabraabracadabraabracadabra',
  maximumLength: 4 * longest,
  control: 'view',
  format: (value) => onlyLetters(value).slice(0, longest),
  parse(text) {
    const kept = onlyLetters(text);
    const value = kept.slice(0, longest);
    if (/[^a-h\s]/i.test(text))
      return { value, problem: 'Your sequence: only the letters a to h are symbols; the rest is left out.' };
    if (kept.length > longest)
      return { value, problem: `Your sequence: only the first ${longest} of ${kept.length} symbols are used.` };
    return { value };
  },
  sample: (next) =>
    Array.from({ length: Math.floor(next() * longest) }, () => letters[Math.floor(next() * 8)]).join(''),
};

export const params = {
  network: choice({
    label: 'Network, trained on chains of',
    default: 'markov-3',
    options: [
      { value: 'markov-3', label: 'three symbols' },
      { value: 'markov-2-8', label: 'two to eight symbols' },
    ],
    control: 'view',
  }),
  symbols: integer({ label: 'Symbols', default: 3, min: 2, max: 8, control: 'view' }),
  checkpoint: integer({ label: 'Checkpoint', default: 20, min: 0, max: 20, control: 'view' }),
  alpha: number({
    label: 'α of the prior on display',
    default: trainedOn,
    min: 0.05,
    max: 20,
    step: 0.01,
    scale: 'log',
    control: 'view',
  }),
  without: choice({
    label: 'Head switched off',
    default: 'none',
    options: [
      { value: 'none', label: 'none' },
      { value: '11', label: 'layer 1, head 1' },
      { value: '12', label: 'layer 1, head 2' },
      { value: '21', label: 'layer 2, head 1' },
      { value: '22', label: 'layer 2, head 2' },
    ],
    control: 'view',
  }),
  source: choice({
    label: 'Sequence',
    default: 'drawn',
    options: [
      { value: 'drawn', label: 'drawn from the prior on display' },
      { value: 'second-order', label: 'drawn, with a memory of two symbols' },
      { value: 'cycle', label: 'a cycle' },
      { value: 'constant', label: 'one symbol' },
      { value: 'worst', label: 'made to fool the network' },
      { value: 'typed', label: 'yours' },
    ],
    control: 'view',
  }),
  typed,
  length: integer({ label: 'Length', default: 64, min: 8, max: longest, unit: 'symbols', control: 'view' }),
  seed: { ...seed({ default: 4 }), control: 'view' as const },
  position: integer({ label: 'Position', default: 40, min: 0, max: longest, control: 'view' }),
  playing: toggle({ label: 'Train', default: false, control: 'view', transient: true, begins: true }),
  stepped: integer({ label: 'Single steps', default: 0, min: 0, max: 1e9, control: 'view', transient: true }),
  rate: number({
    label: 'Learning rate',
    default: 0.003,
    min: 0.0001,
    max: 0.01,
    step: 0.0001,
    scale: 'log',
    control: 'view',
  }),
  pace: number({
    label: 'Pace: share of the time spent training',
    default: 1,
    min: 0.05,
    max: 1,
    step: 0.05,
    control: 'view',
    transient: true,
  }),
  onDisplay: toggle({ label: 'Train on chains with the α on display', default: false, control: 'view' }),
};

export type Asked = Values<typeof params>;

/** The symbols of the chains on display: a network of one size of alphabet has no choice. */
export const symbolsOf = ({ network, symbols }: Asked) => (network === 'markov-3' ? 3 : symbols);

/** The head of attention that is switched off, counted from 0. */
export const headOff = ({ without }: Asked): Head | undefined =>
  without === 'none' ? undefined : { layer: Number(without[0]) - 1, head: Number(without[1]) - 1 };

/** The networks' sources as training has it. */
export const rangeOf = (network: Asked['network']) =>
  network === 'markov-3' ? { fewest: 3, most: 3 } : { fewest: 2, most: 8 };

/** The token that begins a sequence over so many symbols and says so. */
export function startToken(network: Asked['network'], symbols: number): number {
  const { fewest, most } = rangeOf(network);
  return most + symbols - fewest;
}
