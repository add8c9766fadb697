import { drawDocuments } from '#sim/document-sampler.ts';
import { uniforms } from '#sim/random.ts';
import { finiteWorlds } from '#theory/learning/document-hierarchy.ts';
import { splitMetaAndIntra, type MetaSplit } from '#theory/learning/meta-split.ts';
import { most, type Asked } from './parameters.ts';

/** A collection of M documents of T tosses: what is lost in it, in nats, all tosses together. */
export interface Collection {
  readonly documents: number;
  readonly tosses: number;
  readonly split: MetaSplit;
  /** Of the simulated collections: what the best predictor paid beyond one who knows all coins, per toss. */
  readonly mean: number;
  readonly error: number;
}

export interface Worlds {
  /** For the reader's T every number of documents, and for the reader's M every number of tosses. */
  readonly byDocuments: readonly Collection[];
  readonly byTosses: readonly Collection[];
  readonly here: Collection;
}

const prior = [0.5, 0.5];
const worldsOf = ({ share }: Asked) => [
  [share, 1 - share],
  [1 - share, share],
];

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** Of a collection drawn: ln P(tosses | coins) − ln P(tosses) for its first T tosses of its first M documents, at [T − 1][M − 1]. */
function regrets(asked: Asked, index: number): number[][] {
  const [worlds, coins] = [worldsOf(asked), [asked.first, asked.second]];
  const drawn = drawDocuments(prior, worlds, coins, most, uniforms(asked.seed, index));
  return range(most.tosses).map((T) => {
    let known = 0;
    const evidence = [...prior];
    return drawn.tosses.map((document, m) => {
      const heads = document.slice(0, T).reduce((a, b) => a + b, 0);
      const given = coins.map((bias) => bias ** heads * (1 - bias) ** (T - heads));
      known += Math.log(given[drawn.coins[m]]);
      evidence.forEach((p, i) => (evidence[i] = p * (worlds[i][0] * given[0] + worlds[i][1] * given[1])));
      return known - Math.log(evidence[0] + evidence[1]);
    });
  });
}

function meanAndError(values: readonly number[]) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Two worlds with their coins: what the theorem says of each collection of them, and what simulated ones paid. */
function sourceOf(asked: Asked) {
  const hierarchy = finiteWorlds(prior, worldsOf(asked), [asked.first, asked.second]);
  const drawn = Array.from({ length: asked.runs }, (_, i) => regrets(asked, i));
  const made = new Map<string, Collection>();
  return (documents: number, tosses: number): Collection => {
    const key = `${documents},${tosses}`;
    const collection = made.get(key) ?? {
      ...{ documents, tosses },
      split: splitMetaAndIntra(hierarchy, documents, tosses, 0),
      ...meanAndError(drawn.map((one) => one[tosses - 1][documents - 1] / (documents * tosses))),
    };
    made.set(key, collection);
    return collection;
  };
}

/** The last source is kept: going along M and T leaves it as it is. */
let kept: { readonly key: string; readonly collection: ReturnType<typeof sourceOf> } | undefined;

export function compute(asked: Asked): Worlds {
  const { share, first, second, runs, seed, documents, tosses } = asked;
  const key = [share, first, second, runs, seed].join();
  if (kept?.key !== key) kept = { key, collection: sourceOf(asked) };
  const { collection } = kept;
  return {
    byDocuments: range(most.documents).map((M) => collection(M, tosses)),
    byTosses: range(most.tosses).map((T) => collection(documents, T)),
    here: collection(documents, tosses),
  };
}

/** The three parts of the loss of a toss, and what the second becomes if it is divided by the number of documents. */
export function perToss({ documents, tosses, split }: Collection) {
  const [meta, intra] = [split.meta / (documents * tosses), split.intra / tosses];
  return {
    ...{ meta, intra },
    irreducible: split.irreducible / (documents * tosses),
    excess: split.estimation / (documents * tosses),
    printed: meta + split.intra / documents,
  };
}
