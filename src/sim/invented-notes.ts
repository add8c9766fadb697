import { assertEach, assertLength, assertNotEmpty, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';
import { assertChannel, type Channel } from '#theory/channels/channel.ts';
import type { Uniform } from './random.ts';
import { drawCategorical, drawLogBeta } from './samplers.ts';

/** Signs that say much the same: each of them is written with the same chance. */
export interface Family {
  readonly signs: number;
  /** Chance that one of them is written, for each condition. */
  readonly rates: readonly number[];
}

/**
 * How notes are written: given the condition, families of signs are independent. Within a family, with chance `echo` one fall of the coin
 * is written for all signs; else each sign has its own. So `echo` changes how much a note repeats itself, and not how often a
 * sign is written.
 */
export interface NotesLaw {
  readonly families: readonly Family[];
  readonly echo: number;
}

/** Most signs of a family, families of a law, notes to learn from. */
const [MOST_SIGNS, MOST_FAMILIES, MOST_NOTES] = [12, 6, 1e5];

function assertFamilies(families: readonly Family[]): void {
  assertNotEmpty(families, 'families');
  assertWholeNumber(families.length, 'families.length', 1, MOST_FAMILIES);
  assertEach(families, 'families', (family, name) => {
    assertObject(family, name);
    assertWholeNumber(family.signs, `${name}.signs`, 1, MOST_SIGNS);
    assertNotEmpty(family.rates, `${name}.rates`);
    assertEach(family.rates, `${name}.rates`, assertProbability);
    assertLength(family.rates, `${name}.rates`, families[0].rates.length, 'like those of the first family');
  });
}

/** Every kind of note: how many signs of each family it has, the last family changing fastest. Signs of a family are alike, so nothing else matters. */
export function kindsOfNotes(families: readonly Family[]): number[][] {
  assertFamilies(families);
  return families.reduce<number[][]>(
    (kinds, { signs }) => kinds.flatMap((kind) => Array.from({ length: signs + 1 }, (_, k) => [...kind, k])),
    [[]],
  );
}

function chooseOf(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return Math.round(ways);
}

/** P(k of n signs), where each is written with chance p. */
function chanceOf(k: number, n: number, p: number, echo: number): number {
  const apart = chooseOf(n, k) * p ** k * (1 - p) ** (n - k);
  const together = k === n ? p : k === 0 ? 1 - p : 0;
  return echo * together + (1 - echo) * apart;
}

/** P(kind of note | condition): one row for each condition, in the order of `kindsOfNotes`. */
export function lawOfNotes(notes: NotesLaw): number[][] {
  assertObject(notes, 'notes');
  const { families, echo } = notes;
  const kinds = kindsOfNotes(families);
  assertProbability(echo, 'echo');
  return families[0].rates.map((_, c) =>
    kinds.map((kind) =>
      families.reduce((product, { signs, rates }, f) => product * chanceOf(kind[f], signs, rates[c], echo), 1),
    ),
  );
}

/** A patient drawn from prior and law: place of the condition, place of the kind of note. */
export function drawPatient(
  prior: readonly number[],
  law: Channel,
  next: Uniform,
): { condition: number; kind: number } {
  assertDistribution(prior, 'prior');
  assertChannel(law, 'law');
  assertLength(law, 'law', prior.length, 'like prior');
  const condition = drawCategorical(prior, next);
  return { condition, kind: drawCategorical(law[condition], next) };
}

/**
 * Families as several learners believe them to be who have read the same notes with known conditions: rates drawn from their posterior, which
 * is beta with the signs written and not written, and 1 more of each. A learner counts every sign by itself, as if none
 * echoed another. Few notes leave the learners far apart; many bring them together, at the true rates.
 */
export function learnedFamilies(
  prior: readonly number[],
  written: NotesLaw,
  notes: number,
  learners: number,
  next: Uniform,
): Family[][] {
  assertDistribution(prior, 'prior');
  assertObject(written, 'written');
  const { families } = written;
  const law = lawOfNotes(written);
  assertLength(law, 'written', prior.length, 'like prior');
  const kinds = kindsOfNotes(families);
  assertWholeNumber(notes, 'notes', 0, MOST_NOTES);
  assertWholeNumber(learners, 'learners', 1, MOST_NOTES);
  const signs = families.map(({ rates }) => rates.map(() => 0));
  const read = prior.map(() => 0);
  for (let i = 0; i < notes; i++) {
    const { condition, kind } = drawPatient(prior, law, next);
    read[condition]++;
    kinds[kind].forEach((k, f) => (signs[f][condition] += k));
  }
  return Array.from({ length: learners }, () =>
    families.map(({ signs: all, rates }, f) => ({
      signs: all,
      rates: rates.map((_, c) => {
        const yes = signs[f][c];
        return Math.exp(drawLogBeta(1 + yes, 1 + all * read[c] - yes, next)[0]);
      }),
    })),
  );
}
