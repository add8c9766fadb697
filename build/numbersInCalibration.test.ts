import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { expectedCalibrationError } from '#theory/belief/calibration.ts';
import { weightedOptimum } from '#theory/belief/class-weight.ts';
import { isotonicParts } from '#theory/belief/isotonic.ts';
import { focalOptimum } from '#theory/language-models/focal-loss.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { spec } from '#widgets/calibration/spec.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on calibration, each computed here and found there as it is displayed. */

const prose = proseOf('calibration');
const quotes = quotesOf('calibration');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

test('five forecasts by hand', () => {
  const made = { confidence: [0.1, 0.3, 0.5, 0.5, 0.9], correct: [false, true, false, false, true] };
  quotes(`the mean of these distances over the forecasts, is ${expectedCalibrationError(made, 2).toFixed(2)}.`);
  quotes(`and the error is ${expectedCalibrationError(made, 10).toFixed(2)}.`);
  const { score, miscalibration, discrimination, uncertainty } = isotonicParts(made);
  quotes(`She pays ${bits(score)} bits a forecast.`);
  quotes(`h(\\tfrac13) = ${bits(score - miscalibration)}$`);
  quotes(`$h(\\tfrac25) = ${bits(uncertainty)}$`);
  quotes(`\\underbrace{${bits(score)}}_{\\text{score}} = \\underbrace{${bits(miscalibration)}}_{\\text{miscalibration}} - \\underbrace{${bits(discrimination)}}`); // prettier-ignore
});

const model = (id: string) => {
  const values = { ...defaultValues(spec.params), ...spec.presets.find((preset) => preset.id === id)!.values };
  return spec.compute(values);
};

test('the states of the figure that the prose names', () => {
  const network = model('network');
  quotes(`Of the ${network.shown!.count} tokens:`);
  const { best, gain, gainError } = network.halves!;
  quotes(`on the first half is ${best}, and on the second half it saves ${bits(gain)} bits a token, with a standard error of ${bits(gainError)}`); // prettier-ignore
  const inOne = spec.compute({ ...defaultValues(spec.params), source: 'network', bins: 1 }).shown!;
  for (const [bins, { error, chance }] of [
    [10, network.shown!],
    [1, inOne],
  ] as const)
    // prettier-ignore
    expect(prose.replace(/ +\| +/g, ' | ')).toContain(
      `| ${bins} | ${error.toFixed(3)} | ${chance.mean.toFixed(3)} | ${chance.deviation.toFixed(3)} |`,
    );
  expect(((inOne.error - inOne.chance.mean) / inOne.chance.deviation).toFixed(0)).toBe('2');
  expect(inOne.bins[0].came).toBeGreaterThan(inOne.bins[0].said);
  const told = model('told').shown!;
  // As the challenge and the preset have it: large, and by chance alone.
  expect(told.chance.mean).toBeGreaterThan(0.2);
  expect(told.error).toBeGreaterThan(0.2);
  const one = spec.compute({ ...defaultValues(spec.params), bins: 1 }).shown!;
  quotes(`: ${one.error.toFixed(3)}, where chance alone has ${one.chance.mean.toFixed(3)}.`);
  const hundred = (bins: number) =>
    spec.compute({ ...defaultValues(spec.params), examples: 'all', forecasts: 100, bins }).shown!;
  quotes(`is expected to be ${hundred(10).chance.mean.toFixed(2)}. The same 100`);
  quotes(`(${hundred(50).chance.mean.toFixed(2)} for those of the figure)`);
  quotes(`${hundred(20).chance.mean.toFixed(3)}. A model with this error`);
  quotes(`<Wrong value="${hundred(20).error.toFixed(4)}"`);
  quotes(`<Wrong value="${hundred(10).chance.mean.toFixed(4)}"`);
  const saved = model('hundred').shown!.parts.score - model('cooled').shown!.parts.score;
  quotes(`its score in bits has fallen by ${bits(saved, 2)}`);
  expect(model('cooled').shown!.parts.discrimination).toBeCloseTo(model('hundred').shown!.parts.discrimination, 12);
});

test('losses that bend', () => {
  quotes(`$200/1180 = ${(100 * weightedOptimum(0.02, 10)).toFixed(0)}$ percent`);
  quotes(`2 percent become ${(100 * (0.9 * 0.02 + 0.05)).toFixed(1)}.`);
  quotes(`asks for ${(100 * focalOptimum([0.02, 0.98], 2)[0]).toFixed(0)} percent in their place, and for ${(100 * focalOptimum([0.9, 0.1], 2)[0]).toFixed(0)} where 90`); // prettier-ignore
  quotes(`$100/1095 = ${weightedOptimum(0.005, 20).toFixed(4)}$`);
  quotes(`$0.15/1.15 = ${weightedOptimum(0.6, 0.1).toFixed(3)}$`);
});

test('two groups', () => {
  // [group][told to come back, ill]: counts of 300 each.
  const groups = { valley: { told: [30, 120], not: [120, 30] }, hill: { told: [10, 40], not: [200, 50] } };
  for (const [name, { told, not }] of Object.entries(groups)) {
    const row = `| ${name} | ${told[0] + told[1]} | ${told[1]} | ${not[0] + not[1]} | ${not[1]} |`;
    expect(prose.replace(/ +\| +/g, ' | ')).toContain(row);
    expect([told[1] / (told[0] + told[1]), not[1] / (not[0] + not[1])]).toEqual([0.8, 0.2]);
  }
  const { valley, hill } = groups;
  quotes(
    `are overlooked, ${(100 * valley.not[1]) / 150} percent. On the hill it is 50 of 90, ${(5000 / 90).toFixed(0)} percent.`,
  );
  quotes(
    `${(100 * valley.told[0]) / 150} percent are troubled in the valley and ${((100 * hill.told[0]) / 210).toFixed(1)} on the hill`,
  );
  const share = (n: number) => n / 600;
  const score = mutualInformation(
    [valley, hill].map(({ told, not }) => [told[0] + told[1], not[0] + not[1]].map(share)),
  );
  const ill = mutualInformation([valley, hill].map(({ told, not }) => [told[0] + not[0], told[1] + not[1]].map(share)));
  const given = [0, 1].reduce((total, y) => {
    const rows = [valley, hill].map(({ told, not }) => [told[y], not[y]]);
    const n = rows.flat().reduce((a, b) => a + b, 0);
    return total + (n / 600) * mutualInformation(rows.map((row) => row.map((count) => count / n)));
  }, 0);
  expect(score).toBeCloseTo(ill + given, 12);
  quotes(`$${bits(score)} + 0 = ${bits(ill)} + ${bits(given)}$ bits`);
  quotes(`It has $\\I(A;\\hat Y) = ${bits(score)}$ bits`);
  quotes(`$\\I(A;\\hat Y) = \\I(A;Y) = ${bits(ill)}$ bits`);
});
