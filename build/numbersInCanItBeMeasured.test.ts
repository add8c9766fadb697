import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { expectedPlugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { gaussianFitBias } from '#theory/estimation/expected-estimates.ts';
import { firstOrderInformationBias, plugInInformation } from '#theory/estimation/information-estimators.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { expectedOf, truthOf } from '#widgets/estimator-lab/discrete.ts';
import { readColumns } from '#widgets/estimator-lab/columns.ts';
import { meanOf, type Estimator } from '#widgets/estimator-lab/estimates.ts';
import { rowOf, type Known, type Lab } from '#widgets/estimator-lab/lab.ts';
import { params, type Asked } from '#widgets/estimator-lab/parameters.ts';
import { presets } from '#widgets/estimator-lab/presets.ts';
import { spec } from '#widgets/estimator-lab/spec.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on estimates, each computed here and found there as it is displayed. Those of trained critics: the slow tests. */

const quotes = quotesOf('can-it-be-measured');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits).replace('-', '−');
const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => presets.find((one) => one.id === id)!.values;
const whole = (change: Partial<Asked>) => wholeModel(spec, asked(change)) as Lab;
const mean = (model: Lab, estimator: Estimator) => meanOf(rowOf(model, estimator)!)!;

test('tosses by hand', () => {
  quotes(`+ 2 · 0)/256 = ${bits(expectedPlugInEntropy([0.5, 0.5], 8), 3)} bits.`);
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
  const corrected = (n: number, digits: number) => bits(expectedOf(asked({}), 'millerMadow', n), digits);
  quotes(`${corrected(400, 4)} bits are left of ${bits(plugIn({ pairs: 400 }), 4)}. At 50 rolls it takes off two thirds, and ${corrected(50, 3)} are left. At 8 rolls it makes matters worse, ${corrected(8, 3)} instead of ${bits(plugIn({ pairs: 8 }), 3)}.`); // prettier-ignore
  const tie = asked({ copies: 0.95, pairs: 8 });
  quotes(`${bits(plugIn(tie))} bits on average where the truth is ${bits(truthOf(tie))}.`);
  expect(plugIn({ copies: 0.95, pairs: 50 })).toBeGreaterThan(truthOf(tie));
  const twenty = asked({ sides: 20, pairs: 100 });
  quotes(`it leaves ${bits(expectedOf(twenty, 'millerMadow', 100), 3)} bits of ${bits(plugIn(twenty), 3)}`);
  for (const [name, shown] of [
    ['jackknife', 'one roll at a time'],
    ['grassberger', 'the logarithm of each count'],
  ] as const)
    // prettier-ignore
    quotes(`${shown} | ${bits(expectedOf(twenty, name, 100), 3)} |`);
  const model = whole(preset('many-sides'));
  quotes(`| ${bits(mean(model, 'chaoShen').mean)} ± ${bits(mean(model, 'chaoShen').error)} |`);
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
  quotes(`<Wrong value="${plugIn({ sides: 12, pairs: 60 }).toFixed(3)}"`);
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
  // All orders of the second column: a sum over tables with both margins.
  const read = readColumns(params.columns.default);
  if ('problem' in read || read.kind !== 'names') throw new Error('The example is two columns of names');
  const totals = ['green', 'black', 'none'].map((tea) => read.x.filter((name) => name === tea).length);
  const open = read.y.filter((name) => name === 'open').length;
  let [average, asMuch, all] = [0, 0, 0];
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (let a = 0; a <= totals[0]; a++)
    for (let b = 0; b <= totals[1]; b++) {
      const c = open - a - b;
      if (c < 0 || c > totals[2]) continue;
      const weight = choose(totals[0], a) * choose(totals[1], b) * choose(totals[2], c);
      const said = plugInInformation([a, b, c].map((count, i) => [count, totals[i] - count]));
      all += weight;
      average += weight * said;
      if (said >= observed! - 1e-4) asMuch += weight;
    }
  quotes(`share ${bits(observed!, 3)} bits.`);
  quotes(`it says ${bits(average / all, 3)} on average, and ${Math.round((100 * asMuch) / all)} of 100 orders`);
  // Two degrees of freedom: χ² exceeds g with probability exp(−g/2), and g is 2n times the estimate.
  quotes(`would say ${(100 * Math.exp(-24 * observed!)).toFixed(1)} of 100`);
  const share = draws.filter((draw) => draw >= observed! - 1e-9).length / draws.length;
  expect(Math.abs(share - asMuch / all)).toBeLessThan(3 * Math.sqrt(0.12 * 0.88 / draws.length)); // prettier-ignore
});

test('coins by hand, and waiting', () => {
  const [agree, differ] = [0.9 * Math.log(1.8), 0.1 * Math.log(0.2)];
  quotes(`= ${bits(agree + differ, 3)} bits. Take InfoNCE`);
  quotes(`The mean is ${bits(0.45 * Math.log(1.8) + 0.05 * Math.log(0.2), 3)} bits`);
  for (const p of [0.1, 0.5, 0.9]) {
    let mean = 0;
    for (let j = 1; j < 1000; j++) mean += (1 - p) ** j / j;
    expect(mean).toBeCloseTo(-Math.log(p), 12);
  }
  expect((1 - 0.95 ** 2) ** -8).toBeGreaterThan(1e8);
  quotes(`is only 3 · 0.8/√15 = ${((3 * 0.8) / Math.sqrt(15)).toFixed(2)}`);
  quotes(`would say ${bits(mutualInformationGaussian((3 * 0.8) / Math.sqrt(15)))} from ever so many`);
  for (const shown of [(25 / 60).toFixed(3), gaussianFitBias(5, 30).toFixed(3)]) quotes(`<Wrong value="${shown}"`);
  expect(bits(5 / 60)).toBe('0.12');
});
