import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'by-hand',
    title: 'aab, by hand',
    values: {},
    why: 'The interval is 9/64 wide and lies on both sides of one half. Not one digit is certain before the text is over, and the code needs four, which is one more than its worth rounded up.',
  },
  {
    id: 'skewed',
    title: 'A skewed coin',
    values: { message: 'aaaaaabaaaaaaaaaabaa', a: 9 },
    why: 'Nine a’s to one b. An a is worth less than a sixth of a bit, and most of them make no digit leave. A word for each symbol would take twenty digits.',
  },
  {
    id: 'straddle',
    title: 'Around one half',
    values: { message: 'bbbbbbbba', letters: '3', a: 1, b: 2, c: 1, taken: 8 },
    why: 'Each b takes the middle half of the interval. Eight bits are paid, and no digit has left: the interval still lies around one half. Take one symbol more.',
  },
  {
    id: 'decode',
    title: 'One digit has arrived',
    values: { direction: 'receive', arrived: 1 },
    why: 'The numbers that begin with 0 are those below one half. All of them lie in the share of aa, which ends at 9/16: one digit, and two letters are certain. The third may be either.',
  },
  {
    id: 'laplace',
    title: 'Seven a’s, then a b',
    values: { message: 'aaaaaaab', predictor: 'laplace', taken: 7 },
    why: 'The coder has counted. Seven a’s are worth three bits in all, since they have the probability 1/8. The b that comes next will cost more than they did.',
  },
  {
    id: 'half-counts',
    title: 'The same, counts plus ½',
    values: { message: 'aaaaaaab', predictor: 'half' },
    why: 'It expects more of the same, sooner: the a’s are cheaper than with Laplace’s rule, and the b is dearer.',
  },
  {
    id: 'coins',
    title: 'One of two coins',
    values: { message: 'aabaaabaaaabaaba', predictor: 'coins' },
    why: 'Heads is a. The coin shows it seven times in ten or four times in ten, and the coder weighs the two coins by Bayes’ rule. Its digits are the loss of the best predictor of this source, rounded once.',
  },
  {
    id: 'ended',
    title: 'With an end symbol',
    values: { ends: 'symbol' },
    why: 'Before each letter the text may be over, with one chance in sixteen. To end costs four bits, and not to end costs a little with each letter.',
  },
  {
    id: 'off-by-one',
    title: 'One unit off',
    values: { message: 'abacabaabcaababaacababaa', letters: '3', a: 25, b: 12, c: 4, direction: 'receive', slip: 2 },
    why: 'At the second symbol the decoder has 26 shares of a, and the encoder had 25. It reads every digit as it was sent. The first letters are right, and then it reads another text.',
  },
];
