import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { lawOfNotes, learnedFamilies } from '#sim/invented-notes.ts';
import { uniforms } from '#sim/random.ts';
import { weighEvidence } from '#theory/belief/bayes.ts';
import { bestAction } from '#theory/belief/decision.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { close } from '../../../fixtures/oracle.ts';
import { beliefsOf } from './beliefs.ts';
import { compute } from './model.ts';
import { families, learners, params, type Asked } from './parameters.ts';
import { spec, written } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const at = (change: Partial<Asked> = {}) => compute(valuesOf(change));

/** P(condition, note) over all 256 rows of eight signs, written down sign by sign. */
function rows(prior: readonly number[], echo: number) {
  return Array.from({ length: 256 }, (_, row) => {
    let bit = 0;
    const own = families.map(({ signs }) => Array.from({ length: signs }, () => (row >> bit++) & 1));
    const joint = prior.map((p, c) =>
      own.reduce((product, signs, f) => {
        const rate = families[f].rates[c];
        const apart = signs.reduce((a, one) => a * (one ? rate : 1 - rate), 1);
        const together = signs.every((one) => one === signs[0]) ? (signs[0] ? rate : 1 - rate) : 0;
        return product * (echo * together + (1 - echo) * apart);
      }, p),
    );
    return { joint, total: joint.reduce((a, b) => a + b, 0) };
  });
}

