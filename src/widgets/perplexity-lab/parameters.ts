import { choice, integer, number, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { documents } from './texts.ts';

/** A window of 256 tokens that moves on by an eighth sends a text of this length through the model eight times. */
export const longestText = 12_000;

/** Made-up surprisals, for which every answer can be worked out by hand. */
export const madeUp = {
  uneven: [
    { tokens: 300, nats: 2 },
    { tokens: 100, nats: 4 },
  ],
  even: [
    { tokens: 100, nats: 2 },
    { tokens: 100, nats: 4 },
  ],
} as const;

const cut = (n: number, fallback: number) =>
  integer({ label: `Cut ${n} lies before token`, default: fallback, min: 1, max: longestText, control: 'view' });

export const params = {
  text: text({ label: 'A text', default: documents, maximumLength: longestText, control: 'view', transient: true }),
  source: choice({
    label: 'Surprisals',
    default: 'text',
    options: [
      { value: 'text', label: 'of the text' },
      { value: 'uneven', label: '300 tokens of 2 nats, 100 of 4' },
      { value: 'even', label: '100 tokens of 2 nats, 100 of 4' },
    ],
    control: 'view',
  }),
  batches: integer({ label: 'Batches', default: 4, min: 1, max: 6, control: 'view' }),
  cut1: cut(1, 60),
  cut2: cut(2, 174),
  cut3: cut(3, 249),
  cut4: cut(4, 279),
  cut5: cut(5, 294),
  kind: choice({
    label: 'Tokens with a weight of their own',
    default: 'dearest',
    options: [
      { value: 'dearest', label: 'the costliest tenth' },
      { value: 'punctuation', label: 'punctuation' },
    ],
    control: 'view',
  }),
  weight: number({ label: 'Their weight', default: 0, min: 0, max: 4, step: 0.1, control: 'view' }),
  prompt: integer({ label: 'Tokens of the prompt', default: 60, min: 0, max: longestText, control: 'view' }),
  window: choice({
    label: 'Tokens in a window',
    default: '16',
    options: (['16', '32', '64', '128', '256'] as const).map((value) => ({ value, label: value })),
    control: 'view',
  }),
  stride: choice({
    label: 'The next window begins later by',
    default: 'whole',
    options: [
      { value: 'whole', label: 'a whole window' },
      { value: 'half', label: 'a half' },
      { value: 'quarter', label: 'a quarter' },
      { value: 'eighth', label: 'an eighth' },
    ],
    control: 'view',
  }),
  order: integer({ label: 'Bytes that the adaptive reader looks back', default: 3, min: 0, max: 4, control: 'view' }),
  halted: toggle({ label: 'Stop reading in windows', default: false, control: 'view', transient: true }),
};

export type Asked = Values<typeof params>;

export const cutNames = ['cut1', 'cut2', 'cut3', 'cut4', 'cut5'] as const;
export type CutName = (typeof cutNames)[number];

/** The cuts in use: one fewer than batches. */
export const cutsInUse = ({ batches }: Asked): readonly CutName[] => cutNames.slice(0, batches - 1);

/** Where they lie among `tokens` tokens, in order: each between 1 and tokens − 1, none twice. */
export function cutsOf(asked: Asked, tokens: number): number[] {
  const places = cutsInUse(asked).map((name) => Math.min(asked[name], tokens - 1));
  return [...new Set(places.filter((place) => place >= 1))].sort((a, b) => a - b);
}

/** How far apart windows begin, as a part of their length. */
const parts = { whole: 1, half: 2, quarter: 4, eighth: 8 } as const;

export const strideOf = ({ window, stride }: Pick<Asked, 'window' | 'stride'>) => Number(window) / parts[stride];

/** How many windows hold a token, away from the ends. */
export const windowsPerToken = ({ stride }: Pick<Asked, 'stride'>) => parts[stride];
