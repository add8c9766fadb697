import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { adaptiveSurprisals } from './adaptive-bytes.ts';
import { BayesMixture } from './bayes-mixture.ts';
import { DirichletPredictor } from './dirichlet-predictor.ts';
import { PartialMatching } from './partial-matching.ts';
import { surprisals } from './predictor.ts';

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const sequences = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 });

/** The definition once more, as a recursion on the length of the context that counts in the text itself. */
function byDefinition(text: readonly number[], order: number, symbol: number, without: readonly number[] = []): number {
  const open = [0, 1, 2, 3].filter((x) => !without.includes(x));
  if (order < 0) return 1 / open.length;
  if (order > text.length) return byDefinition(text, order - 1, symbol, without);
  const context = text.slice(text.length - order).join();
  const after = text
    .map((x, t) => ({ x, before: t >= order ? text.slice(t - order, t).join() : null }))
    .filter(({ x, before }) => before === context && open.includes(x))
    .map(({ x }) => x);
  const seen = [...new Set(after)];
  if (seen.length === 0) return byDefinition(text, order - 1, symbol, without);
  const weight = seen.length === open.length ? 0 : seen.length;
  if (seen.includes(symbol)) return after.filter((x) => x === symbol).length / (after.length + weight);
  return (weight / (after.length + weight)) * byDefinition(text, order - 1, symbol, [...without, ...seen]);
}

describe('prediction by partial matching', () => {
  it('is its definition', () => {
    fc.assert(
      fc.property(sequences, fc.integer({ min: 0, max: 3 }), (text, order) => {
        const model = new PartialMatching(4, order);
        for (const x of text) model.add(x);
        const law = model.predict();
        close(total(law), 1, 1e-13);
        closeAll(
          law,
          [0, 1, 2, 3].map((x) => byDefinition(text, order, x)),
          1e-12,
        );
      }),
    );
  });

  it('works an example by hand: after abracad, order 2', () => {
    const [a, b, c, d, r] = [0, 1, 2, 3, 4];
    const model = new PartialMatching(6, 2);
    for (const x of [a, b, r, a, c, a, d, a, b, r, a]) model.add(x);
    // Context ra: c once, escape ½. Context a: b twice, d once, without c; two kinds, so escape 2/5. Then of order 0 only r is
    // new: it came twice, escape 1/3. The sixth symbol is all that is left.
    closeAll(model.predict(), [
      (1 / 2) * (2 / 5) * (5 / 9),
      (1 / 2) * (2 / 5),
      1 / 2,
      (1 / 2) * (1 / 5),
      (1 / 2) * (2 / 5) * (2 / 9),
      (1 / 2) * (2 / 5) * (2 / 9),
    ]);
  });

  it('takes a bigger escape for more trust in shorter contexts, and never escapes where all have been seen', () => {
    const [eager, wary] = [1, 10].map((w) => new PartialMatching(2, 1, () => w));
    for (const model of [eager, wary]) for (const x of [0, 0, 0]) model.add(x);
    closeAll(eager.predict(), [2 / 3, 1 / 3]);
    // Two followers against a weight of ten; what is left all goes to the symbol that never came.
    closeAll(wary.predict(), [2 / 12, 10 / 12]);
    for (const x of [1, 0]) wary.add(x);
    closeAll(wary.predict(), [2 / 3, 1 / 3]);
  });

  it('rejects what is no symbol', () => {
    expect(() => new PartialMatching(2, 1).add(-1)).toThrow(
      new RangeError('symbol must be a whole number from 0 to 1, got -1'),
    );
    expect(() => new PartialMatching(0, 1)).toThrow(RangeError);
    expect(() => new PartialMatching(2, 0.5)).toThrow(RangeError);
  });
});

describe('a Bayes mixture of learners', () => {
  const learners = () => [
    new DirichletPredictor(4, 0, 0.5),
    new DirichletPredictor(4, 1, 0.5),
    new PartialMatching(4, 2),
  ];

  it('loses what the mean probability of the sequence says, and at most ln 3 more than the best of them', () => {
    fc.assert(
      fc.property(sequences, (text) => {
        const alone = learners().map((learner) => total(surprisals(learner, text)));
        const weights = [1 / 3, 1 / 3, 1 / 3];
        const mixed = total(surprisals(new BayesMixture(learners(), weights), text));
        close(mixed, -Math.log(total(alone.map((loss) => Math.exp(-loss) / 3))), 1e-10);
        expect(mixed).toBeLessThanOrEqual(Math.min(...alone) + Math.log(3) + 1e-10);
      }),
    );
  });

  it('agrees with the blending model of bytes where there is no escape to blend: order 0, half a count', () => {
    const text = [...'the quick brown fox'].map((letter) => letter.charCodeAt(0));
    const half = adaptiveSurprisals(text, 0, () => 128);
    closeAll(surprisals(new DirichletPredictor(256, 0, 0.5), text), half);
  });
});
