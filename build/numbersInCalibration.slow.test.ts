import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logistic } from '#theory/belief/temperature-scaling.ts';
import { meanOverSaid, shareAt } from '#theory/learning/logistic-fit.ts';
import { expectedLoss, learner } from '#widgets/calibration/learned.ts';

/* What holds on average over many draws of the examples, on the page on calibration. */

const prose = readFileSync('src/book/calibration.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });

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
  return { said: mean(({ said }) => said), came: mean(({ came }) => came), bits, error };
}

test('a model of a hundred examples says 95.7 percent where 81.7 come true, and is expected to cost a bit', () => {
  const hundred = averages('100', 200);
  quotes(
    `It says ${(100 * hundred.said).toFixed(1)} percent for them on average, and ${(100 * hundred.came).toFixed(1)} percent come true.`,
  );
  quotes(
    `expected to cost ${hundred.bits.toFixed(3)} bits with 100 examples (standard error ${hundred.error.toFixed(3)})`,
  );
  quotes(`${averages('200', 60).bits.toFixed(3)} with 200, ${averages('400', 60).bits.toFixed(3)} with 400 and ${averages('1600', 20).bits.toFixed(3)} with 1600. One who knows the law pays ${(expectedLoss('all', 1, 1) / Math.LN2).toFixed(3)}.`); // prettier-ignore
});
