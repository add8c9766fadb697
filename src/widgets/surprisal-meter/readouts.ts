import type { Readout } from '#contract/spec.ts';
import type { Meter } from './model.ts';
import type { Asked } from './parameters.ts';

const source = 'theory/measures/entropy.surprisal';
type Of = (model: Meter, asked: Asked) => number;
const information = (label: string, formula: string, of: Of): Readout<Meter, Asked> => ({
  ...{ kind: 'information', label, formula, source, of },
});

export const readouts = {
  first: information('Surprisal of the first event', String.raw`\log N_1`, ({ first }) => first),
  second: information('Surprisal of the second event', String.raw`\log N_2`, ({ second }) => second),
  both: information('Surprisal of both', String.raw`\log (N_1 N_2)`, ({ both }) => both),
  chance: {
    kind: 'probability' as const,
    label: 'Chance of both',
    formula: String.raw`\frac{1}{N_1} \cdot \frac{1}{N_2}`,
    source,
    of: ({ chances }: Meter) => chances.both,
  },
  oneIn: {
    kind: 'number' as const,
    label: 'Both together: one chance in',
    formula: 'N_1 N_2',
    source,
    of: (_: Meter, { first, second }: Asked) => first * second,
  },
  bits: {
    kind: 'number' as const,
    label: 'Surprisal of both in bits, whatever the unit of the page',
    formula: String.raw`\log_2 (N_1 N_2)`,
    source,
    of: ({ both }: Meter) => both / Math.LN2,
  },
  nats: {
    kind: 'number' as const,
    label: 'The same in nats',
    formula: String.raw`\ln (N_1 N_2)`,
    source,
    of: ({ both }: Meter) => both,
  },
  dits: {
    kind: 'number' as const,
    label: 'The same in dits',
    formula: String.raw`\log_{10} (N_1 N_2)`,
    source,
    of: ({ both }: Meter) => both / Math.LN10,
  },
};
