import { choice, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { networks, published, trails } from './measured.ts';

export type NetworkId = keyof typeof networks;
export type PublishedId = keyof typeof published;
export type TrailId = keyof typeof trails;

export const fewest = 1000;
/** Characters: what was measured of learners that send nothing; what the axis of each set shows at most. */
export const measuredTo = 4739371;
export const mostIn = { book: 1e9, online: measuredTo, published: 1e14 } as const;

export const params = {
  set: choice({
    label: 'Who compresses',
    default: 'book',
    options: [
      { value: 'book', label: 'this book’s networks' },
      { value: 'online', label: 'learners that send no weights' },
      { value: 'published', label: 'large networks, as published' },
    ],
    control: 'view',
  }),
  corpus: number({ label: 'Length of the text', default: measuredTo, min: fewest, max: mostIn.published, step: 1, scale: 'log', unit: 'characters', help: 'With the large networks, as published, it counts bytes.', control: 'view' }), // prettier-ignore
  network: choice<NetworkId>({
    label: 'Network',
    default: 'reader',
    options: (Object.keys(networks) as NetworkId[]).map((value) => ({ value, label: networks[value].name })),
    control: 'view',
  }),
  learner: choice<TrailId>({
    label: 'Learner',
    default: 'n113k',
    options: (Object.keys(trails) as TrailId[]).map((value) => ({ value, label: networks[value].name })),
    control: 'view',
  }),
  large: choice<PublishedId>({
    label: 'Network',
    default: 'c70b',
    options: (Object.keys(published) as PublishedId[]).map((value) => ({ value, label: published[value].title })),
    control: 'view',
  }),
  digits: choice({
    label: 'Bits for each weight',
    help: 'What the text takes was measured with 8, and with 16 in the published table; it is left as it was.',
    default: '8',
    options: [
      { value: '4', label: '4' },
      { value: '8', label: '8' },
      { value: '16', label: '16' },
      { value: '32', label: '32' },
    ],
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
