import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { compute, within } from '#widgets/drift-monitor/model.ts';
import { params, type Asked } from '#widgets/drift-monitor/parameters.ts';
import { presets } from '#widgets/drift-monitor/presets.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on drift, each computed here and found there as it is displayed. */

const quotes = quotesOf('drift');
const drift = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => drift(presets.find((one) => one.id === id)!.values);
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const usual = [0.2, 0.3, 0.5];

test('ten notes by hand', () => {
  quotes(`= ${bits(relativeEntropy([0.3, 0.3, 0.4], usual))} \\text{ bits.}`);
  const expected = expectationUnderMultinomial(usual, 10, (c) => relativeEntropy(c.map((n) => n / 10), usual)); // prettier-ignore
  quotes(`On average over all that ten notes may give, it is ${bits(expected)} bits`);
  quotes(`for ten notes is ${bits(1 / 10)} bits`);
  const none = expectationUnderMultinomial(usual, 10, (c) => (c.join() === '2,3,5' ? 1 : 0));
  quotes('only in about one month of twelve');
  expect(1 / none).toBeGreaterThan(11.5);
  expect(1 / none).toBeLessThan(12.5);
});

test('the bet and the table of changes', () => {
  const form = preset('new-form');
  quotes(`right on ${(100 * form.before.accuracy).toFixed(0)} notes of 100 on average, is right on ${(100 * form.after.accuracy).toFixed(0)}`); // prettier-ignore
  expect(form.monitor.falseAlarms).toBeLessThanOrEqual(0.01);
  const cell = (p: number) => (p > 0.99 ? p.toFixed(3) : p < 0.01 ? p.toFixed(4) : p.toFixed(2));
  const row = (id: string, text: string) => {
    const { truth, outputs, after } = preset(id);
    const moves = truth < 1e-12 ? '0' : `${bits(truth)} bits`;
    quotes(`${text} | ${moves} | ${cell(outputs.after)} | ${after.accuracy.toFixed(2)} |`);
  };
  row('epidemic', 'an epidemic</Try>, half of the notes');
  row('campaign', 'a campaign</Try>, half of the notes');
  row('new-form', 'a new form</Try> for seven notes in ten');
  row('new-rule', 'a new rule</Try> for all that was soon');
  const nothing = drift({ shift: 'none' });
  quotes(`| nothing | 0 | ${cell(nothing.outputs.after)} | ${nothing.after.accuracy.toFixed(2)} |`);
  // What an answer tells on the old form; on the new one nothing, by how it is made.
  const old = [[0.15, 0.04, 0.01], [0.04, 0.23, 0.03], [0.01, 0.03, 0.46]]; // prettier-ignore
  quotes(`An answer on the old form tells ${bits(mutualInformation(old), 2)} bits of the right one`);
});

test('who sees what, and how soon', () => {
  const [form, rule, wave] = ['new-form', 'new-rule', 'epidemic'].map(preset);
  expect(form.forms.after).toBeGreaterThan(0.999);
  quotes(`if the program has fewer than ${form.checks.fewest} right`);
  quotes(`in one month of ${(1 / form.byHand.before).toFixed(0)} on average`);
  quotes(`with probability ${form.byHand.after.toFixed(2)}, with the new rule ${rule.byHand.after.toFixed(2)}, and with the epidemic ${wave.byHand.after.toFixed(3)}`); // prettier-ignore
  quotes(`after ${(1 / form.byHand.after).toFixed(1)} months on average, or ${(1 / rule.byHand.after).toFixed(1)}, or ${(1 / wave.byHand.after).toFixed(0)}.`); // prettier-ignore
  const a = form.before.accuracy;
  quotes(`for $m = 20$ checked notes and $a = ${a.toFixed(2)}$ it is ${Math.sqrt((a * (1 - a)) / 20).toFixed(2)}`);
  quotes(`$\\sqrt{a(1 - a)/40}$, which is ${Math.sqrt((a * (1 - a)) / 40).toFixed(2)}`);
  const small = drift({ size: 0.3 });
  quotes(`The program is right with probability ${small.after.accuracy.toFixed(3)}. Fewer than 12 of 20 are right with probability ${small.byHand.after.toFixed(3)}, and $1/0.143 = ${(1 / small.byHand.after).toFixed(1)}$ months`); // prettier-ignore
});

test('two years, and fifty notes', () => {
  const { falseAlarms } = drift().monitor;
  quotes(`A false alarm with a chance of ${falseAlarms.toFixed(4)} in a month`);
  quotes(`$1 - (1 - 0.0099)^{24} = ${within(falseAlarms, 24).toFixed(2)}$`);
  quotes(
    `preset="nothing">*one month in twenty*</Try> it is ${within(preset('nothing').monitor.falseAlarms, 24).toFixed(2)}, and`,
  );
  // Ten programs: one false alarm every other month.
  expect(10 * preset('nothing').monitor.falseAlarms).toBeCloseTo(0.5, 2);
  expect(falseAlarms ** 3).toBeLessThan(1.1e-6);
  quotes(`${bits(drift({ notes: 50 }).expectedBefore, 4)} bits. The rule gives $1/50$ nats, ${bits(1 / 50, 4)} bits`);
  expect(bits(drift({ notes: 50 }).monitor.threshold)).toBe('0.135');
});
