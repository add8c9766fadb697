import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import { within, type Drift } from './model.ts';
import type { Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Drift, Asked>[] = [
  {
    id: 'nobody-sees',
    task: 'Make the program wrong on at least fifteen more notes in a hundred, such that neither the answers nor the forms give an alarm more often than before.',
    start: { shift: 'none' },
    score(model, { shift }) {
      const lost = model.before.accuracy - model.after.accuracy;
      if (shift === 'none' || shift === 'checkups') return 0;
      const isSilent =
        model.outputs.after < 1.01 * model.outputs.before && model.forms.after < 1.01 * model.forms.before;
      return isSilent && lost >= 0.15 ? 1 : nearly((isSilent ? 0.9 : 0.4) * atLeast(lost, 0.15));
    },
    hints: [
      { when: (_, { shift }) => shift === 'none', say: 'Nothing has changed yet.' },
      { when: (_, { shift }) => shift === 'checkups', say: 'This makes the program right more often.' },
      {
        when: (_, { shift }) => shift === 'wave',
        say: 'The answers move with the notes. Which change leaves the notes as they are?',
      },
      { when: (_, { shift }) => shift === 'form', say: 'Silent for the answers. But who counts the forms sees it.' },
      { when: () => true, say: 'The right kind of change. It has to be larger.' },
    ],
    solved:
      'Notes and answers have the law that they had. Only what is right has changed, and whoever does not know what is right cannot see it.',
    solution: { shift: 'rule', size: 1 },
  },
  {
    id: 'false-friend',
    task: 'Make an alarm from the answers nearly certain, 0.95 in a month or more, while the program is right at least as often as before.',
    start: { shift: 'wave', size: 0.5 },
    score(model) {
      if (model.after.accuracy < model.before.accuracy - 1e-12) return nearly(0.3 * model.outputs.after);
      return model.outputs.after >= 0.95 ? 1 : nearly(model.outputs.after);
    },
    hints: [
      {
        when: (model) => model.after.accuracy < model.before.accuracy - 1e-12,
        say: 'The program is right less often now. Of which notes should there be more?',
      },
      { when: () => true, say: 'The program does not suffer. Now make the change large enough to be seen.' },
    ],
    solved:
      'The answers have moved because the notes have, to those that the program knows best. An alarm is no verdict.',
    solution: { shift: 'checkups', size: 0.6 },
  },
  {
    id: 'in-time',
    task: 'Three notes in ten move to the new form. Check so many notes by hand that there is an alarm within three months with chance 0.9, with at most 80 notes a month.',
    start: { shift: 'form', size: 0.3 },
    score(model, { shift, size, level }) {
      if (shift !== 'form' || size !== 0.3 || level !== '0.01') return 0;
      const chance = within(model.byHand.after, 3);
      return chance >= 0.9 && model.checkedNotes <= 80 ? 1 : nearly(chance);
    },
    hints: [
      {
        when: (_, { shift, size, level }) => shift !== 'form' || size !== 0.3 || level !== '0.01',
        say: 'A new form, a size of 0.3, and at most one false alarm in a hundred months.',
      },
      { when: (model) => model.checkedNotes > 80, say: 'That is more work than 80 notes a month. Fewer will do.' },
      { when: (_, { checked, notes }) => checked > notes, say: 'There are not so many notes. n is too small.' },
      {
        when: () => true,
        say: 'Look at the curve of the notes checked by hand, at three months. More notes lift it by and large. It can fall by one more note, since the alarm is set at a whole number of right ones.',
      },
    ],
    solved:
      'With 20 checked notes a month it takes seven months on average. The alarm is set at a whole number of right answers, so 64 notes will do, 65 will not, and 70 will.',
    solution: { checked: 70 },
  },
];
