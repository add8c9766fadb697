import type { Readout } from '#contract/spec.ts';
import { billOf, errorAsStated, paidFor, ratioOf, scatterOf, type Optimal, type Repeated } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Optimal, Asked>['of'];
type One = Readout<Optimal, Asked>;
const one = (kind: One['kind'], label: string, formula: string, source: string, of: Of): One => ({ kind, label, formula, source, of }); // prettier-ignore

const law = 'theory/scale/scaling-law.parametricLoss';
const optimum = 'theory/scale/scaling-law.computeOptimum';
const served = 'theory/scale/compute-optimal.servedOptimum';
const split = 'theory/scale/compute-optimal.splitOfBudget';

/** What only the repeated experiment says. */
const again = (
  kind: One['kind'],
  label: string,
  formula: string,
  source: string,
  of: (repeated: Repeated) => number,
): One => ({
  // prettier-ignore
  ...one(kind, label, formula, source, ({ repeated }) => (repeated ? of(repeated) : 0)),
  none: ({ repeated }) => !repeated,
});
const fit = 'theory/scale/fit-loss.fitParametricLoss';
const error = 'theory/scale/fit-loss.errorOfRatio';

export const readouts = {
  loss: one('information', 'Loss of this network, expected by the law', String.raw`E + A N^{-\alpha} + B D^{-\beta}`, law, ({ here }) => here.loss), // prettier-ignore
  parameterTerm: one('information', 'What more parameters could remove', String.raw`A N^{-\alpha}`, law, ({ here }) => here.parameterTerm), // prettier-ignore
  dataTerm: one('information', 'What more data could remove', String.raw`B D^{-\beta}`, law, ({ here }) => here.dataTerm), // prettier-ignore
  gainParameters: one('information', 'Gain of more parameters, per unit of ln N', String.raw`\alpha A N^{-\alpha}`, law, ({ law: { parameterExponent }, here }) => parameterExponent * here.parameterTerm), // prettier-ignore
  gainText: one('information', 'Gain of more text, per unit of ln D', String.raw`\beta B D^{-\beta}`, law, ({ law: { dataExponent }, here }) => dataExponent * here.dataTerm), // prettier-ignore
  floor: one('information', 'What neither could remove', 'E', law, (model) => model.law.floor),
  above: one('information', 'Loss above the best of this budget', String.raw`L(N, D) - \min L`, served, ({ here, best }) => Math.max(0, here.loss - best.loss)), // prettier-ignore
  needed: one('probability', 'Share of the budget that the same loss needs', String.raw`\min C' / C`, 'theory/scale/compute-optimal.cheapestFor', ({ needed }) => Math.min(1, needed)), // prettier-ignore
  parameters: one('count', 'Parameters of this network', 'N', split, ({ here }) => here.parameters),
  tokens: one('count', 'Tokens that it is trained on', 'D', split, ({ here }) => here.tokens),
  training: one('count', 'Operations for training', '6 N D', 'theory/scale/compute-optimal.lifetimeFlops', (model) => billOf(model).training), // prettier-ignore
  use: one('count', 'Operations for serving', '2 N S', 'theory/scale/compute-optimal.lifetimeFlops', (model) => billOf(model).use), // prettier-ignore
  ratio: one('number', 'Tokens per parameter of this network', 'D/N', split, ({ here }) => ratioOf(here)),
  best: one('number', 'Tokens per parameter at the best', 'D/N', served, ({ best }) => ratioOf(best)),
  bestParameters: one('count', 'Parameters at the best', 'N', served, ({ best }) => best.parameters),
  from: one('number', 'Within 0.01 nats of the best, from so many tokens per parameter', String.raw`L \le \min L + 0.01`, 'theory/scale/compute-optimal.valleyOf', ({ valley }) => valley[0]), // prettier-ignore
  to: one('number', 'Within 0.01 nats of the best, to so many tokens per parameter', String.raw`L \le \min L + 0.01`, 'theory/scale/compute-optimal.valleyOf', ({ valley }) => valley[1]), // prettier-ignore
  corrected: one('number', 'Tokens per parameter by the constants of 2024, training alone', 'D/N', optimum, ({ advice }) => advice.corrected), // prettier-ignore
  published: one('number', 'Tokens per parameter by the printed constants of 2022', 'D/N', optimum, ({ advice }) => advice.published), // prettier-ignore
  unrounded: one('number', 'The same, exponents with four digits', 'D/N', optimum, ({ advice }) => advice.unrounded),
  kaplan: one('number', 'Tokens per parameter by Kaplan’s line', String.raw`C / 6 N^2,\ N \propto C^{0.73}`, 'theory/scale/compute-optimal.kaplanParameters', ({ advice }) => advice.kaplan), // prettier-ignore
  paidForPublished: one('information', 'Paid for the advice of the printed constants', String.raw`L - \min L`, served, (model) => Math.max(0, paidFor(model, model.advice.published))), // prettier-ignore
  paidForCorrected: one('information', 'Paid for the advice of the constants of 2024', String.raw`L - \min L`, served, (model) => Math.max(0, paidFor(model, model.advice.corrected))), // prettier-ignore
  paidForKaplan: one('information', 'Paid for the advice of Kaplan’s line', String.raw`L - \min L`, served, (model) => Math.max(0, paidFor(model, model.advice.kaplan))), // prettier-ignore
  worth: {
    ...one('count', 'Tokens to serve for which this network is the best', String.raw`3 D \Bigl(\tfrac{\alpha A N^{-\alpha}}{\beta B D^{-\beta}} - 1\Bigr)`, 'theory/scale/compute-optimal.servedFor', ({ worth }) => Math.max(0, worth)), // prettier-ignore
    none: ({ worth }: Optimal) => worth < 0,
  },
  error: again('number', 'Factor of one standard error in tokens per parameter', String.raw`e^{\sqrt{g^\top \Sigma g}}`, error, (all) => Math.exp(all.error)), // prettier-ignore
  scatter: again('number', 'Factor of one standard deviation among the refits', 'e^{s}', fit, (all) => Math.exp(scatterOf(all))), // prettier-ignore
  independent: again('number', 'Factor of one standard error, were the constants independent', String.raw`e^{\sqrt{\sum g_i^2 \Sigma_{ii}}}`, error, (all) => Math.exp(all.errorIfIndependent)), // prettier-ignore
  stated: one('number', 'The same with the errors stated in 2024', String.raw`e^{\sqrt{\sum g_i^2 s_i^2}}`, 'theory/scale/fit-loss.covarianceOfStated', (model) => Math.exp(errorAsStated(model))), // prettier-ignore
  lowest: again('number', 'Fewest tokens per parameter among the refits', 'D/N', fit, ({ found, low }) => found[low]),
  highest: again('number', 'Most tokens per parameter among the refits', 'D/N', fit, ({ found, high }) => found[high]),
  correlation: again('number', 'Correlation of ln A and α among fits, to first order', String.raw`\Sigma_{A\alpha}/\sqrt{\Sigma_{AA}\Sigma_{\alpha\alpha}}`, 'theory/scale/fit-loss.covarianceOfFit', ({ covariance }) => covariance[1][3] / Math.sqrt(covariance[1][1] * covariance[3][3])), // prettier-ignore
  paid: again('information', 'What the advice of the lowest loses by the law of the highest', String.raw`L - \min L`, optimum, (all) => all.paid[0]), // prettier-ignore
  apart: again('number', 'How far apart these two put a run, root mean square, in percent', String.raw`100 \sqrt{\overline{\ln^2 (L_1/L_2)}}`, fit, (all) => 100 * all.apart), // prettier-ignore
};
