import { choice, integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import type { Kind, Relay } from './chain.ts';

const kindOf = (relay: number) =>
  choice<Kind>({
    label: `What relay ${relay} does`,
    default: 'flips',
    options: [
      { value: 'flips', label: 'flips 0 and 1' },
      { value: 'erases', label: 'erases to ?' },
      { value: 'fades', label: 'fades 1 to 0' },
      { value: 'decides', label: 'decides each ?' },
    ],
    help: 'A relay that decides names a letter whenever it hears “?”: a 1 with the probability beside it, else a 0.',
    control: 'view',
  });
const rateOf = (relay: number) =>
  number({ label: `How often relay ${relay} does it`, default: 0.1, min: 0, max: 1, step: 0.01, control: 'view' });

export const params = {
  relays: integer({ label: 'Relays', default: 4, min: 1, max: 6 }),
  bias: number({ label: 'Chance that X is 1', default: 0.5, min: 0, max: 1, step: 0.01 }),
  kind1: kindOf(1),
  noise1: rateOf(1),
  kind2: kindOf(2),
  noise2: rateOf(2),
  kind3: kindOf(3),
  noise3: rateOf(3),
  kind4: kindOf(4),
  noise4: rateOf(4),
  kind5: kindOf(5),
  noise5: rateOf(5),
  kind6: kindOf(6),
  noise6: rateOf(6),
};
export type RelayValues = Values<typeof params>;

export const relayNumbers = [1, 2, 3, 4, 5, 6] as const;

/** The relays that are in use. */
export const relaysOf = (values: RelayValues): Relay[] =>
  relayNumbers.slice(0, values.relays).map((n) => ({ kind: values[`kind${n}`], rate: values[`noise${n}`] }));
