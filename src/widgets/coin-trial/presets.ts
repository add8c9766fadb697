import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-coins',
    title: 'Two coins',
    values: {},
    why: 'Thirty tosses still leave the best guess wrong in 4.4 of 100 cases. It takes 57 to be wrong in at most one.',
  },
  {
    id: 'closer',
    title: 'Half as far apart',
    values: { second: 0.55, tosses: 57 },
    why: 'The second coin is half as far from the first. About four times as many tosses are needed.',
  },
  {
    id: 'mirror',
    title: 'Far apart',
    values: { first: 0.9, second: 0.1, tosses: 5 },
    why: 'Two coins that are mirror images: five tosses are enough.',
  },
  {
    id: 'surer',
    title: 'One in a thousand',
    values: { error: 0.001, tosses: 57 },
    why: 'Ten times as sure takes 43 tosses more, and not ten times as many: over many tosses, each multiplies the error by about 0.953.',
  },
  {
    id: 'prior',
    title: 'Hardly ever the second',
    values: { prior: 0.95, tosses: 4 },
    why: 'The first coin is picked 19 times out of 20. The curve begins lower and is flat at first: no four tosses can change the guess.',
  },
  {
    id: 'alike',
    title: 'Nearly alike',
    values: { second: 0.69, tosses: 400 },
    why: 'Heads 0.7 and 0.69. Four hundred tosses hardly help, and a thousand do not tell them apart.',
  },
];
