import { describe, expect, it } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { drawNormalPairs } from '#sim/draw-pairs.ts';
import { uniforms } from '#sim/random.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { heldOf, type Lab } from './lab.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

/** What the figure says of columns of correlated normal numbers, in any unit and about any mean, as a reader pastes them. */
function said(correlation: number, n: number, change: Partial<Asked> = {}) {
  const { x, y } = drawNormalPairs(correlation, 1, n, uniforms(11, n));
  const columns = x.map(([a], i) => `${(170 + 10 * a).toFixed(3)}, ${(1e4 * y[i][0]).toFixed(1)}`).join('\n');
  const model = wholeModel(spec, { ...defaultValues(params), source: 'columns', by: 'critic', columns, ...change }) as Lab; // prettier-ignore
  const [fresh, shuffled] = heldOf(model, change.bound ?? 'infoNce');
  return { fresh, shuffled };
}

describe('a critic of columns of normal numbers', () => {
  it.each(['infoNce', 'donskerVaradhan'] as const)('comes to the closed form within its error, %s', (bound) => {
    for (const [correlation, n] of [[0.8, 400], [0.5, 400]]) {
      const truth = mutualInformationGaussian(correlation);
      const { fresh, shuffled } = said(correlation, n, { bound });
      expect(Math.abs(fresh!.mean - truth)).toBeLessThan(3 * fresh!.error);
      expect(Math.abs(shuffled!.mean)).toBeLessThan(0.03);
    }
  }); // prettier-ignore

  it('says about nothing of independent ones, in every seed', () => {
    for (const seed of [1, 2]) {
      const { fresh, shuffled } = said(0, 200, { seed });
      for (const one of [fresh!, shuffled!]) {
        expect(Math.abs(one.mean)).toBeLessThan(0.08);
        expect(one.mean).toBeLessThan(3 * one.error + 1e-9);
      }
    }
  });

  it('stays below its ceiling where much more is shared', () => {
    const { fresh } = said(0.99999, 128);
    expect(fresh!.mean).toBeLessThan(Math.log(16));
    expect(fresh!.mean).toBeGreaterThan(0.6 * Math.log(16));
  });
});
