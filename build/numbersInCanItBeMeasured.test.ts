import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { expectedPlugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { gaussianFitBias } from '#theory/estimation/expected-estimates.ts';
import { firstOrderInformationBias, plugInInformation } from '#theory/estimation/information-estimators.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { expectedOf, truthOf } from '#widgets/estimator-lab/discrete.ts';
import { meanOf, type Estimator } from '#widgets/estimator-lab/estimates.ts';
import { rowOf, type Known, type Lab } from '#widgets/estimator-lab/lab.ts';
import { params, type Asked } from '#widgets/estimator-lab/parameters.ts';
import { presets } from '#widgets/estimator-lab/presets.ts';
import { spec } from '#widgets/estimator-lab/spec.ts';

/* The numbers of the page on estimates, each computed here and found there as it is displayed. Those of trained critics: the slow tests. */

const prose = readFileSync('src/book/can-it-be-measured.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits).replace('-', '−');
const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => presets.find((one) => one.id === id)!.values;
const whole = (change: Partial<Asked>) => wholeModel(spec, asked(change)) as Lab;
const mean = (model: Lab, estimator: Estimator) => meanOf(rowOf(model, estimator)!)!;

test('tosses by hand', () => {
  quotes(`On average it is ${bits(expectedPlugInEntropy([0.5, 0.5], 8), 3)} bits.`);
  [1, 2, 3].forEach((tails) => quotes(`${bits(entropy([tails / 8, 1 - tails / 8]), 3)} bits |`));
  const shared = (rows: number) =>
    expectationUnderMultinomial([0.25, 0.25, 0.25, 0.25], rows, ([a, b, c, d]) => plugInInformation([[a, b], [c, d]])); // prettier-ignore
  expect(shared(2)).toBeCloseTo(Math.LN2 / 4, 12);
  quotes(`With five rows it is ${bits(shared(5), 3)} bits`);
});

test('dice that share nothing, and one that copies', () => {
  const plugIn = (change: Partial<Asked>) => expectedOf(asked(change), 'plugIn', asked(change).pairs);
  const first = (sides: number, n: number) => firstOrderInformationBias(sides, sides, n);
  for (const [n, digits] of [
    [8, 3],
    [50, 3],
    [400, 4],
  ] as const)
    // prettier-ignore
    quotes(`*${n} rolls*</Try> | ${bits(plugIn({ pairs: n }), digits)} bits | ${bits(first(5, n), digits)} bits |`);
  quotes(`Yes: ${bits(plugIn({ pairs: 50 }), 3)} bits on average`);
  const twenty = asked({ sides: 20, pairs: 100 });
  quotes(`it leaves ${bits(expectedOf(twenty, 'millerMadow', 100), 3)} bits of ${bits(plugIn(twenty), 3)}`);
  const model = whole(preset('many-sides'));
  for (const { estimator, draws } of model.rows) expect(Math.abs(mean(model, estimator).mean), estimator).toBeGreaterThan(3 * mean(model, estimator).error + (draws.length > 0 ? 0 : 1)); // prettier-ignore
  expect(mean(model, 'chaoShen').mean).toBeLessThan(0);
  expect(Math.min(...rowOf(model, 'plugIn')!.draws)).toBeGreaterThan(1.5 * Math.LN2);
  quotes(
    `an entropy, ${bits(Math.log(5))} bits, and plug-in says ${bits(plugIn({ pairs: 50, copies: 1 }), 3)} on average`,
  );
  quotes(`$\\I(X;Y) = \\H(X) = ${bits(Math.log(5))}$ bits, and plug-in says ${bits(plugIn({ pairs: 50, copies: 1 }), 3)} on average`); // prettier-ignore
  quotes(`About ${bits(plugIn({ sides: 12, pairs: 60 }))} bits. The first term alone says ${bits(first(12, 60))}.`);
  quotes(`<Wrong value="${bits(first(12, 60), 3)}"`);
  quotes(`<Wrong value="${first(12, 60).toFixed(3)}"`);
});

test('many rare outcomes', () => {
  const rare = asked(preset('rare'));
  const of = (name: Known) => bits(expectedOf(rare, name, 100));
  quotes(`The truth is ${bits(truthOf(rare))} bits, and a hundred draws give`);
  quotes(`| ${of('plugIn')} | ${of('millerMadow')} | ${of('jackknife')} | ${of('grassberger')} | ${bits(truthOf(rare))} bits |`); // prettier-ignore
  quotes(`$\\log_2 100 = ${Math.log2(100).toFixed(2)}$ bits`);
});

test('the rest', () => {
  quotes(`$\\log_2 (1000 \\cdot 999)$ is ${Math.log2(999_000).toFixed(1)} bits; a million pairs give ${Math.log2(1e6 * (1e6 - 1)).toFixed(1)}`); // prettier-ignore
  quotes(`$\\log_2 1000 = ${Math.log2(1000).toFixed(2)}$ bits`);
  quotes(`About ${bits(gaussianFitBias(5, 30))} bits. The exact bias`);
  quotes(`<Wrong value="${bits(25 / 60, 3)}"`);
  quotes(`$\\log_2 12 = ${Math.log2(12).toFixed(2)}$ bits`);
  const own = whole(preset('yours'));
  const { observed, draws } = own.rows[0];
  quotes(`share ${bits(observed!, 3)} bits. Of 40 shuffles it says ${bits(mean(own, 'plugIn').mean, 3)} on average, and of four of them`); // prettier-ignore
  expect(draws.filter((draw) => draw >= observed! - 1e-9)).toHaveLength(4);
});
