import { choice, integer, text } from '#contract/parameter.ts';
import { inn } from './texts.ts';

export const longestText = 1000;

const option = <C extends string>(value: C, label: string) => ({ value, label });

export const params = {
  off: text({ label: 'Switched off', default: '1.1 1.4', maximumLength: 120, control: 'view' }),
  by: choice({
    label: 'A part that is off gives',
    default: 'mean',
    options: [option('mean', 'always its mean'), option('zero', 'nothing')],
    control: 'view',
  }),
  against: choice({
    label: 'Heads compared by',
    default: 'largest',
    options: [
      option('largest', 'largest weight'),
      option('entropy', 'entropy of the weights'),
      option('written', 'size of what they write'),
    ],
    control: 'view',
  }),
  text: text({ label: 'Your text', default: inn, maximumLength: longestText, control: 'view', transient: true }),
  token: integer({ label: 'Token', default: 62, min: 0, max: 254, control: 'view', transient: true }),
};
