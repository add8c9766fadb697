import { choice, integer, number, seed, simplex, table, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const lastStep = 200;
/** Neighbors and all pairs with all others take time in proportion to the square of the pairs. */
export const mostPairs = { names: 4096, rare: 4096, numbers: 400, critic: 64, columns: 4096, ownCritic: 2000 } as const;
export const longestText = 60_000;

/** Invented, by no one’s survey: so that there is something to look at. */
export const exampleColumns = `tea, window
green, open
black, shut
green, open
none, open
black, shut
green, shut
none, open
black, shut
black, open
green, open
none, shut
green, open
black, shut
none, open
black, open
green, open
none, shut
black, shut
green, open
none, open
black, shut
green, shut
none, shut
black, shut`;

const four = ['a', 'b', 'c', 'd'];

export const params = {
  source: choice({
    label: 'What is measured',
    default: 'names',
    control: 'view',
    options: [
      { value: 'names', label: 'two columns of names' },
      { value: 'rare', label: 'an entropy' },
      { value: 'numbers', label: 'two columns of numbers' },
      { value: 'critic', label: 'by a trained critic' },
      { value: 'columns', label: 'your columns' },
    ],
  }),
  pairs: integer({ label: 'n, size of a sample', default: 50, min: 4, max: 4096, scale: 'log', control: 'view' }),
  names: choice({
    label: 'The law of the names',
    default: 'dice',
    control: 'view',
    options: [
      { value: 'dice', label: 'two dice' },
      { value: 'table', label: 'a table' },
    ],
  }),
  sides: integer({ label: 'Sides of each die', default: 5, min: 2, max: 20, control: 'view' }),
  copies: number({ label: 'Chance that the second die copies the first', default: 0, min: 0, max: 1, step: 0.05, control: 'view' }), // prettier-ignore
  joint: {
    ...table({
      label: 'Joint probabilities',
      rows: four.map((name) => `x = ${name}`),
      columns: four.map((name) => `y = ${name}`),
      default: [
        [0.2, 0.05, 0, 0],
        [0.05, 0.15, 0.05, 0],
        [0, 0.05, 0.15, 0.05],
        [0, 0, 0.05, 0.2],
      ],
    }),
    control: 'view' as const,
  },
  rare: choice({
    label: 'The law',
    default: 'falling',
    control: 'view',
    options: [
      { value: 'falling', label: 'a few common, many rare' },
      { value: 'own', label: 'eight outcomes of yours' },
    ],
  }),
  outcomes: integer({ label: 'Outcomes', default: 1000, min: 2, max: 10_000, scale: 'log', control: 'view' }),
  slope: number({
    label: 's: outcome k has a probability in proportion to 1/kˢ',
    default: 1,
    min: 0,
    max: 2,
    step: 0.1,
    control: 'view',
  }),
  law: {
    ...simplex({
      label: 'Probabilities',
      names: Array.from({ length: 8 }, (_, i) => String(i + 1)),
      default: [0.4, 0.25, 0.15, 0.1, 0.05, 0.03, 0.01, 0.01],
    }),
    control: 'view' as const,
  },
  correlation: number({ label: 'ρ, correlation of each number of x with one of y', default: 0.8, min: 0, max: 0.99, step: 0.01, control: 'view' }), // prettier-ignore
  dimensions: integer({ label: 'd, numbers in x and in y', default: 1, min: 1, max: 10, control: 'view' }),
  twist: toggle({ label: 'Twist: each number of y is cubed, which changes no information', default: false, control: 'view' }), // prettier-ignore
  bins: integer({ label: 'Bins for each number, equally full', default: 4, min: 2, max: 16, control: 'view' }),
  bound: choice({
    label: 'The critic makes large',
    default: 'infoNce',
    control: 'view',
    options: [
      { value: 'infoNce', label: 'InfoNCE' },
      { value: 'donskerVaradhan', label: 'DV' },
      { value: 'nguyenWainwrightJordan', label: 'NWJ' },
    ],
  }),
  step: integer({ label: 'Step of training', default: lastStep, min: 0, max: lastStep, control: 'view' }),
  columns: text({
    label: 'Two columns, a pair on each line',
    default: exampleColumns,
    maximumLength: longestText,
    control: 'view',
    transient: true,
  }),
  by: choice({
    label: 'Your columns are measured by',
    default: 'estimators',
    control: 'view',
    options: [
      { value: 'estimators', label: 'estimators' },
      { value: 'critic', label: 'a trained critic' },
    ],
  }),
  samples: integer({ label: 'Samples', default: 40, min: 10, max: 100, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
export type Source = Asked['source'];
