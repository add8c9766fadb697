import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, irreducibleChainOf } from '../../fixtures/arbitrary.ts';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { HiddenMarkovPredictor, smoothedStates, type HiddenMarkov } from './hidden-markov.ts';
import { MarkovPredictor } from './markov-predictor.ts';
import { surprisals } from './predictor.ts';

const models = fc
  .tuple(distributionOf(3), irreducibleChainOf(3), channelOf(3, 2))
  .map(([start, transitions, emissions]): HiddenMarkov => ({ start, transitions, emissions }));
const sequences = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 5 });

/** p(states, symbols) of every path of states. */
function paths({ start, transitions, emissions }: HiddenMarkov, sequence: readonly number[]) {
  return Array.from({ length: 3 ** sequence.length }, (_, code) => {
    const states = sequence.map((_symbol, t) => Math.floor(code / 3 ** t) % 3);
    const p = states.reduce(
      (q, s, t) => q * (t === 0 ? start[s] : transitions[states[t - 1]][s]) * emissions[s][sequence[t]],
      1,
    );
    return { states, p };
  });
}
const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('a hidden Markov model', () => {
  it('is filtered and smoothed as the sum over all paths says', () => {
    let possible = 0;
    fc.assert(
      fc.property(models, sequences, (model, sequence) => {
        const all = paths(model, sequence);
        const evidence = total(all.map(({ p }) => p));
        if (evidence === 0) {
          expect(() => surprisals(new HiddenMarkovPredictor(model), sequence)).toThrow(RangeError);
          return;
        }
        possible++;
        const filter = new HiddenMarkovPredictor(model);
        close(total(surprisals(filter, sequence)), -Math.log(evidence), 1e-9);
        const belief = [0, 1, 2].map((s) =>
          total(all.map(({ states, p }) => (p * model.transitions[states[states.length - 1]][s]) / evidence)),
        );
        closeAll(filter.stateBelief(), belief, 1e-9);
        close(total(filter.predict()), 1, 1e-12);
        smoothedStates(model, sequence).forEach((law, t) => {
          const marginal = [0, 1, 2].map((s) =>
            total(all.map(({ states, p }) => (states[t] === s ? p / evidence : 0))),
          );
          law.forEach((p, s) => expect(Math.abs(p - marginal[s])).toBeLessThan(1e-9));
        });
      }),
    );
    expect(possible).toBeGreaterThan(50);
  });

  it('that shows its states is a Markov chain', () => {
    const chain = [
      [0.9, 0.1],
      [0.2, 0.8],
    ];
    const open = {
      start: [0.5, 0.5],
      transitions: chain,
      emissions: [
        [1, 0],
        [0, 1],
      ],
    };
    const text = [0, 0, 1, 1, 1, 0];
    closeAll(
      surprisals(new HiddenMarkovPredictor(open), text),
      surprisals(new MarkovPredictor(chain, [0.5, 0.5]), text),
    );
    expect(smoothedStates(open, text).map((law) => law[1])).toEqual(text);
  });

  it('stays in range for ever', () => {
    const model = {
      start: [1, 0],
      transitions: [
        [0.99, 0.01],
        [0.01, 0.99],
      ],
      emissions: [
        [0.6, 0.4],
        [0.4, 0.6],
      ],
    };
    const text = Array.from({ length: 5000 }, (_, t) => (t >> 3) & 1);
    const loss = total(surprisals(new HiddenMarkovPredictor(model), text)) / 5000;
    expect(loss).toBeGreaterThan(0.6);
    expect(loss).toBeLessThan(0.8);
    for (const law of smoothedStates(model, text)) close(total(law), 1, 1e-12);
  });

  it('must have laws that fit', () => {
    const model = { start: [1], transitions: [[1]], emissions: [[1], [1]] };
    expect(() => new HiddenMarkovPredictor(model)).toThrow(
      new RangeError('emissions must have 1 rows like start has entries, got 2'),
    );
    const sure = { start: [1], transitions: [[1]], emissions: [[1, 0]] };
    expect(() => smoothedStates(sure, [1])).toThrow(new RangeError('symbol 1 is impossible here'));
    expect(() => smoothedStates(sure, [2])).toThrow(RangeError);
    expect(() => new HiddenMarkovPredictor({ ...sure, start: [0.5] })).toThrow(
      new RangeError('start must sum to 1, got 0.5'),
    );
  });
});
