import { test } from 'vitest';
import { calibrationErrorByChance } from '#theory/belief/calibration-by-chance.ts';
import { logistic } from '#theory/belief/temperature-scaling.ts';
import { meanOverSaid, shareAt } from '#theory/learning/logistic-fit.ts';
import { expectedLoss, learner, newCases } from '#widgets/calibration/learned.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* What holds on average over many draws of the examples, on the page on calibration. */

const quotes = quotesOf('calibration');

function averages(examples: string, draws: number) {
  const all = Array.from({ length: draws }, (_, i) => {
    const { law } = learner(examples, i + 1);
    const isSure = (z: number) => Number(logistic(z) > 0.9);
    const mass = meanOverSaid(law, isSure);
    return {
      said: meanOverSaid(law, (z) => isSure(z) * logistic(z)) / mass,
      came: meanOverSaid(law, (z) => isSure(z) * shareAt(law, z)) / mass,
      bits: expectedLoss(examples, i + 1, 1) / Math.LN2,
    };
  });
  const mean = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0) / draws;
  const bits = mean((one) => one.bits);
  const error = Math.sqrt(mean((one) => (one.bits - bits) ** 2) / (draws - 1));
  const median = all.map((one) => one.bits).sort((a, b) => a - b)[draws / 2];
  const fair = mean(({ came }) => Number(came > 0.9));
  return { said: mean(({ said }) => said), came: mean(({ came }) => came), fair, bits, error, median };
}

test('a model of a hundred examples says 95.7 percent where 82.1 come true, and is expected to cost a bit', () => {
  const hundred = averages('100', 1500);
  quotes(
    `It says ${(100 * hundred.said).toFixed(1)} percent for them, and ${(100 * hundred.came).toFixed(1)} percent come true, each a mean over 1,500 draws. In ${(100 * hundred.fair).toFixed(0)} of 100 draws`,
  );
  quotes(
    `expected to cost ${hundred.bits.toFixed(2)} bits with 100 examples (standard error ${hundred.error.toFixed(3)})`,
  );
  quotes(`half of the draws are below ${hundred.median.toFixed(2)}.`);
  quotes(`It is ${averages('200', 400).bits.toFixed(2)} with 200, ${averages('400', 200).bits.toFixed(2)} with 400 and ${averages('1600', 40).bits.toFixed(2)} with 1600. One who knows the law pays ${(expectedLoss('all', 1, 1) / Math.LN2).toFixed(3)}.`); // prettier-ignore
}, 60_000);

test('what 100 exactly right forecasts show in ten and in fifty bins, over sets of them', () => {
  const mean = (bins: number) => {
    const sets = Array.from({ length: 600 }, (_, i) => newCases('all', i + 1, 100).logits.map(logistic));
    return sets.reduce((total, said) => total + calibrationErrorByChance(said, bins).mean / 600, 0).toFixed(2);
  };
  quotes(`calibration error is expected to be ${mean(10)}.`);
  quotes(`it is ${mean(50)} on average over such sets of forecasts`);
});
