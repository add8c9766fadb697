import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartialMatching } from '#sim/partial-matching.ts';
import { uniforms } from '#sim/random.ts';
import { surprisals } from '#sim/predictor.ts';
import { modelWeights } from '../../../fixtures/model.ts';
import { Tokenizer } from '#sim/tokenizer.ts';
import { exponential } from './exponential.ts';
import { PartialMatchingBytes } from './partialMatchingBytes.ts';
import { quantize, RangeDecoder, RangeEncoder } from './rangeCoder.ts';
import { EXPERTS, StepMixture } from './stepMixture.ts';
import { END, TokenSteps } from './tokenSteps.ts';

describe('the range coder', () => {
  const law = fc.array(fc.integer({ min: 0, max: 2 ** 22 }), { minLength: 1, maxLength: 300 });

  it('gives back what went in, whatever the shares, in at most two bytes more than the surprisal', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(law, fc.nat()), { maxLength: 200 }), (steps) => {
        const encoder = new RangeEncoder();
        const coded = steps.map(([shares, at]) => {
          const places = Uint32Array.from(shares, (share) => share + 1);
          const total = places.reduce((sum, n) => sum + n, 0);
          // A sum of at most 2²² and one for each, as the rule makes them.
          const small = total > 2 ** 22 ? places.map((n) => 1 + Math.floor(n / 300)) : places;
          return { places: small, total: small.reduce((sum, n) => sum + n, 0), symbol: at % small.length };
        });
        let bits = 0;
        for (const { places, total, symbol } of coded) {
          encoder.code(places, places.length, total, symbol);
          bits -= Math.log2(places[symbol] / total);
        }
        const bytes = encoder.finish();
        expect(8 * bytes.length).toBeLessThan(bits + 16 + coded.length * 1e-4);
        const decoder = new RangeDecoder(bytes);
        for (const { places, total, symbol } of coded) expect(decoder.code(places, places.length, total)).toBe(symbol);
      }),
    );
  });

  it('carries into bytes that have left already', () => {
    // The last symbol of two very unequal ones, again and again, keeps the interval’s beginning near its end.
    const places = Uint32Array.of(2 ** 22, 1);
    const symbols = Array.from({ length: 4000 }, (_, i) => (i % 7 === 3 || i < 40 ? 1 : 0));
    const encoder = new RangeEncoder();
    for (const symbol of symbols) encoder.code(places, 2, 2 ** 22 + 1, symbol);
    const decoder = new RangeDecoder(encoder.finish());
    expect(symbols.map(() => decoder.code(places, 2, 2 ** 22 + 1))).toEqual(symbols);
  });

  it('makes whole numbers of probabilities by the rule', () => {
    const places = new Uint32Array(3);
    expect(quantize(Float64Array.of(0.5, 0.5 - 1e-9, 0), 3, places)).toBe(2 ** 22 + 2);
    expect([...places]).toEqual([2 ** 21 + 1, 2 ** 21, 1]);
  });
});

it('the exponential is that of Math.exp to two units in the last place', () => {
  for (let x = 0; x > -699; x -= 0.3717) {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(4.5e-16);
  }
  expect(exponential(0)).toBe(1);
  expect(exponential(-1000)).toBe(0);
});

it('partial matching in a tree predicts as the plain one does', () => {
  const bytes = new TextEncoder().encode('abracadabra, said the cat; abracadabra, and the hat was a bat. '.repeat(3));
  for (const order of [0, 1, 3, 5]) {
    const [plain, tree] = [new PartialMatching(256, order), new PartialMatchingBytes(order, bytes.length)];
    const expected = surprisals(plain, [...bytes]);
    bytes.forEach((byte, i) => {
      expect(-Math.log(tree.probability(byte))).toBeCloseTo(expected[i], 10);
      tree.add(byte);
    });
  }
});

describe('tokens as steps', () => {
  const tokenizer = new Tokenizer(modelWeights('reader').merges);
  const steps = new TokenSteps(tokenizer);

  it('leads to every token, each symbol once', () => {
    for (let id = 0; id < tokenizer.vocabulary; id++) {
      let node = 0;
      for (const byte of tokenizer.tokenBytes(id)) node = steps.next[node][steps.symbols[node].indexOf(byte)];
      expect(steps.token[node]).toBe(id);
      expect(steps.symbols[node].at(-1)).toBe(END);
    }
    for (const symbols of steps.symbols) expect(new Set(symbols).size).toBe(symbols.length);
  });

  it('multiplies to the token’s probability, which is marginalized exactly', () => {
    const next = uniforms(7);
    const law = Float64Array.from({ length: tokenizer.vocabulary }, () => next() ** 9);
    const total = law.reduce((sum, p) => sum + p, 0);
    const sums = new Float64Array(steps.nodes);
    steps.sum(law, sums);
    expect(sums[0]).toBeCloseTo(total, 9);
    for (const id of [0, 32, 300, 700, 1023]) {
      let [node, product] = [0, 1];
      for (const byte of tokenizer.tokenBytes(id)) {
        const child = steps.next[node][steps.symbols[node].indexOf(byte)];
        product *= sums[child] / sums[node];
        node = child;
      }
      expect((product * law[id]) / sums[node]).toBeCloseTo(law[id] / total, 12);
    }
  });
});

describe('the mixture', () => {
  it('sums to one at every step, also over a part of the symbols', () => {
    const mixture = new StepMixture(20, 400, true);
    const next = uniforms(3);
    const p = new Float64Array(20);
    for (let t = 0; t < 400; t++) {
      const symbols = Uint16Array.from({ length: 20 }, (_, s) => s).filter(() => next() < 0.7);
      const m = symbols.length;
      if (m === 0) continue;
      const network = Float64Array.from({ length: m }, next);
      const total = network.reduce((sum, q) => sum + q, 0);
      const law = network.map((q) => q / total);
      mixture.predict(symbols, m, law, law.toReversed(), p);
      expect(p.subarray(0, m).reduce((sum, q) => sum + q, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...p.subarray(0, m))).toBeGreaterThan(0);
      mixture.learn(symbols, m, law, Math.floor(m * next() ** 3));
    }
  });

  it('loses against the network no more than its bound, on a source that only the network knows', () => {
    const mixture = new StepMixture(2, 3000, true);
    const next = uniforms(5);
    const symbols = Uint16Array.of(0, 1);
    const p = new Float64Array(2);
    let [lost, bound] = [0, Math.log(EXPERTS)];
    for (let t = 1; t <= 3000; t++) {
      const q = next();
      const network = Float64Array.of(q, 1 - q);
      const came = next() < q ? 0 : 1;
      mixture.predict(symbols, 2, network, network, p);
      lost += Math.log(network[came] / p[came]);
      mixture.learn(symbols, 2, network, came);
      const share = Math.max(0.0005, 1 / (t + 1));
      bound -= Math.log(1 - share + share / EXPERTS);
      expect(lost).toBeLessThan(bound);
    }
    expect(lost).toBeGreaterThan(0);
  });
});
