import { integer, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { mostTosses, tossed, tossesParameter } from './model.ts';

const firstSeed = 7;

export const params = {
  tosses: tossesParameter({ label: 'Tosses', default: tossed(firstSeed, 0, 12) }),
  shown: integer({ label: 'Room for tosses', default: 30, min: 10, max: mostTosses }),
  seed: { ...seed({ label: 'Hidden coin', default: firstSeed }), control: 'view' as const },
};
export type TwoCoinsValues = Values<typeof params>;
