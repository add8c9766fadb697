import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { bestAction } from '#theory/belief/decision.ts';
import { diagnosticTest } from '#theory/belief/bayes.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { priorOf, type Kind } from '#widgets/clinical-desk/beliefs.ts';
import { compute, type Desk } from '#widgets/clinical-desk/model.ts';
import { families, familiesElsewhere, params, type Asked } from '#widgets/clinical-desk/parameters.ts';
import { presets } from '#widgets/clinical-desk/presets.ts';
import { lawOfNotes, type Family } from '#sim/invented-notes.ts';
import { oracleCases } from '../fixtures/oracle.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on when to ask a doctor, each computed here and found there as it is displayed. */

const prose = proseOf('at-the-bedside');
const quotes = quotesOf('at-the-bedside');
const table = prose.replace(/ *\| */g, ' | ');
const hasRow = (cells: readonly (string | number)[]) => {
  const row = `| ${cells.join(' | ')} |`;
  expect({ row, found: table.includes(row) }).toEqual({ row, found: true });
};
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const known = new Map<string, Desk>();
function at(change: Partial<Asked> = {}): Desk {
  const key = JSON.stringify(change);
  const desk = known.get(key) ?? compute({ ...defaultValues(params), ...change });
  known.set(key, desk);
  return desk;
}
const of1000 = (share: number) => String(Math.round(1000 * share));
const least = (curve: Desk['costCurve']) => Math.min(...curve.map(({ cost }) => cost)).toFixed(3);

/** Home, treat, ask, for fever and no fever. */
const stakes = [[100, 0], [0, 5], [1 + 0.01 * 100, 1 + 0.01 * 5]]; // prettier-ignore
const acts = ['send home', 'treat', 'ask'];

test('three patients by hand', () => {
  for (const p of [
    [0.02, 0.98, 0],
    [0.98, 0.02, 0],
    [0.001, 0.5, 0.499],
  ]) {
    // prettier-ignore
    const { action, expectedCosts } = bestAction([p[0], 1 - p[0]], stakes);
    hasRow([p.join(', '), `${bits(entropy(p))} bits`, ...expectedCosts.map((cost) => cost.toFixed(3)), acts[action]]);
  }
});

test('the reference of the correction', () => {
  const [{ input, expected }] = oracleCases('17_extra', 'entropy_is_not_utility');
  const { cost_of_missing_class_2: miss, cost_of_unneeded_workup: check, p } = input as unknown as { cost_of_missing_class_2: number; cost_of_unneeded_workup: number; p: number[] }; // prettier-ignore
  const { action, expectedCosts } = bestAction(p, [[0, miss], [check, check]]); // prettier-ignore
  expect(action).toBe(1);
  expect(expectedCosts).toEqual([expected.expected_cost_ignore, expected.expected_cost_workup]);
  quotes(`the entropy of (0.98, 0.02) is ${bits(entropy(p))} bits`);
  quotes('missing it costs 1,000 while a check costs 10, then doing nothing costs 20 in expectation');
});

test('the two rules', () => {
  const m = at();
  quotes(`${of1000(m.byEntropy.share)} of 1,000 patients, in expectation`);
  quotes(`and asks about ${of1000(m.byCost.share)}. Can it be`);
  quotes(
    `Yes: ${(1000 * m.byCost.missed).toFixed(1)} of 1,000 patients instead of ${(1000 * m.byEntropy.missed).toFixed(1)}.`,
  );
  quotes(
    `A patient costs ${m.byEntropy.cost.toFixed(3)} by the first rule and ${m.byCost.cost.toFixed(3)} by the second.`,
  );
  const wasted = m.kinds.reduce((sum, { weight }, i) => sum + (m.byEntropy.acts[i] === 'ask' && m.byCost.acts[i] !== 'ask' ? weight : 0), 0); // prettier-ignore
  expect(wasted / m.byEntropy.share).toBeGreaterThan(0.5);
  const [a, b] = [m.kinds[m.twins!.asked], m.kinds[m.twins!.alone]];
  quotes(`patient A has ${bits(a.entropy)} bits and a chance of ${a.exact[0].toFixed(3)}, patient B has ${bits(b.entropy)} bits and ${b.exact[0].toFixed(4)}`); // prettier-ignore
  quotes(
    `Drag it to its best place: it costs ${least(m.entropyCurve)} there, and the rule of cost ${m.byCost.cost.toFixed(3)}.`,
  );
  quotes(`the best line still costs ${least(m.entropyCurve)} instead of ${m.byCost.cost.toFixed(3)}`);
  const { low, high } = at({ miss: 5 }).band!;
  quotes(`the band lies in the middle, from ${low.toFixed(2)} to ${high.toFixed(2)}`);
  quotes(`${of1000(at({ miss: 1000 }).byCost.share)} of 1,000 patients are asked about`);
  // Some fever is sent home unless the line lies below every patient.
  const lowest = m.kinds.reduce((best, kind) => (kind.entropy < best.entropy ? kind : best));
  expect(m.byEntropy.acts[m.kinds.indexOf(lowest)]).toBe('home');
});

