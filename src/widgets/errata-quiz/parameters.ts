import { integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const params = {
  said: integer({ label: 'True, with a probability of', default: 50, min: 1, max: 99, unit: '%', control: 'view' }),
  // What the reader has answered here and bet elsewhere, from this browser’s memory: it belongs into no link.
  given: text({
    label: 'Answers that were locked in',
    default: '',
    maximumLength: 400,
    control: 'view',
    transient: true,
    unlinked: true,
  }),
  bets: text({
    label: 'Bets of the book',
    default: '',
    maximumLength: 2000,
    control: 'view',
    transient: true,
    unlinked: true,
  }),
  boldness: number({
    label: 'k, how boldly the other forecaster speaks',
    default: 3,
    min: 0,
    max: 4,
    step: 0.05,
    control: 'view',
  }),
  asked: integer({
    label: 'Statements that the other forecaster has answered',
    default: 200,
    min: 5,
    max: 400,
    control: 'view',
  }),
  seed: { ...seed({ label: 'Seed of the order and of the other forecaster', default: 203 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
