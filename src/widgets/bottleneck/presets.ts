import type { Preset } from '#contract/spec.ts';
import { cases, filled } from './cases.ts';
import type { Asked } from './parameters.ts';

const jointOf = (id: string) => filled(cases.find((one) => one.id === id)!.joint);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'skies',
    title: 'Four skies',
    values: {},
    why: 'A note of nearly one bit keeps three quarters of what the sky tells of tomorrow.',
  },
  {
    id: 'nothing',
    title: 'Nothing pays',
    values: { beta: 2.5 },
    why: 'A bit about tomorrow is worth two and a half bits of the note, and still the best note is an empty one.',
  },
  {
    id: 'tosses',
    title: 'Two tosses of a coin',
    values: { joint: jointOf('tosses'), beta: 40 },
    why: 'Our coin has heads 0.7 or 0.4. HT and TH say the same of it and share a note at every β: what is kept is the number of heads.',
  },
  {
    id: 'alarm',
    title: 'A rare alarm',
    values: { joint: jointOf('alarm'), beta: 4 },
    why: 'Between 2.34 and 5.56 a note pays, and yet an iteration that begins with nearly nothing goes back to nothing.',
  },
  {
    id: 'words',
    title: 'Words and topics',
    values: { joint: jointOf('words'), beta: 6 },
    why: 'Six words and three topics, with invented numbers. The kitchen leaves first, then the law. “Court” is both sport and law, and ends with a note of its own.',
  },
  {
    id: 'settled',
    title: 'The month settles the half',
    values: { joint: jointOf('settled'), beta: 2 },
    why: 'Where X settles Y there is nothing between nothing and all: every β above 1 keeps one bit.',
  },
];
