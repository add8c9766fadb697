import type { RunContext } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { sum } from '#theory/measures/distribution.ts';
import { pairedDifference, type PairedDifference } from '#theory/estimation/paired-difference.ts';
import { roundNats } from '#contract/reading.ts';
import type { params } from './parameters.ts';
import { companionOf, legalName, madeUp, mentions, ofItsNovels, pairOf, strangerOf } from './passage.ts';
import { isRead, readAfter, readName, unreadName, type NameReading } from './reading.ts';

/** A name of a list: nats at its first mention, and on average at the later ones. */
export interface Listed {
  readonly name: string;
  readonly first: number;
  readonly own: number;
  readonly others: number;
  readonly lookingBack: number;
  /** For a name of a novel: the later mentions if the ones before them are of another character of the same novel. */
  readonly companion?: number;
  /** The same if they are of a character of another novel. */
  readonly stranger?: number;
}

export interface NewName {
  readonly reading: NameReading;
  readonly madeUp: readonly Listed[];
  readonly ofItsNovels: readonly Listed[];
}

type V = Values<typeof params>;

export const mean = (numbers: readonly number[]) => (numbers.length > 0 ? sum(numbers) / numbers.length : 0);

/** The mean over all mentions but the first; 0 for a name that is not read. */
export const later = (nats: readonly number[]) => mean(nats.slice(1));

/** A name for a list; undefined if it was stopped. */
async function readListed(name: string, reader: RunContext<NewName>): Promise<Listed | undefined> {
  const reading = await readName(name, reader);
  if (!reading) return undefined;
  const { own, others, lookingBack } = reading;
  const amounts = { first: own[0], own: roundNats(later(own)), others: roundNats(later(others)) };
  const found = { name, ...amounts, lookingBack: roundNats(later(lookingBack)) };
  const companion = companionOf(name);
  const stranger = strangerOf(name);
  if (companion === undefined || stranger === undefined) return found;
  const after = (other: string) => readAfter(new Array<string>(mentions - 1).fill(other), name, reader);
  const afterCompanion = await after(companion);
  const afterStranger = afterCompanion && (await after(stranger));
  return (
    afterStranger && { ...found, companion: roundNats(mean(afterCompanion)), stranger: roundNats(mean(afterStranger)) }
  );
}

/** What is saved at a later mention if the earlier ones are its own, or looked back to, or of the companion, or of the stranger. */
export type By = 'own' | 'lookingBack' | 'companion' | 'stranger';

/** It for each name of a list of which it is known: the cost after other names less the cost after these. */
export const savings = (list: readonly Listed[], by: By = 'own'): number[] =>
  list.flatMap((name) => (name[by] === undefined ? [] : [name.others - name[by]]));

/**
 * Its mean over a list, with its standard error; undefined before two are known. Two names of one novel, each of which is the
 * companion of the other, are not independent: their mean is taken first, and counts once.
 */
export function savedOf(list: readonly Listed[], by: By = 'own'): PairedDifference | undefined {
  const known = list.filter((name) => name[by] !== undefined);
  const pairs = [...new Set(known.map(({ name }) => pairOf(name)))].map((pair) =>
    known.filter(({ name }) => pair.includes(name)),
  );
  if (pairs.length < 2) return undefined;
  return pairedDifference(
    pairs.map((pair) => mean(pair.map((name) => name[by]!))),
    pairs.map((pair) => mean(pair.map(({ others }) => others))),
  );
}

/**
 * What the companion saves against the stranger. It is the fair measure of what the book tells: a name of a novel stands before the
 * mention in both, and with a stranger's a name may become dearer than after made-up ones.
 */
export const overStranger = (list: readonly Listed[]): PairedDifference | undefined =>
  savedOf(
    list.flatMap((name) => (name.stranger === undefined ? [] : [{ ...name, others: name.stranger }])),
    'companion',
  );

export const compute = ({ name }: V): NewName => ({
  reading: unreadName(legalName(name).name),
  madeUp: [],
  ofItsNovels: [],
});

/** The reader's name first, then what is missing of the lists, which do not depend on it: a page brings them along. */
export async function* run(values: V, context: RunContext<NewName>): AsyncGenerator<NewName> {
  const { signal, previous, pause } = context;
  let model = previous ?? compute(values);
  const { name } = legalName(values.name);
  if (model.reading.name !== name || !isRead(model.reading)) {
    const reading = await readName(name, context);
    if (!reading) return;
    yield (model = { ...model, reading });
  }
  for (const [key, names] of [
    ['madeUp', madeUp],
    ['ofItsNovels', ofItsNovels],
  ] as const)
    for (const missing of names.slice(model[key].length)) {
      await pause?.();
      const found = signal.aborted ? undefined : await readListed(missing, context);
      if (!found) return;
      yield (model = { ...model, [key]: [...model[key], found] });
    }
}
