import { roundNats } from '#contract/reading.ts';
import { firstPage } from '#sim/first-page.ts';
import { PartialMatching } from '#sim/partial-matching.ts';
import { pairChain, signs, signsOf, space } from '#sim/reduced-text.ts';
import { passages, type Passage } from './passages.ts';

/** What a player who has a law makes of one letter: at which guess it is found, from likely to unlikely, and its surprisal in nats. */
export interface Found {
  readonly rank: number;
  readonly nats: number;
}

/** Equally likely signs are guessed in the order of the alphabet. */
export function foundIn(law: readonly number[], sign: number): Found {
  const before = law.filter((p, i) => p > law[sign] || (p === law[sign] && i < sign)).length;
  return { rank: before + 1, nats: roundNats(-Math.log(law[sign])) };
}

/** A pair that never came counts as half of one. */
const pseudoCount = 0.5;

let chain: number[][] | undefined;
/** The law of the next sign after each sign, counted in the first page of the book. */
const pairLaws = (): number[][] => (chain ??= pairChain(signsOf(firstPage), signs.length, pseudoCount));

const byPairs = new Map<Passage, readonly Found[]>();
/** What letter pairs make of a passage. Before its first letter stands a space. */
export function pairsOn(passage: Passage): readonly Found[] {
  const known = byPairs.get(passage);
  if (known) return known;
  const text = signsOf(passages[passage]);
  const found = text.map((sign, i) => foundIn(pairLaws()[text[i - 1] ?? space], sign));
  byPairs.set(passage, found);
  return found;
}

/** How many letters the machine looks back over. */
const machineLooksBack = 3;
/** Signs that it reads between two pauses. */
const slice = 800;

/** What the machine makes of a passage, after it has read the first page of the book; it reads in slices of a few milliseconds. */
export async function machineOn(passage: Passage, pause?: () => Promise<void>): Promise<readonly Found[]> {
  const machine = new PartialMatching(signs.length, machineLooksBack);
  for (const [i, sign] of signsOf(`${firstPage} `).entries()) {
    if (i % slice === 0) await pause?.();
    machine.add(sign);
  }
  return signsOf(passages[passage]).map((sign) => {
    const found = foundIn(machine.predict(), sign);
    machine.add(sign);
    return found;
  });
}
