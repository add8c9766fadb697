import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { ContextCounts } from './contextCounts.ts';
import { CorrectedNetwork } from './correctedNetwork.ts';
import { logarithm } from './logarithm.ts';

it('the logarithm is that of Math.log to a few units in the last place', () => {
  for (let x = 1; x < 1e19; x *= 1.0173)
    expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThan(2e-15 * Math.max(1, Math.log(x)));
  expect(logarithm(1)).toBe(0);
});

/** What has followed each context, by its name: the definition. */
class Followers {
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly seen: number[] = [];

  contexts(): string[] {
    const { seen } = this;
    const last = (k: number) => (seen.length < k ? '' : `${k}:${seen.slice(-k).join()}`);
    return [2, 4, 5, 6, 8].map(last);
  }

  followers = (context: string) => (context === '' ? undefined : this.counts.get(context));

  add(symbol: number): void {
    for (const context of this.contexts()) {
      const own = this.counts.get(context) ?? new Map<number, number>();
      this.counts.set(context, own.set(symbol, (own.get(symbol) ?? 0) + 1));
    }
    this.seen.push(symbol);
  }
}

describe('the corrected network', () => {
  const text = 'The cat sat on the mat; the Cat sat on the hat. The cat sat on THE mat, the cat sat.'.repeat(3);
  const end = 256;
  // Ends of tokens here and there.
  const symbols = [...text].flatMap((letter, i) =>
    i % 3 === 2 ? [letter.charCodeAt(0), end] : [letter.charCodeAt(0)],
  );
  const all = [...new Set(symbols)];
  const next = uniforms(4);

  it('is the network times the factors of its definition, with exponents that climb', () => {
    const counts = new ContextCounts(10, 1 << 14);
    const corrected = new CorrectedNetwork(counts, 257);
    const followers = new Followers();
    const exponents = Array.from({ length: 5 }, () => 0.15);
    let [lost, won, worst] = [0, 0, 0];
    for (const symbol of symbols) {
      // What is possible: the symbol, and others at random.
      const possible = all.filter((each) => each === symbol || next() < 0.8);
      const m = possible.length;
      const raw = possible.map(() => next() ** 3);
      const network = Float64Array.from(raw, (r) => r / raw.reduce((sum, each) => sum + each, 0));
      const placeOf = new Int16Array(257).fill(-1);
      possible.forEach((each, j) => (placeOf[each] = j));
      const p = new Float64Array(257);
      corrected.predict(placeOf, m, network, p);
      const factors = followers.contexts().map((context) => {
        const own = followers.followers(context);
        return possible.map((each, j) =>
          own?.has(each) ? Math.log(1 + own.get(each)! / (2 * own.size ** 2 * network[j])) : 0,
        );
      });
      const powers = possible.map((_, j) => network[j] * Math.exp(factors.reduce((sum, own, k) => sum + exponents[k] * own[j], 0))); // prettier-ignore
      const total = powers.reduce((sum, each) => sum + each, 0);
      worst = Math.max(worst, ...possible.map((_, j) => Math.abs(p[j] - powers[j] / total)));
      const came = possible.indexOf(symbol);
      factors.forEach((own, k) => {
        const mean = own.reduce((sum, factor, j) => sum + (powers[j] / total) * factor, 0);
        exponents[k] = Math.min(1, Math.max(0, exponents[k] + 0.002 * (own[came] - mean)));
      });
      lost -= Math.log2(network[came]);
      won -= Math.log2(p[came]);
      corrected.learn(came, p);
      counts.add(symbol);
      followers.add(symbol);
    }
    expect(worst).toBeLessThan(1e-9);
    expect(won).toBeLessThan(0.7 * lost);
  });
});
