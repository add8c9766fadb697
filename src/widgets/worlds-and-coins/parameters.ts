import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** More documents of more tosses have more multisets of numbers of heads than a frame has time for. */
export const most = { documents: 8, tosses: 6 } as const;

const chance = { min: 0, max: 1, step: 0.01, control: 'view' } as const;

export const params = {
  share: number({
    label: 'How often a world uses its favorite coin',
    default: 0.9,
    min: 0.5,
    max: 1,
    step: 0.01,
    control: 'view',
  }),
  first: number({ ...chance, label: 'First coin: chance of heads', default: 0.9 }),
  second: number({ ...chance, label: 'Second coin: chance of heads', default: 0.2 }),
  documents: integer({ label: 'M, documents', default: 8, min: 1, max: most.documents, control: 'view' }),
  tosses: integer({ label: 'T, tosses of a document', default: 3, min: 1, max: most.tosses, control: 'view' }),
  runs: integer({ label: 'Simulated collections', default: 100, min: 2, max: 400, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
