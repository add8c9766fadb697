import type { Misled } from './misled.ts';
import type { Asked } from './parameters.ts';

/** A source against the last one, in nats: its log-odds after 0, 1, … tokens, and what was to be expected of them. */
export interface Runner {
  readonly name: string;
  readonly logOdds: readonly number[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

export interface Race {
  readonly names: readonly string[];
  /** One for each source; that of the last one is 0 throughout. */
  readonly runners: readonly Runner[];
  /** Probability of each source after 0, 1, … tokens. */
  readonly posterior: readonly (readonly number[])[];
  /** What the tokens are called, all of them, in the order in which they are read. */
  readonly tokens: readonly string[];
  /** Those read so far. */
  readonly read: number;
  /** How many there can be. */
  readonly most: number;
  /** What draws: the number of the source, −1 for none of them, and nothing for a text of the reader’s. */
  readonly truth?: number;
  readonly truthName: string;
  /** D(truth ‖ source) per token, of each source, in the long run; for a text and letter chains, that of either author against the other. */
  readonly divergences: readonly number[];
  /** Of two sources of tosses: what each token is worth, ln(first/second). */
  readonly worth?: readonly number[];
  readonly tossed: boolean;
  readonly misled?: Misled;
  /** Of a text: which two models its walk is by. */
  readonly by?: Models;
  /** Of a text: the walk of the other two, where they have read it. */
  readonly rival?: readonly number[];
  /** Of a text: the networks are asked for and have not read it yet, or why they cannot. */
  readonly waits?: true;
  readonly notice?: string;
}

export type Models = Asked['models'];

/** The source that comes nearest to the truth: the one with the least divergence. */
export const nearest = ({ divergences }: Race) => divergences.indexOf(Math.min(...divergences));

/** The source whose log-odds the figure speaks of: the first, or of more than two the nearest that is not the last. */
export function watched(race: Race): number {
  if (race.names.length === 2) return 0;
  const others = race.divergences.slice(0, -1);
  return others.indexOf(Math.min(...others));
}
