import { assertEach, assertIndex, assertLength, assertText, assertWholeNumber } from '#theory/numerics/assert.ts';
import { uniforms } from './random.ts';

/*
 * Sentences of a small grammar, which say who did what to whom, where, and whether it happened at all. What a sentence means is known, and so is
 * how it is said: two sentences are as far apart in meaning as they differ in answers, and in form as they differ in ways of saying.
 */

/** Who did it, what, to whom, where: numbers of the lists below. And 1 if it did not happen. */
export type Meaning = readonly [who: number, what: number, whom: number, where: number, not: number];
/** 1 for the passive voice, 1 for the place at the beginning, and for each of four words 1 for the second way to say it. */
export type Form = readonly [
  passive: number,
  placeFirst: number,
  who: number,
  what: number,
  whom: number,
  where: number,
];

export interface KnownSentence {
  readonly meaning: Meaning;
  readonly form: Form;
  readonly text: string;
}

/** Two words for each person and place, and two verbs (past, participle, infinitive) for each deed. */
const persons = [['doctor', 'physician'], ['boy', 'lad'], ['soldier', 'trooper'], ['thief', 'robber']] as const; // prettier-ignore
const deeds = [
  [['saw', 'seen', 'see'], ['beheld', 'beheld', 'behold']],
  [['called', 'called', 'call'], ['summoned', 'summoned', 'summon']],
  [['followed', 'followed', 'follow'], ['pursued', 'pursued', 'pursue']],
] as const; // prettier-ignore
const places = [['church', 'chapel'], ['wood', 'forest'], ['street', 'road']] as const; // prettier-ignore

/** The sentence that says it so. Throws RangeError on what the grammar does not have. */
export function sayMeaning(meaning: Meaning, form: Form): string {
  assertLength(meaning, 'meaning', 5, 'like there are questions');
  [persons, deeds, persons, places, [0, 1]].forEach(({ length }, i) =>
    assertIndex(meaning[i], `meaning[${i}]`, length),
  );
  assertLength(form, 'form', 6, 'like there are choices');
  assertEach(form, 'form', (value, name) => assertIndex(value, name, 2));
  const [who, what, whom, where, not] = meaning;
  const [passive, placeFirst, ...words] = form;
  const doer = `the ${persons[who][words[0]]}`;
  const other = `the ${persons[whom][words[2]]}`;
  const place = `in the ${places[where][words[3]]}`;
  const [past, participle, infinitive] = deeds[what][words[1]];
  const deed = passive
    ? `${other} was ${not ? 'not ' : ''}${participle} by ${doer}`
    : `${doer} ${not ? `did not ${infinitive}` : past} ${other}`;
  const sentence = placeFirst ? `${place} ${deed}` : `${deed} ${place}`;
  return `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
}

/** In how many entries two meanings, or two forms, differ. */
export function entriesThatDiffer(a: readonly number[], b: readonly number[]): number {
  assertEach(a, 'a', (value, name) => assertWholeNumber(value, name));
  assertEach(b, 'b', (value, name) => assertWholeNumber(value, name));
  assertLength(b, 'b', a.length, 'like a');
  return a.filter((value, i) => value !== b[i]).length;
}

/** A meaning in which one thing is another: of the persons, half of the time both change places. */
function changed(meaning: Meaning, below: (n: number) => number): Meaning {
  const [who, what, whom, where, not] = meaning;
  const other = (n: number, old: number) => (old + 1 + below(n - 1)) % n;
  const third = () => [0, 1, 2, 3].filter((one) => one !== who && one !== whom)[below(2)];
  return [
    (): Meaning => (below(2) ? [whom, what, who, where, not] : [third(), what, whom, where, not]),
    (): Meaning => [who, other(deeds.length, what), whom, where, not],
    (): Meaning => (below(2) ? [whom, what, who, where, not] : [who, what, third(), where, not]),
    (): Meaning => [who, what, whom, other(places.length, where), not],
    (): Meaning => [who, what, whom, where, 1 - not],
  ][below(5)]();
}

/**
 * `count` different sentences: each after the first has the meaning of an earlier one, with 0, 1 or 2 changes, and a form of its own. Sorted by
 * meaning. Throws RangeError unless there are 1 to 64, and on a seed that is no whole number.
 */
export function drawSentences(count: number, seed: number): KnownSentence[] {
  assertWholeNumber(count, 'count', 1, 64);
  const next = uniforms(seed, 18, 3);
  const below = (n: number) => Math.floor(next() * n);
  const who = below(4);
  let meaning: Meaning = [who, below(3), (who + 1 + below(3)) % 4, below(3), 0];
  const drawn = new Map<string, KnownSentence>();
  while (drawn.size < count) {
    const form: Form = [below(2), below(2), below(2), below(2), below(2), below(2)];
    const text = sayMeaning(meaning, form);
    if (!drawn.has(text)) drawn.set(text, { meaning, form, text });
    const earlier = [...drawn.values()];
    meaning = earlier[below(earlier.length)].meaning;
    for (let changes = below(3); changes > 0; changes--) meaning = changed(meaning, below);
  }
  return [...drawn.values()].sort((a, b) => (a.meaning.join() < b.meaning.join() ? -1 : 1));
}

/** Orders of 0 … n − 1, drawn alike: Fisher and Yates. */
export function drawOrders(n: number, count: number, seed: number): number[][] {
  assertWholeNumber(n, 'n', 1, 1000);
  assertWholeNumber(count, 'count', 0, 10_000);
  return Array.from({ length: count }, (_, k) => {
    const next = uniforms(seed, 18, 4, k);
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  });
}

/** The words of a sentence in small letters, without its signs. */
export function wordsOf(text: string): string[] {
  assertText(text, 'text');
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same words in an order drawn by chance, as a sentence. */
export function withWordsShuffled(text: string, seed: number): string {
  const words = wordsOf(text);
  if (words.length === 0) return text;
  const [order] = drawOrders(words.length, 1, seed);
  const shuffled = order.map((i) => words[i]).join(' ');
  return `${shuffled[0].toUpperCase()}${shuffled.slice(1)}.`;
}
