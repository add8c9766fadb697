import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export type Mode = 'weights' | 'urn';

export const params = {
  scale: number({ label: 'R, the scale of the prior', default: 5, min: 0.1, max: 50, step: 0.1, scale: 'log' }),
  sources: integer({ label: 'N, how many sources there are', default: 1000, min: 2, max: 1_000_000, scale: 'log' }),
  documents: integer({ label: 'M, documents read', default: 60, min: 1, max: 10_000, scale: 'log' }),
  mode: choice<Mode>({
    label: 'How the documents are made',
    default: 'weights',
    options: [
      { value: 'weights', label: 'draw the shares, then the documents' },
      { value: 'urn', label: 'urn: copy earlier documents, no shares' },
    ],
  }),
  seed: seed(),
};
export type MixtureValues = Values<typeof params>;
