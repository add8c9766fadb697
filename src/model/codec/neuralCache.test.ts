import { expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { NeuralCache } from './neuralCache.ts';

const [V, d] = [5, 4];
const next = uniforms(11);
const someState = () => Float32Array.from({ length: d }, () => 20 * next() - 5);
const someLaw = () => {
  const law = Float64Array.from({ length: V }, next);
  const total = law.reduce((sum, p) => sum + p, 0);
  return law.map((p) => p / total);
};

it('is its definition: votes of the last 64 places after the same token, and parts that learn', () => {
  const cache = new NeuralCache(V);
  const seen: { token: number; state: Float32Array; came: number }[] = [];
  const parts = Array.from({ length: 6 }, () => 0.05);
  let token = 0;
  const kinds = new Set<number>();
  for (let t = 0; t < 600; t++) {
    const [state, p] = [someState(), someLaw()];
    const before = p.slice();
    cache.correct(token, state, p);
    const votes = seen
      .map((place, s) => ({ ...place, age: t - s }))
      .filter((place) => place.token === token)
      .slice(-64)
      .map(({ came, age, ...place }) => ({
        came,
        weight: Math.exp(0.1 * place.state.reduce((sum, x, k) => sum + x * state[k], 0) - 15) / (100 + age),
      }));
    const total = votes.reduce((sum, { weight }) => sum + weight, 0);
    const kind = Math.min(5, Math.max(0, Math.ceil(-Math.log(total) / Math.log(256))));
    const share = (v: number) => votes.reduce((sum, { came, weight }) => sum + (came === v ? weight : 0), 0) / total;
    if (votes.length > 0) {
      kinds.add(kind);
      for (let v = 0; v < V; v++) expect(p[v]).toBeCloseTo((1 - parts[kind]) * before[v] + parts[kind] * share(v), 11);
    } else expect(p).toEqual(before);
    expect(p.reduce((sum, q) => sum + q, 0)).toBeCloseTo(1, 12);
    const came = Math.floor(V * next() ** 2);
    if (votes.length > 0) parts[kind] += 0.02 * ((parts[kind] * share(came)) / p[came] - parts[kind]);
    cache.learn(came, p[came]);
    seen.push({ token, state, came });
    token = came;
  }
  expect(kinds.size).toBeGreaterThan(2);
});

it('forgets what is 16,384 tokens ago', () => {
  const cache = new NeuralCache(V);
  const state = Float32Array.of(10, 10, 10, 10);
  const law = () => new Float64Array(V).fill(1 / V);
  for (const [gap, remembers] of [
    [16_383, true],
    [16_384, false],
  ] as const) {
    cache.correct(4, state, law());
    cache.learn(1, 1 / V);
    for (let t = 1; t < gap; t++) {
      cache.correct(0, new Float32Array(d), law());
      cache.learn(0, 1 / V);
    }
    const p = law();
    cache.correct(4, state, p);
    expect(p[1] > 1 / V).toBe(remembers);
    cache.learn(2, 1 / V);
    for (let t = 0; t < 16_384; t++) cache.correct(0, new Float32Array(d), law());
  }
});
