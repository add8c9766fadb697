import { choice, integer } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { toldNames, toldNetworks } from '#sim/told-places.ts';

/** As the figure calls them. */
export const called = { ...toldNames, untrained: 'none, before training' } as const;

export const blocks = 3;

export const params = {
  network: choice({
    label: 'How the network is told of places',
    default: 'none',
    control: 'view',
    options: toldNetworks.map((value) => ({ value, label: called[value] })),
  }),
  reader: choice({
    label: 'Who reads the row',
    default: 'hidden',
    control: 'view',
    options: [
      { value: 'hidden', label: 'a reader with a hidden layer' },
      { value: 'linear', label: 'a linear reader' },
    ],
  }),
  stage: integer({ label: 'Blocks behind which it is read (0 is the embedding)', default: 2, min: 0, max: blocks, control: 'view' }), // prettier-ignore
};

export type Asked = Values<typeof params>;
