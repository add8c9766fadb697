import { choice, integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { hats } from './texts.ts';

export const longestText = 400;
/** More are not looked at. */
export const mostTokens = 80;

const option = <C extends string>(value: C, label: string) => ({ value, label });
const angle = (name: string, fallback: number) =>
  number({ label: `Direction of ${name}`, default: fallback, min: 0, max: 180, step: 1, unit: '°', control: 'view' });

export const params = {
  what: choice({
    label: 'Vectors',
    default: 'text',
    options: [option('text', 'of the tokens of a text'), option('plane', 'three in a plane')],
    control: 'view',
  }),
  text: text({ label: 'Your text', default: hats, maximumLength: longestText, control: 'view', transient: true }),
  stage: integer({ label: 'Block after which the vectors are taken (0: the embedding)', default: 4, min: 0, max: 12, control: 'view' }), // prettier-ignore
  penalty: number({ label: 'Penalty λ', default: 0.1, min: 0.01, max: 10, step: 0.01, scale: 'log', control: 'view' }),
  order: choice({
    label: 'Counted',
    default: 'text',
    options: [
      option('text', 'as written'),
      option('backwards', 'backwards'),
      option('shuffled', 'shuffled'),
      option('first', 'the chosen one first'),
      option('last', 'the chosen one last'),
    ],
    control: 'view',
  }),
  seed: { ...seed({ default: 3 }), control: 'view' as const },
  /** From 1, as the figure and the page count them. */
  token: integer({
    label: 'Number of the token or arrow looked at',
    default: 34,
    min: 1,
    max: mostTokens,
    control: 'view',
  }),
  a: angle('a', 0),
  b: angle('b', 90),
  c: angle('c', 45),
};

export type Asked = Values<typeof params>;
