import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'in-time',
    title: 'Just in time',
    values: {},
    why: 'Of every hundred bits the site knows more than ninety-one. What it does not know takes one day.',
  },
  {
    id: 'nothing',
    title: 'It knows nothing',
    values: { known: 0 },
    why: 'The whole address has to be sent, and the party is long over.',
  },
  {
    id: 'one-in-a-million',
    title: 'Nearly all are ruled out',
    values: { known: 20 },
    why: 'Of every 1,048,576 addresses the site has ruled out all but one. That answers twenty yes-or-no questions of 10¹⁵. It saves twenty billionths of a second.',
  },
  {
    id: 'half',
    title: 'Half of the bits',
    values: { known: 5e14 },
    why: 'Half of the time is saved. For this, all addresses had to be ruled out but one in a number that has about 150 thousand billion digits.',
  },
  {
    id: 'thinks-so',
    title: 'It only thinks so',
    values: { known: 9.5e14, trust: 0.9 },
    why: 'Nine times in ten the site is right, and the rest of the address takes about fourteen hours. Once in ten it is wrong, and everything must be sent.',
  },
];
