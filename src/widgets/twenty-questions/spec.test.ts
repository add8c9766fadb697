import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, plans } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { animals, asked, empty, groupsOf, isPlan, openGroup, readPlan, writePlan } from './plan.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const usual = params.p.default;

/** Fewest questions on average, by trying every first question: nothing of codes in it. */
function fewest(p: readonly number[]): number {
  const known = new Map<number, number>();
  const massOf = (set: number) => p.reduce((sum, pi, i) => ((set >> i) & 1 ? sum + pi : sum), 0);
  const best = (set: number): number => {
    if ((set & (set - 1)) === 0) return 0;
    const kept = known.get(set);
    if (kept !== undefined) return kept;
    let least = Infinity;
    for (let yes = (set - 1) & set; yes > 0; yes = (yes - 1) & set) {
      if (yes < (set ^ yes)) break;
      least = Math.min(least, best(yes) + best(set ^ yes));
    }
    known.set(set, massOf(set) + least);
    return massOf(set) + least;
  };
  return best(2 ** p.length - 1);
}

describe('twenty-questions', () => {
  it('has for the best plan what trying all plans finds', () => {
    close(compute(valuesOf()).best, fewest(usual));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 8, maxLength: 8 }), (weights) => {
        const total = weights.reduce((a, b) => a + b);
        const p = weights.map((weight) => weight / total);
        close(compute(valuesOf({ p })).best, fewest(p));
      }),
      { numRuns: 20 },
    );
  });

  it('asks what the bet and the page say', () => {
    const model = compute(valuesOf());
    expect([model.byNumber, model.byProbability, model.best].map((n) => n.toFixed(2))).toEqual([
      '3.00',
      '2.66',
      '2.24',
    ]);
    expect((model.entropy / Math.LN2).toFixed(3)).toBe('2.211');
    close(model.questions[0].told, binaryEntropy(0.88));
    expect((model.questions[0].told / Math.LN2).toFixed(3)).toBe('0.529');
    const even = compute(valuesOf({ plan: writePlan(plans.probability(usual)) }));
    close(even.questions[0].told, Math.LN2);
    // Dog or elk: 24 to 1, and dog or yak would be as even.
    expect(animals.filter((_, i) => plans.probability(usual)[i].startsWith('0'))).toEqual(['dog', 'elk']);
    close(usual[animals.indexOf('yak')], usual[animals.indexOf('elk')]);
    expect((even.questions[1].told / even.questions[1].probability / Math.LN2).toFixed(2)).toBe('0.24');
    close(even.questions[1].yes, 24 / 25);
    close(even.questions[1].probability, 0.5);
    expect((binaryEntropy(0.9) / Math.LN2).toFixed(3)).toBe('0.469');
  });

  it('has the chain rule while a plan is made', () => {
    let answers = readPlan(empty);
    expect(openGroup(answers, usual)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    close(compute(valuesOf({ plan: empty })).left, entropy(usual));
    answers = asked(answers, [0, 1, 2, 3, 4, 5, 6, 7], [0]);
    expect(groupsOf(answers)).toEqual([[0], [1, 2, 3, 4, 5, 6, 7]]);
    const model = compute(valuesOf({ plan: writePlan(answers) }));
    close(model.told, binaryEntropy(0.48));
    close(model.told + model.left, entropy(usual), 1e-12);
    expect(model.asked).toBeCloseTo(1, 12);
    expect(openGroup(answers, usual)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('draws the same secrets for every plan, and games that scatter about what is expected', () => {
    const plan = writePlan(plans.huffman(usual));
    const [first, other] = [compute(valuesOf()), compute(valuesOf({ plan }))];
    expect(first.mean).toBe(3);
    expect(first.error).toBe(0);
    let outside = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { mean, error, asked: expected } = compute(valuesOf({ plan, seed }));
      if (Math.abs(mean - expected) > 2 * error) outside++;
    }
    // One in twenty, roughly.
    expect(outside).toBeLessThan(25);
    expect(outside).toBeGreaterThan(1);
    expect(other.draw.asked).toBe(readPlan(plan)[other.draw.animal].length);
  });

  it('takes plans that can be asked, and no others', () => {
    expect(isPlan(empty)).toBe(true);
    expect(isPlan('0,0,0,0,0,0,0,0')).toBe(false);
    expect(isPlan('0,10,110,1110,11110,111110,1111110,1111111')).toBe(true);
    expect(isPlan('0,00,1,1,1,1,1,1')).toBe(false);
    expect(params.plan.parse('no').problem).toMatch(/^The plan of questions: /);
    expect(params.yes.parse('3301').value).toBe('');
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
