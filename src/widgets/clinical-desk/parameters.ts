import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import type { Family } from '#sim/invented-notes.ts';

/** Signs that nobody can have, and how often they are written here for alder fever, brook cough and meadow cold. Only the first needs the treatment. */
export const families: readonly (Family & { readonly name: string })[] = [
  { name: 'green', signs: 3, rates: [0.75, 0.08, 0.04] },
  { name: 'hums', signs: 3, rates: [0.3, 0.7, 0.12] },
  { name: 'yawns', signs: 1, rates: [0.6, 0.25, 0.15] },
  { name: 'pears', signs: 1, rates: [0.5, 0.5, 0.2] },
];
export const signNames = [
  ['green thumbs', 'green ears', 'green nose'],
  ['hums at night', 'hums at table', 'hums in company'],
  ['yawns to the left'],
  ['asks for pears'],
] as const;

/** In the other hospital everybody looks at thumbs, ears and nose, so that a note without green means something. */
export const familiesElsewhere: readonly Family[] = families.map((family, f) =>
  f === 0 ? { signs: 3, rates: [0.98, 0.03, 0.02] } : family,
);

/** How many models a reader who learned from few notes has in mind. */
export const learners = 16;

export type Reader = 'exact' | 'apart' | 'few' | 'elsewhere';

export const params = {
  threshold: number({
    label: 'Rule of entropy: ask above, in bits',
    default: 0.75,
    min: 0,
    max: 1.6,
    step: 0.01,
    control: 'view',
  }),
  miss: integer({
    label: 'A missed case costs',
    default: 100,
    min: 1,
    max: 1000,
    scale: 'log',
    control: 'view',
  }),
  needless: integer({
    label: 'A needless treatment costs',
    default: 5,
    min: 1,
    max: 1000,
    scale: 'log',
    control: 'view',
  }),
  look: number({ label: 'A look of the doctor costs', default: 1, min: 0, max: 20, step: 0.1, control: 'view' }),
  reader: choice<Reader>({
    label: 'Who reads the notes',
    default: 'exact',
    control: 'view',
    options: [
      { value: 'exact', label: 'one who knows how they are written' },
      { value: 'apart', label: 'one who takes each sign by itself' },
      { value: 'few', label: 'sixteen models that learned from a few notes' },
      { value: 'elsewhere', label: 'one who knows how they are written elsewhere' },
    ],
  }),
  acts: choice<'cheapest' | 'likeliest'>({
    label: 'Where the rule of entropy does not ask, it does',
    default: 'cheapest',
    control: 'view',
    options: [
      { value: 'cheapest', label: 'what it expects to be cheapest' },
      { value: 'likeliest', label: 'what the likeliest condition calls for' },
    ],
  }),
  doctor: choice<'examines' | 'reads'>({
    label: 'The doctor',
    default: 'examines',
    control: 'view',
    options: [
      { value: 'examines', label: 'examines the patient' },
      { value: 'reads', label: 'only reads the same note, perfectly' },
    ],
  }),
  error: number({
    label: 'A doctor who examines is mistaken in this share of cases',
    default: 0.01,
    min: 0,
    max: 0.5,
    step: 0.01,
    control: 'view',
  }),
  prevalence: number({
    label: 'Share of patients with alder fever',
    default: 0.04,
    min: 0.005,
    max: 0.5,
    step: 0.005,
    control: 'view',
  }),
  echo: number({
    label: 'How much the signs of one kind repeat each other',
    default: 0.3,
    min: 0,
    max: 1,
    step: 0.05,
    control: 'view',
  }),
  notes: integer({
    label: 'Notes that the sixteen models have read',
    default: 40,
    min: 10,
    max: 5000,
    scale: 'log',
    control: 'view',
  }),
  patients: integer({ label: 'Patients in the simulated queue', default: 200, min: 50, max: 1000, control: 'view' }),
  seed: {
    ...seed({ label: 'Seed of the queue, and of what the sixteen models have read', default: 3 }),
    control: 'view' as const,
  },
};

export type Asked = Values<typeof params>;
