import type { Readout } from '#contract/spec.ts';
import { alarmsOf, within, type Drift } from './model.ts';
import { checkedOf, months, type Asked } from './parameters.ts';

type One = Readout<Drift, Asked>;
const make =
  (kind: One['kind']) =>
  (label: string, formula: string, source: string, of: One['of']): One => ({ kind, label, formula, source, of });
const [information, probability, count, number] = (['information', 'probability', 'count', 'number'] as const).map(make); // prettier-ignore

const monitor = 'theory/estimation/divergence-monitor.divergenceMonitor';
const alarm = 'theory/estimation/divergence-monitor.monitored';
const checks = 'theory/estimation/divergence-monitor.checkMonitor';
const byHand = 'theory/estimation/divergence-monitor.checked';
const world = 'widgets/drift-monitor/world.worldOf';
const model = 'widgets/drift-monitor/model.compute';
const told = 'theory/measures/mutual-information.mutualInformation';

export const readouts = {
  truth: information('Divergence from the answers’ law after the shift to the usual one', String.raw`\D(p \,\|\, r)`, 'theory/measures/divergence.relativeEntropy', (m) => m.truth), // prettier-ignore
  expectedBefore: information('What the shares of n answers show on average before the shift', String.raw`\E\,\D(\hat p \,\|\, r)`, alarm, (m) => m.expectedBefore), // prettier-ignore
  expectedAfter: information('The same after the shift', String.raw`\E\,\D(\hat p \,\|\, r)`, alarm, (m) => m.expectedAfter), // prettier-ignore
  rule: information('The rule of thumb for it before the shift', String.raw`\frac{k - 1}{2n}`, model, (_, { notes }) => 1 / notes), // prettier-ignore
  threshold: information('The threshold', 't', monitor, (m) => m.monitor.threshold),
  falseAlarm: probability('Chance of a false alarm in a month', String.raw`P_0(\D(\hat p \,\|\, r) > t)`, monitor, (m) => m.outputs.before), // prettier-ignore
  falseWithin: probability('Chance of a false alarm within two years', String.raw`1 - (1 - \alpha)^{24}`, model, (m) => within(m.outputs.before, months)), // prettier-ignore
  power: probability('Chance of an alarm in a month after the shift, from the answers', String.raw`P(\D(\hat p \,\|\, r) > t)`, alarm, (m) => m.outputs.after), // prettier-ignore
  powerOfForms: probability('The same, from the shares of the forms', String.raw`P(\D(\hat f \,\|\, f_0) > t_f)`, alarm, (m) => m.forms.after), // prettier-ignore
  powerOfChecks: probability('The same, from the notes checked by hand', String.raw`P(R < c)`, byHand, (m) => m.byHand.after), // prettier-ignore
  delay: number('Months until the first alarm from the answers, on average', '1/P', alarm, (m) => 1 / m.outputs.after),
  delayOfForms: number('The same, from the shares of the forms', '1/P', alarm, (m) => 1 / m.forms.after),
  delayOfChecks: number('The same, from the notes checked by hand', '1/P', byHand, (m) => 1 / m.byHand.after),
  fewest: count('Fewer right ones among the checked notes are an alarm', 'c', checks, (m) => m.checks.fewest),
  notesNow: count('Notes a month', 'n', model, (_, { notes }) => notes),
  checkedNow: count('Notes checked by hand', 'm', model, (_, values) => checkedOf(values)),
  accuracyBefore: probability('Share of right answers before the shift', String.raw`P_0(\hat Y = Y)`, world, (m) => m.before.accuracy), // prettier-ignore
  accuracyAfter: probability('Share of right answers after it', String.raw`P(\hat Y = Y)`, world, (m) => m.after.accuracy), // prettier-ignore
  toldBefore: information('What an answer tells of the right one, before', String.raw`\I_0(Y;\hat Y)`, told, (m) => m.toldBefore), // prettier-ignore
  toldAfter: information('The same, after the shift', String.raw`\I(Y;\hat Y)`, told, (m) => m.toldAfter),
  alarmsBefore: count('Alarms from the answers in the drawn months before the shift', '\\#', model, (m, v) => alarmsOf(m, v).before), // prettier-ignore
  alarmsAfter: count('The same from the shift on', '\\#', model, (m, v) => alarmsOf(m, v).after),
};
