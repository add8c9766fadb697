import { number, simplex, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const outcomes = ['sun', 'cloud', 'rain', 'frost'] as const;
export type Outcome = (typeof outcomes)[number];

/** Of a message, in letters. */
const letters = 'scrf';
export const mostReports = 5;
export const symbolsOf = (message: string) => [...message].map((letter) => letters.indexOf(letter));
export const letterOf = (symbol: number) => letters[symbol];

const length = (outcome: Outcome, digits: number) =>
  number({
    label: `Word for ${outcome}`,
    unit: 'digits',
    default: digits,
    min: 0.25,
    max: 5,
    step: 0.05,
    control: 'view',
  });

const defaultMessage = 'ssf';

export const params = {
  p: simplex({ label: 'How often', default: [0.5, 0.25, 0.125, 0.125], names: outcomes, control: 'view' }),
  sun: length('sun', 3),
  cloud: length('cloud', 3),
  rain: length('rain', 2),
  frost: length('frost', 1),
  /** 0 entropy, 1 length, 2 waste, 3 interval, and everything between. */
  seen: number({ label: 'How it is seen', default: 1, min: 0, max: 3, step: 0.05, control: 'view' }),
  message: {
    ...text({ label: 'Message', default: defaultMessage, maximumLength: mostReports, control: 'view' as const }),
    parse: (raw: string) =>
      raw.length <= mostReports && /^[scrf]*$/.test(raw)
        ? { value: raw }
        : {
            value: defaultMessage,
            problem: `Message: at most ${mostReports} of the letters s, c, r and f; ${defaultMessage} is used.`,
          },
    sample: (next: () => number) =>
      Array.from({ length: Math.floor(next() * (mostReports + 1)) }, () => letterOf(Math.floor(next() * 4))).join(''),
  },
};

export type Asked = Values<typeof params>;

export const lengthsOf = (values: Asked): number[] => outcomes.map((outcome) => values[outcome]);
