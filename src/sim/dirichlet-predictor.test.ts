import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { logEvidence } from '#theory/learning/dirichlet.ts';
import { inContextLosses } from '#theory/learning/dirichlet-markov.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mixtureOfChainsFrom } from './bayes-mixture.ts';
import { DirichletPredictor } from './dirichlet-predictor.ts';
import { cumulativeLoss, predictionsAlong, surprisals } from './predictor.ts';

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the statistical induction head', () => {
  interface Row {
    t: number;
    bigram_pred: number[];
    unigram_pred: number[];
    cum_bigram_nats: number;
    cum_unigram_nats: number;
    cum_uniform_nats: number;
  }
  const cases = oracleCases<{ seq: number[]; alphabet: number; alpha: number }, { rows: Row[] }>(
    '14_icl',
    'statistical_induction_head',
  );

  it.each(cases.map(({ name, input, expected }) => [name, input, expected.rows] as const))(
    'has the reference predictions and losses beside its competitors: %s',
    (_name, { seq, alphabet, alpha }, rows) => {
      const learner = (order: number) => new DirichletPredictor(alphabet, order, alpha);
      const [bigram, unigram] = [predictionsAlong(learner(1), seq), predictionsAlong(learner(0), seq)];
      const [bigramLoss, unigramLoss] = [cumulativeLoss(learner(1), seq), cumulativeLoss(learner(0), seq)];
      expect(rows).toHaveLength(seq.length - 1);
      for (const row of rows) {
        closeAll(bigram[row.t], row.bigram_pred);
        closeAll(unigram[row.t], row.unigram_pred);
        close(bigramLoss[row.t], row.cum_bigram_nats);
        close(unigramLoss[row.t], row.cum_unigram_nats);
        close((row.t + 1) * Math.log(alphabet), row.cum_uniform_nats);
      }
    },
  );

  it('learns a sequence that two known chains only know how to lose on, as in the reference', () => {
    const cases = oracleCases<
      { chains: number[][][]; seq: number[] },
      { cum_mixture_of_2: number[]; cum_dirichlet_alpha1: number[] }
    >('14_icl', 'retrieval_vs_learning_OOD');
    for (const { input, expected } of cases) {
      const [first, ...rest] = input.seq;
      const mixture = mixtureOfChainsFrom({ chains: input.chains, weights: [0.5, 0.5] }, first);
      // Both pay ln 2 for the first symbol, which is uniform.
      const known = cumulativeLoss(mixture, rest).map((loss) => loss + Math.LN2);
      closeAll(known, expected.cum_mixture_of_2);
      const learned = cumulativeLoss(new DirichletPredictor(2, 1, 1), input.seq).slice(1);
      closeAll(learned, expected.cum_dirichlet_alpha1);
      expect(learned[learned.length - 1]).toBeLessThan(known[known.length - 1]);
    }
  });

  it('has the expected losses of the closed recursion, over all sequences', () => {
    const expected = inContextLosses(2, 0.7, 6);
    const sums = expected.map(() => ({ bayes: 0, unigram: 0 }));
    for (let code = 0; code < 64; code++) {
      const sequence = [0, 1, 2, 3, 4, 5].map((t) => (code >> t) & 1);
      const [bayes, unigram] = [1, 0].map((order) => surprisals(new DirichletPredictor(2, order, 0.7), sequence));
      const p = Math.exp(-total(bayes));
      sums.forEach((sum, t) => {
        sum.bayes += p * bayes[t];
        sum.unigram += p * unigram[t];
      });
    }
    sums.forEach(({ bayes, unigram }, t) => {
      close(bayes, expected[t].bayes, 1e-11);
      close(unigram, expected[t].unigram, 1e-11);
    });
  });
});

describe('the Dirichlet predictor', () => {
  const sequences = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 });

  it('gives a sequence the evidence of its counts, whatever the order of the model', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.integer({ min: 0, max: 3 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (sequence, order, alpha) => {
          const counts = new Map<string, number[]>();
          sequence.slice(order).forEach((y, t) => {
            const context = sequence.slice(t, t + order).join();
            const row = counts.get(context) ?? [0, 0, 0];
            row[y]++;
            counts.set(context, row);
          });
          const evidence = total([...counts.values()].map((row) => logEvidence(row, [alpha, alpha, alpha])));
          const first = Math.min(order, sequence.length) * Math.log(3);
          close(total(surprisals(new DirichletPredictor(3, order, alpha), sequence)), first - evidence, 1e-11);
        },
      ),
    );
  });

  it('with half a count costs at most ½ ln n + ln 2 nats more than the best coin in hindsight', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 200 }), (tosses) => {
        const n = tosses.length;
        const heads = total(tosses) / n;
        const loss = total(surprisals(new DirichletPredictor(2, 0, 0.5), tosses));
        const best = n * entropy([heads, 1 - heads]);
        expect(loss - best).toBeLessThanOrEqual(0.5 * Math.log(n) + Math.LN2 + 1e-12);
        expect(loss).toBeGreaterThanOrEqual(best);
      }),
    );
    // Krichevsky and Trofimov's p(1^n) = (1/2) (3/4) (5/6) …
    close(total(surprisals(new DirichletPredictor(2, 0, 0.5), [1, 1, 1])), -Math.log((1 / 2) * (3 / 4) * (5 / 6)));
  });

  it('rejects what it cannot count', () => {
    expect(() => new DirichletPredictor(0, 1, 1)).toThrow(
      new RangeError('symbols must be a whole number of at least 1, got 0'),
    );
    expect(() => new DirichletPredictor(2, -1, 1)).toThrow(RangeError);
    expect(() => new DirichletPredictor(2, 1, NaN)).toThrow(
      new RangeError('alpha must be positive and finite, got NaN'),
    );
    expect(() => surprisals(new DirichletPredictor(2, 1, 1), [0, 2])).toThrow(
      new RangeError('sequence[1] must be a whole number from 0 to 1, got 2'),
    );
  });
});
