import { choice, integer, text } from '#contract/parameter.ts';
import { headNames, isPart } from './parts.ts';
import { inn } from './texts.ts';

export const longestText = 1000;

const option = <C extends string>(value: C, label: string) => ({ value, label });

const switchedOff = text({ label: 'Switched off', default: '1.1 1.4', maximumLength: 120, control: 'view' });

export const params = {
  off: {
    ...switchedOff,
    parse(raw: string) {
      const { value, problem } = switchedOff.parse(raw);
      const names = value.split(/[^\w.]+/).filter(Boolean);
      const strange = names.find((name) => !isPart(name));
      return strange === undefined
        ? { value, ...(problem !== undefined && { problem }) }
        : {
            value: names.filter(isPart).join(' '),
            problem: `Switched off: “${strange.slice(0, 40)}” is no part of the network, which has heads 1.1 to 4.4 and feed-forward layers 1.f to 4.f; it is left out.`,
          };
    },
    sample: (next: () => number) => headNames.filter(() => next() < 0.2).join(' '),
  },
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
