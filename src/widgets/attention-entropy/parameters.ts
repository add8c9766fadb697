import { choice, integer, text } from '#contract/parameter.ts';
import { inn } from './texts.ts';

export const longestText = 1000;
/** Of the book's reader. */
export const [layers, heads] = [4, 4];

/** What a head is called: `2.3` is the third head of block 2. */
export const headNames = Array.from(
  { length: layers * heads },
  (_, i) => `${Math.floor(i / heads) + 1}.${(i % heads) + 1}`,
);

const option = <C extends string>(value: C, label: string) => ({ value, label });

export const params = {
  head: choice({
    label: 'Head',
    default: '1.4',
    options: headNames.map((name) => option(name, name)),
    help: 'Block first: 2.3 is head 3 of block 2.',
    control: 'view',
  }),
  measure: choice({
    label: 'Upwards',
    default: 'lost',
    options: [
      option('lost', 'cost without it'),
      option('first', 'weight on the first place'),
      option('previous', 'on the token before'),
      option('own', 'on the token itself'),
      option('induction', 'on what followed a copy'),
    ],
    control: 'view',
  }),
  by: choice({
    label: 'A head that is off gives',
    default: 'mean',
    options: [
      option('mean', 'always its mean'),
      option('zero', 'nothing'),
      option('even', 'the plain mean of its values'),
    ],
    control: 'view',
  }),
  color: choice({
    label: 'Color of the tokens',
    default: 'weight',
    options: [option('weight', 'weight'), option('moved', 'weight times size of the value')],
    control: 'view',
    transient: true,
  }),
  text: text({ label: 'Your text', default: inn, maximumLength: longestText, control: 'view', transient: true }),
  token: integer({ label: 'Token that looks', default: 62, min: 0, max: 254, control: 'view', transient: true }),
};
