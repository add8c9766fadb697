import type { Engine, Signal } from '#contract/engine.ts';
import { readOn } from '#contract/readOn.ts';
import { isComplete, roundNats, type Reading } from '#contract/reading.ts';
import { cacheSurprisals } from '#theory/language-models/cache-predictor.ts';
import { sum } from '#theory/measures/distribution.ts';
import { mentions, othersThan, parts, passageUpTo, passageWith, unitsOf } from './passage.ts';

/** How often who looks back expects a word that was there before. */
export const share = 0.1;

/** What a name costs, in nats, by its mentions. Plain data that survives JSON. */
export interface NameReading {
  readonly name: string;
  /** After its own earlier mentions; empty while the name is not read. */
  readonly own: readonly number[];
  /** After other names in their place; at the first mention there are none, and it is the same. */
  readonly others: readonly number[];
  /** After its own, to one who looks back and otherwise goes by the network. */
  readonly lookingBack: readonly number[];
  /** The whole passage, to the network and to one who looks back. */
  readonly passage: number;
  readonly passageLookingBack: number;
}

export const unreadName = (name: string): NameReading => ({
  ...{ name, own: [], others: [], lookingBack: [] },
  ...{ passage: 0, passageLookingBack: 0 },
});

export const isRead = ({ own }: NameReading) => own.length === mentions;

/**
 * What each word and mark of a text costs, with the space before it: the sum over its tokens. A token belongs to the first word
 * or mark that ends after its beginning, so that one which covers the end of a name and the comma after it, as may happen where
 * letters are not English, is the name's. The sum over all is that over all tokens, if the text does not end in white space.
 */
export function costsOf({ text, starts, surprisal }: Pick<Reading, 'text' | 'starts' | 'surprisal'>): number[] {
  let token = 0;
  return unitsOf(text).map(({ end }) => {
    let nats = 0;
    while (token < starts.length && starts[token] < end) nats += surprisal[token++];
    return nats;
  });
}

/** A whole reading, undefined if it was stopped. */
async function readWhole(engine: Engine, text: string, signal: Signal): Promise<Reading | undefined> {
  let last: Reading | undefined;
  for await (const reading of readOn(text, { engine, signal })) last = reading;
  return last && isComplete(last) ? last : undefined;
}

interface Reader {
  readonly engine: Engine;
  readonly signal: Signal;
}

/** What each mention but the first costs if the ones before it are of these names; undefined if it was stopped. */
export async function readAfter(
  others: readonly string[],
  name: string,
  { engine, signal }: Reader,
): Promise<number[] | undefined> {
  const costs: number[] = [];
  for (let before = 1; before < mentions; before++) {
    const reading = await readWhole(engine, passageUpTo([...others.slice(0, before), name]), signal);
    if (!reading) return undefined;
    costs.push(roundNats(costsOf(reading).at(-1)!));
  }
  return costs;
}

/** Reads the passage with a name, and each mention after other names; undefined if it was stopped. */
export async function readName(name: string, reader: Reader): Promise<NameReading | undefined> {
  const whole = await readWhole(reader.engine, passageWith(name), reader.signal);
  const afterOthers = whole && (await readAfter(othersThan(name), name, reader));
  if (!afterOthers) return undefined;
  const units = unitsOf(whole.text);
  const costs = costsOf(whole);
  const lookingBack = cacheSurprisals(
    units.map(({ word }) => word),
    costs,
    share,
  );
  const starts = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join(name).length);
  const atMentions = (of: readonly number[]) =>
    starts.map((start) => roundNats(of[units.findIndex((unit) => unit.start === start)]));
  const own = atMentions(costs);
  return {
    name,
    own,
    others: [own[0], ...afterOthers],
    lookingBack: atMentions(lookingBack),
    passage: roundNats(sum(costs)),
    passageLookingBack: roundNats(sum(lookingBack)),
  };
}
