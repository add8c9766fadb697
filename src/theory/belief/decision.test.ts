import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestAction, worthOfKnowing } from './decision.ts';
import { close } from '../../../fixtures/oracle.ts';

const chance = fc.double({ min: 0.01, max: 1, noNaN: true });
const cost = fc.double({ min: -5, max: 5, noNaN: true });

it('is what the plan that names an action for each state saves over the best single action', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(chance, cost, cost), { minLength: 1, maxLength: 4 }), (states) => {
      const total = states.reduce((sum, [weight]) => sum + weight, 0);
      const p = states.map(([weight]) => weight / total);
      const costs = [states.map(([, c]) => c), states.map(([, , c]) => c)];
      // All plans, written down.
      const plans = Array.from({ length: 2 ** p.length }, (_, plan) =>
        p.reduce((sum, ps, state) => sum + ps * costs[(plan >> state) & 1][state], 0),
      );
      const single = Math.min(plans[0], plans[plans.length - 1]);
      expect(worthOfKnowing(p, costs)).toBeCloseTo(single - Math.min(...plans), 9);
      expect(Math.min(...bestAction(p, costs).expectedCosts)).toBeCloseTo(single, 9);
    }),
    { numRuns: 50 },
  );
});

it('is the hinge max(0, c − |d|) for two groups in which the actions differ by 2(d ± c), and 0 where the action stays', () => {
  for (const [d, c] of [
    [0.04, 0.1],
    [0.1, 0.04],
    [0, 0.1],
    [-0.03, 0.05],
    [0.05, 0.05],
  ] as const) {
    const costs = [1, -1].map((arm) => [1, -1].map((group) => -(0.5 + arm * (d + c * group))));
    close(worthOfKnowing([0.5, 0.5], costs), Math.max(0, c - Math.abs(d)), 1e-12);
  }
  expect(worthOfKnowing([0.5, 0.5], [[0, 0.1], [0.2, 0.7]])).toBe(0); // prettier-ignore
});
