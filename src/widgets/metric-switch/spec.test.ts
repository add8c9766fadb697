import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { expectedBrierLoss } from '#theory/language-models/training-loss.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { brier, gradesOfLoss, multipleChoice, optionsOf } from './grades.ts';
import { checkpointOf, cycles, readBefore, scored } from './measure.ts';
import { compute, sizeOfMatch } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { trail } from './trail.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });

describe('grades of the same predictions', () => {
  it('have the reference values of exact match and wrong tokens', () => {
    for (const { input, expected } of oracleCases<{ N: number }>('13_llm_metrics', 'emergence_mirage')) {
      const loss = 0.7 * (input.N / 1e8) ** -0.3;
      for (const length of [1, 5, 20])
        close(gradesOfLoss(loss, valuesOf({ length })).exact, expected[`exact_match_len${length}`]);
      close(gradesOfLoss(loss, valuesOf()).edits, expected.expected_token_edit_errors_len20);
      close(gradesOfLoss(loss, valuesOf()).token, expected.per_token_acc);
    }
  });

  it('have the Brier score of their options', () => {
    for (const k of [2, 4, 7])
      for (const p of [0, 0.3, 0.9, 1]) {
        const { right, other } = optionsOf(p, k);
        close(right + (k - 1) * other, 1, 1e-12);
        const law = [right, ...new Array<number>(k - 1).fill(other)];
        close(brier(p, k), expectedBrierLoss(law.map((_, i) => (i === 0 ? 1 : 0)), law), 1e-12); // prettier-ignore
      }
  });

  it('choose the likeliest option as often as a simulation with Gumbel variables does', () => {
    const next = uniforms(8);
    const gumbel = (s: number) => -s * Math.log(-Math.log(next()));
    for (const [p, k, s] of [
      [0.1, 4, 0.25],
      [0.5, 2, 0.6],
      [0.2, 8, 1],
      [0.05, 3, 2],
    ] as const) {
      // prettier-ignore
      const { right, other } = optionsOf(p, k);
      let count = 0;
      for (let i = 0; i < 4000; i++) {
        const wrong = Array.from({ length: k - 1 }, () => Math.log(other) + gumbel(s));
        if (Math.log(right) + gumbel(s) > Math.max(...wrong)) count++;
      }
      const expected = multipleChoice(p, k, s);
      expect(Math.abs(count / 4000 - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 4000));
    }
    close(multipleChoice(0.3, 4, 1), optionsOf(0.3, 4).right, 1e-12);
    close(multipleChoice(0, 5, 0.25), 0.2, 1e-12);
    expect(multipleChoice(1, 5, 0.25)).toBe(1);
  });

  it('know where half of the answers are right, and how far answers of more tokens move it', () => {
    for (const [alpha, length] of [
      [0.4, 20],
      [0.2, 1],
      [0.8, 60],
    ] as const) {
      // prettier-ignore
      const asked = valuesOf({ alpha, length });
      const size = sizeOfMatch(0.5, asked);
      close(gradesOfLoss((1e7 / size) ** alpha, asked).exact, 0.5, 1e-9);
      close(sizeOfMatch(0.5, asked), 1e7 * (length / Math.LN2) ** (1 / alpha), 1e-9);
      const [low, high] = [spec.readouts.tenth, spec.readouts.nineTenths].map((one) => one.of(compute(asked), asked));
      close(gradesOfLoss((1e7 / low) ** alpha, asked).exact, 0.1, 1e-9);
      close(gradesOfLoss((1e7 / high) ** alpha, asked).exact, 0.9, 1e-9);
      close(spec.readouts.wide.of(compute(asked), asked), high / low, 1e-9);
      close(spec.readouts.later.of(compute(asked), asked), length ** (1 / alpha), 1e-9);
    }
  });

  it('are drawn with the interval around them, nine times out of ten or more', () => {
    let [inside, all] = [0, 0];
    for (let seed = 0; seed < 25; seed++)
      for (const { test } of compute(valuesOf({ seed })).models) {
        all++;
        if (test!.drawn >= test!.low && test!.drawn <= test!.high) inside++;
      }
    expect(inside / all).toBeGreaterThan(0.88);
    const { test } = compute(valuesOf({ metric: 'edits', items: 1000 })).here;
    close(test!.drawn, compute(valuesOf({ metric: 'edits' })).here.grades.edits, 0.1);
    expect(compute(valuesOf({ metric: 'loss' })).here.test).toBeUndefined();
  });
});

describe('the network', () => {
  it('is scored as it is defined: a law that is the same everywhere', () => {
    const law = [0.7, 0.2, 0.1, 0].map(Math.log);
    const logProbabilities = Float64Array.from(Array.from({ length: readBefore + scored }, () => law).flat());
    const each = checkpointOf(5, cycles.map(() => ({ logProbabilities }))); // prettier-ignore
    // Each symbol is the right one a third of the time.
    close(each.loss, -(Math.log(0.7) + Math.log(0.2) + Math.log(0.1)) / 3, 1e-12);
    close(each.token, 1 / 3, 1e-12);
    close(each.choice, 1 / 3, 1e-12);
    close(each.brier, 0.49 + 0.04 + 0.01 + 1 - 2 / 3, 1e-12);
    close(Math.exp(each.matches[2]), 0.7 * 0.2 * 0.1, 1e-12);
    close(Math.exp(each.matches[0]), 1 / 3, 1e-12);
  });

  it('leaps in the loss itself, as no power law does', () => {
    const [before, after] = [724, 1448].map((step) => trail.find((one) => one.step === step)!);
    expect(before.loss / after.loss).toBeGreaterThan(6.5);
    // From 64 to 724 steps it hardly moves.
    const flat = trail.filter(({ step }) => step >= 64 && step <= 724).map(({ loss }) => loss);
    expect(Math.max(...flat) / Math.min(...flat)).toBeLessThan(1.12);
    expect(compute(valuesOf({ source: 'network' })).bend).toBeGreaterThan(8);
    close(compute(valuesOf()).bend, 1, 1e-9);
    expect(params.checkpoint.max).toBe(trail.length);
    // Exact match of forty tokens shows nothing of it there.
    expect(Math.exp(after.matches[39])).toBeLessThan(0.003);
  });
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  for (const challenge of spec.challenges) {
    const state = (values: Asked) => ({ values, model: compute(values) });
    expectSolvable(challenge, state(valuesOf(challenge.start)), state(valuesOf({ ...challenge.start, ...challenge.solution }))); // prettier-ignore
  }
  // 108 questions, as the third says.
  const exact = compute(valuesOf()).here.grades.exact;
  expect(Math.ceil(Math.log(0.01) / Math.log(1 - exact))).toBe(108);
  expect((1 - exact) ** 10).toBeCloseTo(0.65, 2);
});
