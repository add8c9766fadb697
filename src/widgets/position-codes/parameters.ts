import { choice, integer } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { toldPlaces } from '#sim/told-places.ts';

export const params = {
  code: choice({
    label: 'How a place is told',
    default: 'waves',
    control: 'view',
    options: [
      { value: 'waves', label: 'waves' },
      { value: 'turns', label: 'turns (rotary)' },
      { value: 'learned', label: 'learned vectors' },
    ],
  }),
  place: integer({ label: 'Place', default: 44, min: 0, max: toldPlaces - 1, control: 'view' }),
  distance: integer({ label: 'Places back to the other one', default: 8, min: 1, max: 64, control: 'view' }),
};

export type Asked = Values<typeof params>;
