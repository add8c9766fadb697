import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { stoppingLaw } from './sequential-test.ts';

const inside = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const sum = (values: readonly number[]) => values.reduce((total, p) => total + p, 0);
const boundary = fc.double({ min: 0.1, max: 3, noNaN: true });

/** The same by all sequences of tosses, one by one. */
function enumerated(truth: number, p: number, q: number, below: number, above: number, most: number) {
  const found = { above: new Array<number>(most + 1).fill(0), below: new Array<number>(most + 1).fill(0) };
  const walk = (n: number, chance: number, evidence: number) => {
    if (n > 0 && evidence >= above) found.above[n] += chance;
    else if (n > 0 && evidence <= below) found.below[n] += chance;
    else if (n < most) {
      walk(n + 1, chance * truth, evidence + Math.log(p / q));
      walk(n + 1, chance * (1 - truth), evidence + Math.log((1 - p) / (1 - q)));
    }
  };
  walk(0, 1, 0);
  return found;
}

describe('stoppingLaw', () => {
  it('is what an enumeration of all sequences says', () => {
    fc.assert(
      fc.property(inside, inside, inside, boundary, boundary, (truth, p, q, a, b) => {
        const law = stoppingLaw(truth, p, q, -a, b, 9);
        const { above, below } = enumerated(truth, p, q, -a, b, 9);
        closeAll(law.above, above.slice(0, law.above.length), 1e-12);
        closeAll(law.below, below.slice(0, law.below.length), 1e-12);
        close(sum(law.above) + sum(law.below) + law.left, 1, 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('obeys Wald’s identity: tosses until the end times the divergence is the evidence at the end, expected', () => {
    const law = stoppingLaw(0.7, 0.7, 0.4, -Math.log(99), Math.log(99), 2000);
    expect(law.left).toBeLessThan(1e-20);
    const tosses = law.above.reduce((total, p, n) => total + n * (p + law.below[n]), 0);
    close(tosses * relativeEntropy([0.7, 0.3], [0.4, 0.6]), law.evidence, 1e-11);
    expect(tosses).toBeCloseTo(26.013, 3);
  });

  it('misleads no more often than one time in k, however long one goes on', () => {
    for (const k of [2, 5, 20, 1000]) {
      const { below } = stoppingLaw(0.7, 0.7, 0.4, -Math.log(k), Infinity, 800);
      expect(sum(below)).toBeLessThanOrEqual(1 / k);
      expect(sum(below)).toBeGreaterThan(0.4 / k);
    }
  });

  it('has Wald’s bounds on both errors', () => {
    fc.assert(
      fc.property(inside, inside, boundary, boundary, (p, q, a, b) => {
        fc.pre(Math.abs(p - q) > 0.1);
        const byFirst = stoppingLaw(p, p, q, -a, b, 3000);
        const bySecond = stoppingLaw(q, p, q, -a, b, 3000);
        const [right, wrong] = [sum(byFirst.above), sum(bySecond.above)];
        expect(wrong).toBeLessThanOrEqual(Math.exp(-b) * right + 1e-9);
        expect(sum(byFirst.below)).toBeLessThanOrEqual(Math.exp(-a) * sum(bySecond.below) + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('never ends between coins that are alike, and is gambler’s ruin between mirror images', () => {
    close(stoppingLaw(0.5, 0.5, 0.5, -1, 1, 100).left, 1, 1e-12);
    // Evidence moves by ± ln(p/(1 − p)): a step each; to lose m steps before winning m has odds (q/p)^m.
    const step = Math.log(0.6 / 0.4);
    const { above, below } = stoppingLaw(0.6, 0.6, 0.4, -4 * step, 4 * step, 2000);
    close(sum(below) / sum(above), (0.4 / 0.6) ** 4, 1e-10);
  });
});
