import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'new-form',
    title: 'A new form',
    values: {},
    why: 'Most notes now come on a form that the program cannot read. It goes on saying each answer as often as before, and is right on half of the notes only. Its monitor has no more reason for an alarm than ever.',
  },
  {
    id: 'new-rule',
    title: 'A new rule',
    values: { shift: 'rule', size: 1 },
    why: 'The same notes and the same answers. What has changed is which answers are right. Neither the answers nor the forms can show it.',
  },
  {
    id: 'epidemic',
    title: 'An epidemic',
    values: { shift: 'wave', size: 0.5 },
    why: 'More people ask for help at once. The answers move, and the alarm goes off. The program is right a little less often, because urgent notes are its hardest.',
  },
  {
    id: 'campaign',
    title: 'A campaign',
    values: { shift: 'checkups', size: 0.5 },
    why: 'The town is invited to check-ups. The alarm goes off as well, and the program is right more often than before.',
  },
  {
    id: 'nothing',
    title: 'Nothing changes',
    values: { shift: 'none', level: '0.05' },
    why: 'Nothing happens, and a month gives a false alarm with chance up to one in twenty. Over two years it is more likely than not that there is at least one.',
  },
];
