import { number, simplex, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Minutes late, one apart: the Wasserstein distance counts them. */
export const minutes = ['0', '1', '2', '3', '4'] as const;

const isEvent = (raw: string) => /^[0-4]*$/.test(raw) && new Set(raw).size === raw.length;
const written = (chosen: Iterable<string>) => [...chosen].sort().join('');

export const params = {
  p: simplex({ label: 'p, what is true', default: [0.4, 0.3, 0.2, 0.08, 0.02], names: minutes, control: 'view' }),
  q: simplex({ label: 'q, what is expected', default: [0.2, 0.3, 0.25, 0.15, 0.1], names: minutes, control: 'view' }),
  event: {
    ...text({ label: 'The event', default: '4', maximumLength: minutes.length, control: 'view' as const }),
    parse: (raw: string) =>
      isEvent(raw)
        ? { value: written(raw) }
        : { value: '4', problem: 'The event: digits from 0 to 4, each at most once; 4 is used.' },
    sample: (next: () => number) => written(minutes.filter(() => next() < 0.5)),
  },
  epsilon: number({
    label: 'ε inside the logarithm',
    default: 1e-8,
    min: 1e-12,
    max: 0.1,
    step: 1e-12,
    scale: 'log',
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;

/** The event with one outcome put in, or taken out. */
export const turned = (event: string, minute: string) =>
  event.includes(minute) ? event.replace(minute, '') : written(event + minute);