test('a doctor who is mistaken more often', () => {
  const { band, byCost, everyone } = at({ error: 0.2 });
  quotes(
    `from ${band!.low.toFixed(3)} to ${band!.high.toFixed(3)}, and ${of1000(byCost.share)} of 1,000 are asked about`,
  );
  expect(at({ error: 0.4 }).band).toBeNull();
  quotes(`= ${everyone.cost.toFixed(2)}$. With the notes at hand, asking nobody costs ${at().nobody.cost.toFixed(3)}.`);
  // One who only reads the note settles none of the reader’s doubts.
  const same = at({ doctor: 'reads' });
  expect(same.byCost.share).toBe(0);
  expect(same.everyone.cost).toBeCloseTo(same.nobody.cost + 1, 12);
});

test('four readers', () => {
  const rows = [
    ['one who knows how notes are written here', {}],
    ['one who takes each sign by itself', { reader: 'apart' }],
    ['sixteen models that learned from 40 notes, seed 3', { reader: 'few' }],
    ['one who knows how notes are written elsewhere', { reader: 'elsewhere' }],
  ] as const;
  for (const [name, change] of rows) {
    const m = at(change);
    hasRow([name, `${bits(m.unsure)} bits`, ...[m.nobody, m.byEntropy, m.byCost].map(({ cost }) => cost.toFixed(3))]);
  }
  const away = at({ reader: 'elsewhere' });
  quotes(`It asks about ${of1000(away.byCost.share)} of 1,000 patients`);
  quotes(`the rule of entropy asks about ${of1000(away.byEntropy.share)}, for wrong reasons`);
  quotes(`${bits(away.unsure)} against ${bits(at().unsure)} bits on average`);
  // By what a note without green divides the odds of the fever, here and there.
  const divides = (own: readonly Family[]) => {
    const none = lawOfNotes({ families: own.slice(0, 1), echo: 0.3 }).map(([first]) => first);
    const [fever, cough, cold] = priorOf(0.04);
    return ((cough * none[1] + cold * none[2]) / (1 - fever) / none[0]).toFixed(0);
  };
  quotes(`divides the odds of the fever by ${divides(familiesElsewhere)}, where here it divides them by ${divides(families)}.`); // prettier-ignore
  const shareOf = (holds: (kind: Kind, i: number) => boolean) =>
    away.kinds.reduce((sum, kind, i) => sum + (holds(kind, i) ? kind.weight : 0), 0);
  const off = ({ belief, exact }: Kind) => Math.max(...belief.map((p, c) => Math.abs(p - exact[c])));
  quotes(`For ${(100 * shareOf((kind) => off(kind) <= 0.05)).toFixed(0)} of 100 patients none of his three probabilities`); // prettier-ignore
  const exact = at();
  quotes(`For ${(100 * shareOf((_, i) => away.byCost.acts[i] !== exact.byCost.acts[i])).toFixed(0)} of 100 patients his rule`); // prettier-ignore
  const one = away.kinds.find(({ counts }) => counts.join() === '0,1,1,0')!;
  quotes(`the lower end of the band is at ${exact.band!.low.toFixed(3)}, and a chance of ${one.exact[0].toFixed(3)} that he takes for ${one.belief[0].toFixed(3)}`); // prettier-ignore
  expect(away.byCost.cost).toBeGreaterThan(away.byEntropy.cost);
  // The line of the table is his best one.
  expect(least(away.entropyCurve)).toBe(away.byEntropy.cost.toFixed(3));
  quotes(`Its ${least(away.entropyCurve)} is less than the first reader’s ${exact.byEntropy.cost.toFixed(3)}`);
  quotes(`The first reader’s best line costs ${least(exact.entropyCurve)}.`);
  const [apart, right] = [at({ reader: 'apart', echo: 0 }), at({ echo: 0 })];
  expect(apart.byCost.cost).toBeCloseTo(right.byCost.cost, 12);
  // As the exercise says of sixteen models that have read much.
  const many = at({ reader: 'few', notes: 5000 });
  expect(many.disagreement / Math.LN2).toBeLessThan(0.0015);
});

