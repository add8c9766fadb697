import { toldNetworks, type ToldNetwork } from '#sim/told-places.ts';
import { pairsIn, windowOf } from './letters.ts';
import { measured } from './measured.ts';
import { prepared, type Asked } from './parameters.ts';

/** The likeliest next letter, and its probability. */
export interface Guess {
  readonly letter: string;
  readonly chance: number;
}

/** What an exchange does: D(before ‖ after) of the last prediction, in nats, and what is expected then. */
export interface Change extends Partial<Guess> {
  readonly nats: number;
}

export interface Read extends Guess {
  readonly name: ToldNetwork;
  /** What a letter of the text costs it, in nats. */
  readonly cost?: number;
  /** Entry i is for the pair that ends i + 1 places before the last letter; null while it is not known. */
  readonly changes: readonly (Change | null)[];
}

/** Plain data that survives JSON. */
export interface Exchanges {
  /** What the networks read, a line break first. */
  readonly window: string;
  /** All five, once they have read it. */
  readonly networks: readonly Read[];
  readonly problem?: string;
}

/** Below this a change is rounding, of float32. In nats. */
const rounding = 1e-11;
export const settled = (nats: number) => (nats < rounding ? 0 : nats);

/** The text that the book came with, as PyTorch read it. Of any other nothing is known before the networks have read it. */
export function compute({ text }: Pick<Asked, 'text'>): Exchanges {
  const window = windowOf(text);
  if (window !== measured.example.text) return { window, networks: [] };
  return {
    window,
    networks: toldNetworks.map((name) => {
      const { guess, probability, divergence } = measured.example.networks.find((row) => row.name === name)!;
      const changes = divergence.map((bits) => ({ nats: settled(bits * Math.LN2) }));
      return { name, letter: guess, chance: probability, changes };
    }),
  };
}

export const beforeAnythingIsRead = () => compute({ text: prepared });

export const backIn = ({ window }: Exchanges, { back }: Pick<Asked, 'back'>) =>
  Math.max(1, Math.min(back, pairsIn(window)));

export const readOf = ({ networks }: Exchanges, name: ToldNetwork) => networks.find((one) => one.name === name);

/** What the exchange does to a network; undefined while it is not known. */
export const changeOf = (model: Exchanges, name: ToldNetwork, asked: Pick<Asked, 'back'>) =>
  readOf(model, name)?.changes[backIn(model, asked) - 1] ?? undefined;

/** In nats: what was measured over windows, for one network, by distance. */
export function measuredOf(name: ToldNetwork) {
  const row = measured.networks.find((one) => one.name === name)!;
  // Of float64: below this it is rounding.
  const nats = (bits: number) => (Math.abs(bits) < 1e-12 ? 0 : bits * Math.LN2);
  return {
    name,
    swap: row.swap.map(({ distance, mean, error }) => ({ distance, mean: nats(mean), error: nats(error) })),
    shuffled: row.shuffled.mean * Math.LN2,
  };
}

/** What was measured of a network nearest to a distance, by their ratio. */
export const measuredNear = (name: ToldNetwork, back: number) =>
  measuredOf(name).swap.reduce((a, b) => (Math.abs(Math.log(b.distance / back)) < Math.abs(Math.log(a.distance / back)) ? b : a)); // prettier-ignore
