import { uniforms } from '#sim/random.ts';
import { stoppingLaw } from '#theory/belief/sequential-test.ts';
import { mostDrawn, type Asked } from './parameters.ts';

/** How often the evidence of tosses has at some time been k to 1, or more, for the coin that is not tossed. */
export interface Misled {
  /** Exactly: probability of it within 0, 1, … tosses. */
  readonly within: readonly number[];
  /** Of drawn walks: their share, with its standard error, within some numbers of tosses. */
  readonly drawn: readonly { readonly tosses: number; readonly share: number; readonly error: number }[];
}

export const walks = 400;
const looks = [5, 10, 20, 40, 60, 80, 100];

/** When a drawn walk first reaches so much evidence for the other coin; Infinity if it does not. */
function firstMisled([truth, other]: readonly number[], level: number, seed: number, walk: number): number {
  const next = uniforms(seed, walk);
  const [head, tail] = [Math.log(other / truth), Math.log((1 - other) / (1 - truth))];
  let evidence = 0;
  for (let toss = 1; toss <= mostDrawn; toss++) {
    evidence += next() < truth ? head : tail;
    if (evidence >= level - 1e-12) return toss;
  }
  return Infinity;
}

let kept: { readonly key: string; readonly misled: Misled } | undefined;

export function mislead({ odds, seed }: Asked, coins: readonly [truth: number, other: number]): Misled {
  const key = [odds, seed, ...coins].join();
  if (kept?.key === key) return kept.misled;
  const level = Math.log(odds);
  const { below } = stoppingLaw(coins[0], ...coins, -level, Infinity, mostDrawn);
  let sum = 0;
  const within = below.map((p) => (sum += p));
  const times = Array.from({ length: walks }, (_, walk) => firstMisled(coins, level, seed, walk));
  const drawn = looks.map((tosses) => {
    const share = times.filter((time) => time <= tosses).length / walks;
    // By the exact chance, so that a share of 0 has an error too.
    const p = within[tosses];
    return { tosses, share, error: Math.sqrt((p * (1 - p)) / walks) };
  });
  kept = { key, misled: { within, drawn } };
  return kept.misled;
}