test('what more notes are expected to settle', () => {
  for (const notes of [15, 40, 200, 5000]) {
    const { unsure, disagreement } = at({ reader: 'few', notes });
    hasRow([notes.toLocaleString('en'), bits(unsure), bits(disagreement), bits(unsure - disagreement)]);
  }
  hasRow(['law known', bits(at().unsure), 0, bits(at().unsure)]);
  const rest = (notes: number) => {
    const { unsure, disagreement } = at({ reader: 'few', notes });
    return bits(unsure - disagreement);
  };
  quotes(`The rest falls as well, from ${rest(15)} to ${rest(5000)}.`);
  quotes(`A note leaves ${bits(at().unsure)} bits open to anybody, and the sixteen leave ${rest(5000)}.`);
  expect(presets.find(({ id }) => id === 'few')!.why).toContain(`has ${bits(at().unsure)} bits`);
  const apart = jointOfChannel([0.5, 0.5], [[0.9, 0.1], [0.1, 0.9]]); // prettier-ignore
  quotes(`their mean has 1 bit: ${bits(entropy([0.9, 0.1]))} in each, and ${bits(mutualInformation(apart))} of disagreement.`); // prettier-ignore
  const few = at({ reader: 'few' });
  quotes(`the best share then costs ${least(few.disagreementCurve)}; by entropy it costs ${least(few.entropyCurve)}, by gain ${least(few.costCurve)}.`); // prettier-ignore
});

test('what a bit is worth', () => {
  const { tells, worth } = at();
  quotes(`Humming tells ${bits(tells[1])} bits about which illness it is, green ${bits(tells[0])}.`);
  quotes(`Green takes off ${worth[0].toFixed(2)}, and humming nothing.`);
  expect(Math.abs(worth[1])).toBeLessThan(1e-12);
  hasRow(['the signs that say *hums*', `${bits(tells[1])} bits`, '0.00']);
  hasRow(['the signs that say *green*', `${bits(tells[0])} bits`, worth[0].toFixed(2)]);
  const { entropyBefore, entropyAfter, mutualInformation, posterior, resultProbability } = diagnosticTest(0.01, 0.9, 0.95); // prettier-ignore
  quotes(`The entropy is ${bits(entropyBefore)} bits before and ${bits(entropyAfter[0]!)} bits after a positive result. On average the test tells ${bits(mutualInformation)} bits.`); // prettier-ignore
  const before = bestAction([0.01, 0.99], stakes);
  const after = posterior.map((p) => bestAction(p!, stakes));
  expect([before.action, ...after.map(({ action }) => action)]).toEqual([0, 2, 0]);
  const mean = after.reduce(
    (sum, { action, expectedCosts }, r) => sum + resultProbability[r] * expectedCosts[action],
    0,
  );
  quotes(`which costs ${before.expectedCosts[0].toFixed(2)}. After a positive result the chance is ${posterior[0]![0].toFixed(3)} and the doctor is asked, after a negative one it is ${posterior[1]![0].toFixed(3)}`); // prettier-ignore
  quotes(`That costs ${mean.toFixed(2)} on average, which is ${(before.expectedCosts[0] - mean).toFixed(2)} less.`);
  hasRow(['the test, for one in 100', `${bits(mutualInformation)} bits`, (before.expectedCosts[0] - mean).toFixed(2)]);
});
