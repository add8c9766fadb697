import { choice, integer, number, seed, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { DRUGS, EVENTS, PLANTED } from '#sim/report-base.ts';

/** Pairs about which there is something to know. Coral–B is known to all, and is what hides Teal–B. */
export const pairs = PLANTED.filter(({ drug }) => drug !== 'Coral').map(({ drug, event }) => `${drug}-${event}`);
export const masking = DRUGS.indexOf('Coral');

export const params = {
  rank: choice({
    label: 'Rank the pairs by',
    default: 'estimate',
    control: 'view',
    options: [
      { value: 'estimate', label: 'observed over expected' },
      { value: 'lower', label: 'the lower end of its interval' },
      { value: 'information', label: 'mutual information' },
    ],
  }),
  strength: number({
    label: 'Shrinkage s, added to observed and to expected',
    default: 0,
    min: 0,
    max: 5,
    step: 0.1,
    control: 'view',
  }),
  reports: integer({ label: 'Reports', default: 1000, min: 500, max: 50_000, scale: 'log', control: 'view' }),
  line: number({
    label: 'The line: so many times as often as expected',
    default: 1,
    min: 1,
    max: 8,
    step: 0.05,
    scale: 'log',
    control: 'view',
  }),
  byAge: toggle({
    label: 'Compare the old with the old and the young with the young',
    default: false,
    control: 'view',
  }),
  without: toggle({ label: 'Leave out the reports of Coral', default: false, control: 'view' }),
  pair: choice({
    label: 'Which pair',
    default: 'Violet-H',
    control: 'view',
    options: pairs.map((value) => ({ value, label: value.replace('-', '–') })),
  }),
  seed: { ...seed({ default: 3 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;

/** The places of a pair’s drug and event. */
export function placesOf(pair: string): readonly [drug: number, event: number] {
  const [drug, event] = pair.split('-');
  return [DRUGS.findIndex((name) => name === drug), EVENTS.findIndex((name) => name === event)];
}
