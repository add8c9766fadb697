import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

const keeps = ({ picture }: Asked): Partial<Asked> => ({ picture });

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'one-in-twenty',
    title: 'One flip in twenty',
    values: {},
    keeps,
    why: 'To send each bit three times costs two thirds of the speed and leaves wrong pixels. The LDPC code costs half of it and leaves none.',
  },
  {
    id: 'near-the-wall',
    title: 'Nearer to the wall',
    values: { flip: 0.07 },
    keeps,
    why: 'The line carries less, and the same code has to work for it: look at its steps.',
  },
  {
    id: 'beyond-its-threshold',
    title: 'Too much for this decoder',
    values: { flip: 0.1 },
    keeps,
    why: 'Half a bit for each bit sent is still below capacity. But belief propagation does not get there with this code.',
  },
  {
    id: 'slower-code',
    title: 'A slower code, a worse line',
    values: { flip: 0.1, rate: '0.25' },
    keeps,
    why: 'At rate 1/4 the same kind of code restores what a line with one flip in ten has spoiled.',
  },
  {
    id: 'short-blocks',
    title: 'Short blocks',
    values: { length: '120' },
    keeps,
    why: 'The same rate, the same line, blocks of a sixteenth of the length: now some of them fail.',
  },
  {
    id: 'blocks',
    title: 'Count wrong blocks',
    values: { count: 'block', length: '480' },
    keeps,
    why: 'Between the gray ground and the thick curve lies the best code of 480 bits, which nobody knows.',
  },
];
