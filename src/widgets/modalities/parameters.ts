import { choice, number, table } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const stories = ['each', 'key', 'parts', 'own'] as const;
export type Story = (typeof stories)[number];
export const accounts = ['note', 'picture', 'lab'] as const;
/** Sets of accounts: bit i is set if account i is in it. */
export const sets = [0, 1, 2, 4, 3, 5, 6, 7] as const;
export const letters = ['–', 'N', 'P', 'NP', 'L', 'NL', 'PL', 'NPL'] as const;

const chance = { min: 0, max: 1, step: 0.01, control: 'view' } as const;
const miss = (of: string, value: number) => number({ ...chance, label: `${of}: misses`, default: value, help: 'The chance that it says no where it should say yes.' }); // prettier-ignore
const alarm = (of: string, value: number) => number({ ...chance, label: `${of}: false alarms`, default: value, help: 'The chance that it says yes where it should say no.' }); // prettier-ignore
const price = (of: string, value: number) =>
  number({ label: `Price of the ${of}`, default: value, min: 1, max: 10, step: 0.5, control: 'view' });

export const pairs = { 'note-picture': [0, 1], 'note-lab': [0, 2], 'picture-lab': [1, 2] } as const;

/** The rows of a table of the reader's own: note, picture and lab, the lab changing fastest. */
const rows = Array.from({ length: 8 }, (_, row) =>
  accounts.map((name, i) => `${name} ${(row >> (2 - i)) & 1 ? 'yes' : 'no'}`).join(', '),
);

export const params = {
  story: choice<Story>({
    label: 'What the accounts are about',
    default: 'each',
    control: 'view',
    options: [
      { value: 'each', label: 'all three about the condition' },
      { value: 'key', label: 'the lab is the key to the picture' },
      { value: 'parts', label: 'two conditions, one account each' },
      { value: 'own', label: 'a table of your own' },
    ],
  }),
  pair: choice<keyof typeof pairs>({
    label: 'The two that are compared',
    default: 'note-picture',
    control: 'view',
    options: [
      { value: 'note-picture', label: 'note and picture' },
      { value: 'note-lab', label: 'note and lab' },
      { value: 'picture-lab', label: 'picture and lab' },
    ],
  }),
  prevalence: number({ ...chance, label: 'How common the condition is', default: 0.5 }),
  shared: number({
    ...chance,
    label: 'Shared luck',
    default: 0,
    help: 'The chance that one stroke of luck decides for all accounts whether they err; else each has luck of its own.',
  }),
  noteMiss: miss('Note', 0.2),
  noteAlarm: alarm('Note', 0.2),
  pictureMiss: miss('Picture', 0.2),
  pictureAlarm: alarm('Picture', 0.2),
  labMiss: miss('Lab', 0.3),
  labAlarm: alarm('Lab', 0.3),
  own: table({
    label: 'Your table: all accounts against the condition',
    rows,
    columns: ['well', 'ill'],
    control: 'view',
    // Four in five have what most of the accounts say.
    default: [0, 0, 0, 1, 0, 1, 1, 1].map((ill) => (ill ? [0.025, 0.1] : [0.1, 0.025])),
  }),
  have: choice<'0' | '1' | '2' | '4' | '3' | '5' | '6'>({
    label: 'What one has already',
    default: '0',
    control: 'view',
    options: [
      { value: '0', label: 'nothing' },
      { value: '1', label: 'the note' },
      { value: '2', label: 'the picture' },
      { value: '4', label: 'the lab value' },
      { value: '3', label: 'note and picture' },
      { value: '5', label: 'note and lab' },
      { value: '6', label: 'picture and lab' },
    ],
  }),
  notePrice: price('note', 1),
  picturePrice: price('picture', 4),
  labPrice: price('lab value', 2),
};

export type Asked = Values<typeof params>;
