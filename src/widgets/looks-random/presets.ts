import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'register',
    title: 'A register',
    values: {},
    why: 'Blocks and phrases find nothing: the digits pass for coins. The third test finds a register of sixteen cells, which leaves nothing open.',
  },
  {
    id: 'thue-morse',
    title: 'Thue–Morse',
    values: { source: 'thue-morse' },
    why: 'Never does a block come three times in a row, and zeros and ones are equally many. But there are at most 10k/3 blocks of k digits, so a block holds at most the logarithm of that. The entropy rate is zero.',
  },
  {
    id: 'fibonacci',
    title: 'Fibonacci',
    values: { source: 'fibonacci' },
    why: 'Only k + 1 blocks of k digits, the fewest that a sequence can have without repeating in the end.',
  },
  {
    id: 'generator',
    title: 'A generator',
    values: { source: 'generator' },
    why: 'The generator with which this book draws all its random numbers. Its state has 128 bits, so no more than that is open. Here are the first binary digits of its numbers, and none of the three tests can tell. Of their last digits the register test would find one of 128 cells.',
  },
  {
    id: 'pi',
    title: 'π',
    values: { source: 'pi' },
    why: 'A short program writes these digits, and with 4,096 of them, 1,024 for the register test, they pass all three tests. Whether all blocks come equally often in the end is not known.',
  },
  {
    id: 'logistic',
    title: 'Chaos',
    values: { source: 'logistic' },
    why: 'Each state decides all that follow. With real numbers the digits are fair coins for almost every start. Here there are 26 binary places, and the map may come to a circle of states. With the start in the figure it does after 2,780 steps, and blocks of twelve seem to hold half a bit less than those of coins.',
  },
  {
    id: 'rounded',
    title: 'Chaos, rounded',
    values: { source: 'logistic', precision: 12 },
    why: 'With twelve binary places the map soon comes to a state that it has been in before, and goes in a circle from there. Its chaos is used up.',
  },
  {
    id: 'text',
    title: 'A text',
    values: { source: 'text', block: 4 },
    why: 'The first page of this book in 27 signs. Four letters seem to hold little more than three. Much of that is the ceiling: the text is too short to show what it holds.',
  },
  {
    id: 'few',
    title: 'Too few coins',
    values: { source: 'generator', symbols: 256, block: 10 },
    why: 'The same generator, and fewer digits. Blocks of ten seem to be nearly decided by their first nine digits: most of them come once. The ceiling speaks here, and not the source.',
  },
];