describe('clinical-desk', () => {
  it('costs what a sum over all rows of signs says, rule by rule', () => {
    for (const { echo, miss, needless, look, error, threshold } of [
      { echo: 0.3, miss: 100, needless: 5, look: 1, error: 0.01, threshold: 0.75 },
      { echo: 0, miss: 40, needless: 9, look: 2, error: 0.1, threshold: 0.4 },
    ]) {
      const m = at({ echo, miss, needless, look, error, threshold });
      const sums = { nobody: 0, everyone: 0, entropy: 0, cost: 0, share: 0 };
      for (const { joint, total } of rows(m.prior, echo)) {
        const p = joint.map((one) => one / total);
        const table = [[miss, 0], [0, needless], [look + error * miss, look + error * needless]]; // prettier-ignore
        const { action, expectedCosts } = bestAction([p[0], 1 - p[0]], table);
        const alone = Math.min(expectedCosts[0], expectedCosts[1]);
        sums.nobody += total * alone;
        sums.everyone += total * expectedCosts[2];
        sums.cost += total * expectedCosts[action];
        sums.entropy += total * (entropy(p) > threshold * Math.LN2 ? expectedCosts[2] : alone);
        if (action === 2) sums.share += total;
      }
      close(m.nobody.cost, sums.nobody, 1e-12);
      close(m.everyone.cost, sums.everyone, 1e-12);
      close(m.byEntropy.cost, sums.entropy, 1e-12);
      close(m.byCost.cost, sums.cost, 1e-12);
      close(m.floor, sums.cost, 1e-12);
      close(m.byCost.share, sums.share, 1e-12);
      close(m.entropyCurve.at(-1)!.cost, sums.everyone, 1e-12);
    }
  });

  it('tells by kinds of notes what rows of signs tell', () => {
    const m = at();
    const joint = rows(m.prior, 0.3).map((row) => row.joint);
    close(m.information, mutualInformation(joint), 1e-12);
  });

  it('has queues about their expectation, within four standard errors', () => {
    for (const change of [{}, { doctor: 'reads', reader: 'few' }, { reader: 'apart', prevalence: 0.3 }] as const)
      for (const outcome of Object.values(
        (({ nobody, everyone, byEntropy, byCost }) => ({ nobody, everyone, byEntropy, byCost }))(
          at({ ...change, patients: 1000, seed: 11 }),
        ),
      ))
        // prettier-ignore
        expect(Math.abs(outcome.mean - outcome.cost)).toBeLessThan(4 * outcome.error + 1e-9);
  });

  it('believes of each kind of note what rows of signs say', () => {
    const { kinds, prior } = beliefsOf(valuesOf());
    const places = kinds.map(({ counts }) => counts.join());
    const joint = kinds.map(() => prior.map(() => 0));
    rows(prior, 0.3).forEach((row, index) => {
      let bit = 0;
      const counts = families.map(({ signs }) => Array.from({ length: signs }, () => (index >> bit++) & 1).reduce((x, y) => x + y, 0)); // prettier-ignore
      row.joint.forEach((p, c) => (joint[places.indexOf(counts.join())][c] += p));
    });
    kinds.forEach(({ weight, belief }, k) => {
      const total = joint[k].reduce((x, y) => x + y, 0);
      close(weight, total, 1e-12);
      close(belief[0], joint[k][0] / total, 1e-12);
    });
  });

  it('splits the entropy of sixteen models into disagreement, the information about which model, and the rest', () => {
    const asked = valuesOf({ reader: 'few', notes: 20 });
    const { kinds, prior } = beliefsOf(asked);
    const own = learnedFamilies(prior, { families, echo: asked.echo }, 20, learners, uniforms(asked.seed, 1));
    const minds = own.map((one) => weighEvidence(prior, lawOfNotes({ families: one, echo: 0 })).posterior);
    const even = minds.map(() => 1 / learners);
    for (const k of [0, 7, 33, 63])
      close(kinds[k].disagreement, mutualInformation(jointOfChannel(even, minds.map((mind) => mind[k]!))), 1e-12); // prettier-ignore
    expect(Math.max(...kinds.map(({ disagreement }) => disagreement))).toBeGreaterThan(0.1);
    // Of one model there is none.
    expect(at().disagreement).toBe(0);
  });

  it('is the exact reader where signs do not repeat each other, and where sixteen models have read very much', () => {
    close(at({ reader: 'apart', echo: 0 }).unsure, at({ echo: 0 }).unsure, 1e-12);
    const many = at({ reader: 'few', notes: 5000, echo: 0 });
    expect(Math.abs(many.byCost.cost - many.floor)).toBeLessThan(0.02);
    expect(many.disagreement).toBeLessThan(0.01);
  });

  it('has two patients of one entropy, or none', () => {
    const { twins, kinds, byCost } = at();
    const [a, b] = [kinds[twins!.asked], kinds[twins!.alone]];
    expect(Math.abs(a.entropy - b.entropy)).toBeLessThan(0.05 * Math.LN2);
    expect([byCost.acts[twins!.asked], byCost.acts[twins!.alone]]).toEqual(['ask', 'home']);
    expect(a.belief[0] / b.belief[0]).toBeGreaterThan(10);
    expect(at({ doctor: 'reads' }).twins).toBeNull();
  });

  it('says what a note holds', () => {
    expect(written([0, 0, 0, 0])).toBe('no sign');
    expect(written([2, 0, 1, 1])).toBe('green ×2, yawns to the left, asks for pears');
  });

  it('says that nothing is expected of a doctor who reads the same note', () => {
    const values = valuesOf({ doctor: 'reads' });
    expect(spec.describe(compute(values), values, sayIn('bits'))).toContain('expects nothing from asking');
  });

  it('says how unsure a reader is whose beliefs are not the law’s, and what the queue cost', () => {
    const values = valuesOf({ reader: 'few', error: 0.2 });
    const said = spec.describe(compute(values), values, sayIn('bits'));
    expect(said).toContain('is 0.463 bits on average, 0.076 of it disagreement of the models.');
    expect(said).toContain('between 0.025 and 0.125.');
    expect(said).toContain('In queue 3, of 200, a patient cost');
  });

  it('has said what its challenges and presets say', () => {
    const { entropyCurve, byCost } = at();
    expect(Math.min(...entropyCurve.map(({ cost }) => cost)).toFixed(3)).toBe('0.517');
    expect(byCost.cost.toFixed(3)).toBe('0.452');
    // The other queue, in which the rule of entropy comes out cheaper.
    const other = at({ seed: 8 });
    expect(other.byEntropy.mean).toBeLessThan(other.byCost.mean);
    const disaster = at({ miss: 1000 });
    expect(disaster.byCost.share).toBeGreaterThan(0.9);
    expect(at({ miss: 5 }).byCost.share).toBeLessThan(0.05);
    // Too sure on both sides, in entropy as in chances.
    expect(at({ reader: 'apart', echo: 0.9 }).unsure).toBeLessThan(at({ echo: 0.9 }).unsure / 2);
    const [much, right] = [at({ reader: 'apart', echo: 0.9 }), at({ echo: 0.9 })];
    const { why } = spec.presets.find(({ id }) => id === 'repeats')!;
    expect(why).toContain(`${(much.unsure / Math.LN2).toFixed(3)} bits on average where one who knows the law has ${(right.unsure / Math.LN2).toFixed(3)}`); // prettier-ignore
    expect(why).toContain(`costs ${much.byCost.cost.toFixed(2)} instead of ${right.byCost.cost.toFixed(2)}`);
    const away = at({ reader: 'elsewhere' });
    expect(away.byCost.cost).toBeGreaterThan(away.byEntropy.cost);
  });
});
