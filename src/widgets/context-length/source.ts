import { predictHeads, twoCoins } from '#sim/coin-mixture.ts';
import { coinsSource, markovSource, spellsSource, type KnownSource } from '#sim/known-sources.ts';
import { countLaws, crossEntropyOfCounter, type CountLaw } from '#sim/labeled-chain.ts';

/** Symbols of context that are drawn: none, then every power of two up to the model's 256. */
export const contexts: readonly number[] = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256];
const longest = 256;

export type SourceName = 'coins' | 'chain' | 'spells';

const known: Record<SourceName, () => KnownSource> = {
  coins: () => coinsSource(twoCoins),
  chain: () => markovSource(0.1, 0.1),
  spells: () => spellsSource([0, 0, 0, 0, 0, 0.2, 0.2, 0.2, 0.2, 0.2]),
};

interface Facts {
  readonly exact: readonly number[];
  readonly rate: number;
  readonly laws: readonly CountLaw[];
}

const facts = new Map<SourceName, Facts>();

function factsOf(name: SourceName): Facts {
  let found = facts.get(name);
  if (!found) {
    const source = known[name]();
    const entropies = source.entropies(longest);
    found = { exact: contexts.map((k) => entropies[k]), rate: source.rate, laws: countLaws(source.chain, contexts) };
    facts.set(name, found);
  }
  return found;
}

/** What the next symbol costs, in nats, by the symbols of context: `contexts`. */
export interface SourceCurves {
  readonly name: SourceName;
  /** H(X_{k+1} | X₁ … X_k): what it costs whoever knows the source. */
  readonly exact: readonly number[];
  /** The entropy rate: where that ends. */
  readonly rate: number;
  /** What it costs somebody who believes that one of two coins is tossed, and goes by Bayes' rule. */
  readonly believer: readonly number[];
}

export function sourceCurves(name: SourceName, first: number, second: number): SourceCurves {
  const { exact, rate, laws } = factsOf(name);
  const believed = { heads: [first, second], weights: [0.5, 0.5] };
  const believer = laws.map((law, i) =>
    crossEntropyOfCounter(law, (heads) => predictHeads(believed, heads, contexts[i] - heads)),
  );
  return { name, exact, rate, believer };
}

/** The greatest rise from one context to the next longer one; not positive if the curve never rises. */
export const greatestRise = (curve: readonly number[]) =>
  curve.length < 2 ? 0 : Math.max(...curve.slice(1).map((nats, i) => nats - curve[i]));
