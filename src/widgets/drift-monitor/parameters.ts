import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const months = 24;
export const mostNotes = 200;

export const shifts = ['none', 'wave', 'checkups', 'form', 'rule'] as const;
export type Shift = (typeof shifts)[number];

export const params = {
  shift: choice<Shift>({
    label: 'What changes in the world',
    control: 'view',
    default: 'form',
    options: [
      { value: 'none', label: 'nothing' },
      { value: 'wave', label: 'an epidemic: more urgent notes' },
      { value: 'checkups', label: 'a campaign: more routine notes' },
      { value: 'form', label: 'a new form, which the program cannot read' },
      { value: 'rule', label: 'a new rule for what is urgent' },
    ],
  }),
  size: number({
    label: 'Size of the shift',
    default: 0.7,
    min: 0,
    max: 1,
    step: 0.05,
    control: 'view',
  }),
  begins: integer({ label: 'First month of the shift', default: 9, min: 2, max: months, control: 'view' }),
  notes: integer({ label: 'n, notes a month', default: 100, min: 20, max: mostNotes, control: 'view' }),
  checked: integer({ label: 'Notes a month that are checked by hand', default: 20, min: 5, max: 100, control: 'view' }),
  level: choice({
    label: 'Chance of a false alarm in a month, at most',
    control: 'view',
    default: '0.01',
    options: ['0.01', '0.05', '0.2'].map((value) => ({ value, label: value })),
  }),
  seed: { ...seed({ default: 4 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;

const sizes: Partial<Record<Shift, string>> = {
  wave: 'Size of the shift: share of new, urgent notes',
  checkups: 'Size of the shift: share of new, routine notes',
  form: 'Size of the shift: share of old forms that become new ones',
  rule: 'Size of the shift: share of cases for soon that are now urgent',
};

/** The size means something else for each kind of shift. */
export const labeled = (shift: Shift) => ({
  ...params,
  size: { ...params.size, label: sizes[shift] ?? params.size.label },
});

/** No more than there are. */
export const checkedOf = ({ checked, notes }: Asked) => Math.min(checked, notes);
