import { column, tableOf } from '#kit/figure/series.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { alarmsOf, compute, type Month } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { labels } from './world.ts';

const flag = (is: boolean) => (is ? 1 : 0);

export const spec = defineWidget({
  id: 'drift-monitor',
  title: 'A monitor of answers',
  summary: 'Change the world behind a program that sorts notes, and see what the monitor of its answers makes of it.',
  terms: ['drift-monitor', 'divergence', 'concept-shift'],
  cites: ['rabanser2019', 'gama2014'],
  params,
  compute,
  readouts,

  describe(model, asked, say) {
    const { shift, begins, notes } = asked;
    const alarms = alarmsOf(model, asked);
    const [option] = params.shift.options.filter(({ value }) => value === shift);
    const isCalm = shift === 'none';
    const when = isCalm ? 'What changes' : `From month ${begins} on`;
    const beforeAfter = (first: number, then: number) =>
      isCalm ? say.probability(first) : `${say.probability(first)} before and ${say.probability(then)} after`;
    return (
      `${say.count(notes)} notes a month. ${when}: ${option.label}. The program is right with chance ${beforeAfter(model.before.accuracy, model.after.accuracy)}. ` +
      `The law of its answers ${model.truth < 1e-12 ? 'does not move' : `moves by ${say.information(model.truth)}`}; the threshold is ${say.information(model.monitor.threshold)}. An alarm from the answers comes in a month with chance ${beforeAfter(model.outputs.before, model.outputs.after)}, ` +
      `from ${say.count(model.checkedNotes)} checked notes with ${beforeAfter(model.byHand.before, model.byHand.after)}. ` +
      `Alarms from the answers in the months drawn: ${isCalm ? say.count(alarms.before + alarms.after) : `${say.count(alarms.before)} before, ${say.count(alarms.after)} after`}.`
    );
  },

  table: ({ months }, say) =>
    tableOf(
      months,
      [
        column<Month>('Month', 'count', ({ month }) => month),
        ...labels.map((label, i) => column<Month>(`Said: ${label}`, 'count', ({ said }) => said[i])),
        column<Month>('Divergence to the usual shares, {unit}', 'information', ({ divergence }) => divergence),
        column<Month>('Alarm', 'count', ({ alarm }) => flag(alarm)),
        column<Month>('Notes on the new form', 'count', ({ fresh }) => fresh),
        column<Month>('Alarm of the forms', 'count', ({ alarmOfForms }) => flag(alarmOfForms)),
        column<Month>('Right among the checked', 'count', ({ right }) => right),
        column<Month>('Alarm of the checked', 'count', ({ alarmOfChecks }) => flag(alarmOfChecks)),
      ],
      say,
    ),

  laws: [
    {
      name: 'False alarms are at most as frequent as was asked for, of all three kinds',
      tolerance: 1e-9,
      gap: ({ outputs, forms, byHand }, { level }) =>
        Math.max(outputs.before, forms.before, byHand.before) - Number(level),
    },
    {
      name: 'A new form and a new rule leave the law of the answers as it was',
      tolerance: 1e-9,
      gap: ({ truth, outputs }, { shift }) =>
        shift === 'form' || shift === 'rule' || shift === 'none' ? Math.max(truth, Math.abs(outputs.after - outputs.before)) : 0, // prettier-ignore
    },
    {
      name: 'All but a new form leave the law of the forms as it was',
      tolerance: 1e-9,
      gap: ({ forms }, { shift }) => (shift === 'form' ? 0 : Math.abs(forms.after - forms.before)),
    },
    {
      name: 'A campaign never lowers the share of right answers',
      tolerance: 1e-12,
      gap: ({ before, after }, { shift }) => (shift === 'checkups' ? before.accuracy - after.accuracy : 0),
    },
    {
      name: 'What n answers show is on average at least the divergence of their law (convexity)',
      tolerance: 1e-12,
      gap: ({ truth, expectedAfter }) => truth - expectedAfter,
    },
  ],

  challenges,
  presets,
});
