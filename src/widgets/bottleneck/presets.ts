import type { Preset } from '#contract/spec.ts';
import { cases, filled } from './cases.ts';
import type { Asked } from './parameters.ts';

const jointOf = (id: string) => filled(cases.find((one) => one.id === id)!.joint);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'skies',
    title: 'Four skies',
    values: {},
    why: 'A note that keeps 0.74 of the two bits of the sky tells three quarters of what the whole sky tells of tomorrow.',
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
    why: 'Our coin has heads 0.7 or 0.4. HT and TH say the same of it and share a value at every β: what is kept is the number of heads.',
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
    why: 'Six words and three topics, with invented numbers. The kitchen leaves first, then the law. “Court” is both sport and law: up to about 3.7 dice divide it between them, then it gets a value of its own. From about 35 on each word has one.',
  },
  {
    id: 'settled',
    title: 'The month settles the half',
    values: { joint: jointOf('settled'), beta: 2 },
    why: 'The curve is straight, so no β picks a note between nothing and all: below 1 none pays, above 1 the best keeps one bit.',
  },
  {
    id: 'jump',
    title: 'Three letters, misheard',
    values: { joint: jointOf('jump'), beta: 2.1 },
    why: 'By symmetry three values come at once, at β = 2.013: there what is kept jumps from nothing to 0.116 bits. Two of the three say the same of B, so their branches lie on each other.',
  },
];
