import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** How many sentences there are, of which one has come. */
export const sentences = 64;
/** Draws of K samples that are shown. */
export const shownDraws = 24;
export const mostSamples = 32;

const cut = { min: 0, max: 1, step: 0.01, control: 'view' } as const;

export const params = {
  cuts: choice({
    label: 'What q may look like',
    control: 'view',
    default: 'free',
    options: [
      { value: 'free', label: 'any law of the four readings' },
      { value: 'level', label: 'each word by itself: one straight cut across' },
    ],
  }),
  fish: number({ ...cut, label: 'q(fish)', default: 0.5 }),
  river: number({ ...cut, label: 'q(river | fish)', default: 0.5 }),
  other: number({ ...cut, label: 'q(river | guitar)', default: 0.5 }),
  tie: number({
    label: 'How often the two meanings go together, before anything is read',
    default: 0.95,
    min: 0.5,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  favor: number({
    label: 'How many times as likely the sentence is from fish and river as from any other reading',
    default: 2,
    min: 1,
    max: 8,
    step: 0.5,
    control: 'view',
  }),
  samples: integer({
    label: 'K, samples',
    default: 4,
    min: 1,
    max: mostSamples,
    scale: 'log',
    singlyTo: mostSamples,
    control: 'view',
  }),
  seed: { ...seed({ default: 3 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;

/** With one straight cut across, the second word does not ask for the first. */
export const labeled = (cuts: Asked['cuts']) =>
  cuts === 'free' ? params : { ...params, river: { ...params.river, label: 'q(river)' } };
