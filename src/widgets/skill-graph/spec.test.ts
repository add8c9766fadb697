import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, expectedUnseen, exponentOf, isLearned, litAt, shareOf, unlearned } from './model.ts';
import { params, ratio, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });

const describeAt = (asked: Asked) => spec.describe(compute(asked), asked, sayIn('bits'));

describe('skills learned in order', () => {
  it('leave the reference mass', () => {
    for (const { input, expected } of oracleCases('11_geometry', 'quantised_skills_power_law')) {
      const a = input.zipf_exponent_alpha_plus_1 - 1;
      close(unlearned(input.skills_learned_n, { law: 'zipf', a }), expected.unlearned_mass);
    }
  });

  it('weigh one together, whatever their law', () => {
    for (const law of ['geometric', 'equal'] as const) {
      let sum = 0;
      for (let k = 1; k <= 1000; k++) {
        sum += shareOf(k, { law, a: 1 });
        if (k % 100 === 7) close(sum + unlearned(k, { law, a: 1 }), 1, 1e-9);
      }
    }
    expect(compute(valuesOf({ law: 'equal', learned: 1000 })).slope).toBe(Infinity);
    // A thousand skills alike: what is left goes down to a thousandth, and then to nothing.
    const { points } = compute(valuesOf({ law: 'equal', learned: 5000 }));
    close(Math.min(...points.map(({ unlearned: u }) => u).filter((u) => u > 0)), 1e-3, 1e-9);
    expect(describeAt(valuesOf({ law: 'equal', learned: 5000 }))).toContain('With all 1,000 skills learned, nothing of what is needed is not learned.'); // prettier-ignore
    expect(describeAt(valuesOf({ a: 2, learned: 10_000 }))).toMatch(
      /4\.2 × 10⁻⁹ of what .* the power law has 4\.2 × 10⁻⁹/,
    );
  });

  it('answer a text once its rarest skill is learned', () => {
    const asked = valuesOf({ learned: 12, each: 5 });
    const model = compute(asked);
    const knows = isLearned(model, asked);
    // What is rarer than all on the axis is not among the learned.
    const rare = valuesOf({ a: 0.2, learned: 10_000 });
    const { texts } = compute(rare);
    expect(texts.flat().some((k) => k > 10_000)).toBe(true);
    for (const k of texts.flat()) expect(isLearned(compute(rare), rare)(k)).toBe(k <= 10_000);
    expect(litAt(model, 12)).toBe(model.texts.filter((skills) => skills.every(knows)).length);
    // A text that needs more skills keeps those it had.
    const begins = model.texts.map((skills) => skills.slice(0, 2).join());
    for (const skills of compute(valuesOf({ each: 2 })).texts) expect(begins).toContain(skills.join());
  });
});

describe('skills that come in examples', () => {
  it('are missing as the formula says, to which many readings come on average', () => {
    for (const law of ['zipf', 'geometric', 'equal'] as const) {
      const asked = valuesOf({ law, way: 'samples', samples: 60 });
      const runs = Array.from({ length: 8 }, (_, seed) => compute({ ...asked, seed }).here.run!);
      const mean = runs.reduce((sum, x) => sum + x, 0) / runs.length;
      const error = Math.sqrt(runs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / runs.length / (runs.length - 1));
      expect(Math.abs(mean - expectedUnseen(60, asked))).toBeLessThan(4 * error);
    }
  });

  it('are missing as a sum term by term says where there is one', () => {
    let sum = 0;
    for (let k = 1; k < 4000; k++) sum += shareOf(k, { law: 'geometric', a: 1 }) * (1 - shareOf(k, { law: 'geometric', a: 1 })) ** 700; // prettier-ignore
    close(expectedUnseen(700, { law: 'geometric', a: 1 }), sum, 1e-9);
    close(expectedUnseen(5, { law: 'equal', a: 1 }), 0.999 ** 5, 1e-12);
  });

  it('of geometric frequencies give 1/(D ln(1/r)) and a slope of one, without any power law', () => {
    for (const D of [1000, 3000, 9000]) {
      close(expectedUnseen(D, { law: 'geometric', a: 1 }) * D * -Math.log(ratio), 1, 0.01);
      close(compute(valuesOf({ law: 'geometric', way: 'samples', samples: D })).slope, 1, 0.01);
    }
  });

  it('have in the end the slope that their power law says', () => {
    for (const a of [0.5, 1, 2]) {
      const [inOrder, read] = [valuesOf({ a, learned: 10_000 }), valuesOf({ a, way: 'samples', samples: 10_000 })];
      close(exponentOf(inOrder)!, compute(inOrder).slope, 1e-3);
      close(exponentOf(read)!, compute(read).slope, 2e-2);
    }
    expect(exponentOf(valuesOf({ law: 'equal' }))).toBeUndefined();
  });

  it('keep what the drawn reading has seen', () => {
    const asked = valuesOf({ way: 'samples', samples: 300 });
    const { seen, here } = compute(asked);
    expect(new Set(seen).size).toBe(seen.length);
    close(here.run!, 1 - seen.reduce((sum, k) => sum + shareOf(k, asked), 0), 1e-9);
  });
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  for (const challenge of spec.challenges) {
    const state = (values: Asked) => ({ values, model: compute(values) });
    expectSolvable(challenge, state(valuesOf(challenge.start)), state(valuesOf({ ...challenge.start, ...challenge.solution }))); // prettier-ignore
  }
  // What the third one and a preset say.
  expect(unlearned(10, { law: 'zipf', a: 0.5 })).toBeCloseTo(0.24, 2);
  expect((1 - unlearned(10, { law: 'zipf', a: 0.5 })) ** 9).toBeCloseTo(0.09, 2);
  expect(unlearned(10_000, { law: 'zipf', a: 0.2 })).toBeCloseTo(1 / 7, 2);
});
