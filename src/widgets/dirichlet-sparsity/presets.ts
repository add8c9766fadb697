import type { Preset } from '#contract/spec.ts';
import type { MixtureValues } from './parameters.ts';

export const presets: readonly Preset<MixtureValues>[] = [
  {
    id: 'library',
    title: 'A small library',
    values: {},
    why: 'Any of a thousand authors could have written these sixty books. A dozen did.',
  },
  {
    id: 'million',
    title: 'A million authors',
    values: { sources: 1_000_000 },
    why: 'A thousand times as many authors, and the shares look as before: naming one costs about a hundredth of a bit more.',
  },
  {
    id: 'three',
    title: 'Three authors',
    values: { sources: 3, scale: 3, documents: 30 },
    why: 'With N = 3 every set of shares is a point of a triangle. For R = 3 all points are equally likely; smaller R pushes them into corners, larger R to the center.',
  },
  {
    id: 'loaded',
    title: 'Loaded dice',
    values: { sources: 6, scale: 0.6, documents: 24 },
    why: 'Read it as dice: six faces, and a factory that makes them crooked. Each die has a favorite face, and you must throw it to find out which.',
  },
  {
    id: 'fair',
    title: 'Nearly fair dice',
    values: { sources: 6, scale: 50, documents: 24 },
    why: 'The same factory on a careful day. R/N is large, the faces are nearly equal, and log N is nearly right.',
  },
  {
    id: 'urn',
    title: 'Pólya’s urn',
    values: { sources: 1_000_000, documents: 200, mode: 'urn' },
    why: 'No shares are ever drawn: each document copies the source of an earlier one, or now and then takes a new one. The documents have the same law.',
  },
  {
    id: 'first-document',
    title: 'One document',
    values: { scale: 1, sources: 1_000_000, documents: 1 },
    why: 'One document has one source, and R ln(1 + M/R) says 0.69.',
  },
];
