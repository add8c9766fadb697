import { choice, number, text } from '#contract/parameter.ts';
import { inn } from './texts.ts';

export const longestText = 6000;

/** Contexts that can be compared with the longest one. */
export const shorter = ['1', '2', '4', '8', '16', '32', '64', '128'] as const;

const option = <C extends string>(value: C, label: string = value) => ({ value, label });

export const params = {
  source: choice({
    label: 'The source',
    default: 'spells',
    options: [
      option('spells', 'spells of six to ten alike'),
      option('chain', 'repeats its last symbol nine times in ten'),
      option('coins', 'one of two coins, tossed forever'),
    ],
    control: 'view',
  }),
  first: number({
    label: 'Believer’s first coin: chance of a 1',
    default: 0.9,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  second: number({
    label: 'Believer’s second coin: chance of a 1',
    default: 0.1,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  less: choice({
    label: 'Tokens of context to compare with the longest',
    default: '16',
    options: shorter.map((value) => option(value)),
    control: 'view',
  }),
  targets: choice({
    label: 'Tokens to compare on, at most',
    default: '32',
    options: ['32', '64', '128'].map((value) => option(value)),
    help: 'More of them take longer and give a smaller error.',
    control: 'view',
  }),
  text: text({ label: 'Your text', default: inn, maximumLength: longestText, control: 'view', transient: true }),
};
