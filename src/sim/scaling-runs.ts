import { assertNotNegative, assertObject, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertLosses, type Run } from '#theory/scale/fit-loss.ts';
import { computeOptimum, parametricLoss, type ParametricLoss } from '#theory/scale/scaling-law.ts';
import { uniforms } from './random.ts';
import { drawNormal } from './samplers.ts';

/** Budgets from one to another, in equal ratios; for each as many sizes, from the best divided by `spread` to the best times it. */
export interface RunPlan {
  readonly least: number;
  readonly most: number;
  readonly budgets: number;
  readonly sizes: number;
  readonly spread: number;
}

const ratios = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from * (to / from) ** (count > 1 ? i / (count - 1) : 0.5));

/** The plan of Hoffmann et al. 2022 in outline: several sizes for each of several budgets, around what is best by a law, without noise. */
export function plannedRuns(law: ParametricLoss, plan: RunPlan): Run[] {
  assertObject(plan, 'plan');
  const { least, most, budgets, sizes, spread } = plan;
  assertPositive(least, 'plan.least');
  assertPositive(most, 'plan.most');
  assertWholeNumber(budgets, 'plan.budgets', 1, 1000);
  assertWholeNumber(sizes, 'plan.sizes', 1, 1000);
  assertPositive(spread, 'plan.spread');
  return ratios(budgets, least, most).flatMap((flops) => {
    const best = computeOptimum(law, flops).parameters;
    return ratios(sizes, best / spread, best * spread).map((parameters) => {
      const tokens = flops / 6 / parameters;
      return { parameters, tokens, loss: parametricLoss(law, parameters, tokens).loss };
    });
  });
}

/** The same runs done once more: each loss times e^(noise z), z standard normal. `time` says which of many repetitions. */
export function repeatRuns(runs: readonly Run[], noise: number, seed: number, time: number): Run[] {
  assertNotNegative(noise, 'noise');
  assertLosses(runs);
  assertWholeNumber(time, 'time');
  assertWholeNumber(seed, 'seed');
  const next = uniforms(seed, time);
  return runs.map((run) => ({ ...run, loss: run.loss * Math.exp(noise * drawNormal(next)) }));
}
