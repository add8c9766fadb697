import { ridgeWeights, tokenGains } from '#theory/geometry/token-gain.ts';
import { uniforms } from '#sim/random.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';

/** The gains of all tokens in one order, in nats, and one token closely. */
export interface Account {
  readonly order: readonly number[];
  /** By token. */
  readonly gains: readonly number[];
  /** The same, counted as written. */
  readonly written: readonly number[];
  readonly sum: number;
  /** ln det(I + ZᵀZ/λ), from the order as written. */
  readonly total: number;
  /** What a vector adds that has nothing in common with those before it. */
  readonly most: number;
  /** From 0. */
  readonly token: number;
  /** Those that are counted before it, and the weights of the ridge regression on them. */
  readonly past: readonly number[];
  readonly weights: readonly number[];
  /** ln det with the token less ln det without, of those up to it. */
  readonly added: number;
  /** Its squared length, 1, is zᵀẑ + ‖z − ẑ‖² + λ‖b‖²: rebuilt, the rest, the price of the weights. */
  readonly rebuilt: number;
  readonly rest: number;
  readonly price: number;
}

type Vectors = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export const arrow = (degrees: number): readonly [x: number, y: number] => {
  const at = (degrees * Math.PI) / 180;
  return [Math.cos(at), Math.sin(at)];
};

/** All of one length. */
function vectorsOf({ vectors }: TokenGain, { what, a, b, c }: Asked): Vectors {
  if (what === 'plane') return [a, b, c].map(arrow);
  return vectors.map((row) => [...row, ...Array<number>(vectors.length - row.length).fill(0)]);
}

/** The order in which they are counted. */
export function orderOf(count: number, { order, seed }: Asked, token: number): number[] {
  const all = Array.from({ length: count }, (_, t) => t);
  if (order === 'backwards') return all.reverse();
  if (order === 'first') return [token, ...all.filter((t) => t !== token)];
  if (order === 'last') return [...all.filter((t) => t !== token), token];
  if (order === 'shuffled') {
    const next = uniforms(seed);
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [all[i], all[j]] = [all[j], all[i]];
    }
  }
  return all;
}

function count(vectors: Vectors, asked: Asked): Account {
  const { penalty } = asked;
  const token = Math.min(asked.token, vectors.length) - 1;
  const order = orderOf(vectors.length, asked, token);
  const written = tokenGains(vectors, 1 / penalty);
  const inOrder = order.map((t) => vectors[t]);
  const gains = written.map(() => 0);
  const counted = tokenGains(inOrder, 1 / penalty);
  order.forEach((t, i) => (gains[t] = counted[i]));
  const past = order.slice(0, order.indexOf(token));
  const before = past.map((t) => vectors[t]);
  const z = vectors[token];
  const weights = ridgeWeights(z, before, penalty);
  const fitted = z.map((_, k) => total(before.map((row, i) => weights[i] * row[k])));
  const difference = z.map((value, k) => value - fitted[k]);
  return {
    ...{ order, gains, written, token, past, weights },
    sum: total(gains),
    total: total(written),
    most: Math.log1p(1 / penalty),
    added: total(tokenGains([z, ...before], 1 / penalty)) - (before.length > 0 ? total(tokenGains(before, 1 / penalty)) : 0), // prettier-ignore
    rebuilt: dot(z, fitted),
    rest: dot(difference, difference),
    price: penalty * dot(weights, weights),
  };
}

const last = new WeakMap<TokenGain, { key: string; account: Account | undefined }>();

/** Undefined while there are no vectors. Views, readouts and laws ask for the same one: it is counted once. */
export function accountOf(model: TokenGain, asked: Asked): Account | undefined {
  const { what, penalty, order, seed, token, a, b, c } = asked;
  const key = [what, penalty, order, seed, token, a, b, c].join();
  const found = last.get(model);
  if (found?.key === key) return found.account;
  const vectors = vectorsOf(model, asked);
  const account = vectors.length > 0 ? count(vectors, asked) : undefined;
  last.set(model, { key, account });
  return account;
}
