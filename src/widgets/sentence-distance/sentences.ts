import { drawSentences, withWordsShuffled, wordsOf } from '#sim/known-meanings.ts';
import { drawn, longestLine, mostOwn, type Asked } from './parameters.ts';

/** What is to be compared. Of the reader's own nobody knows how far apart they are in meaning. */
export interface Sentences {
  readonly texts: readonly string[];
  readonly meanings?: readonly (readonly number[])[];
  readonly forms?: readonly (readonly number[])[];
  /** Why there is nothing to compare. */
  readonly problem?: string;
  /** Which they are, in words that follow their number. */
  readonly named: string;
  /** Lines that are left out. */
  readonly leftOut: number;
}

function ownSentences(own: string): Sentences {
  const lines = own.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  const texts = lines.slice(0, mostOwn);
  const none = (problem: string): Sentences => ({ texts: [], named: '', leftOut: 0, problem });
  if (texts.length < 2)
    return none('Two sentences at least, each on a line of its own: there is nothing to compare yet.');
  const wordless = texts.findIndex((line) => wordsOf(line).length === 0);
  if (wordless >= 0) return none(`Sentence ${wordless + 1} has no letter and no digit, so there is no word to count.`);
  const long = texts.findIndex((line) => line.length > longestLine);
  if (long >= 0) return none(`Sentence ${long + 1} has ${texts[long].length} characters. Up to ${longestLine} can be compared here: shorten it, or break it into lines.`); // prettier-ignore
  return { texts, named: '', leftOut: lines.length - texts.length };
}

export function sentencesOf({ source, own, draw, shuffled }: Asked): Sentences {
  const base = source === 'own' ? ownSentences(own) : known(draw);
  return shuffled
    ? {
        ...base,
        named: base.named.replace(/\)$|^$/, base.named ? ', words shuffled)' : ' (words shuffled)'),
        texts: base.texts.map((text, i) => withWordsShuffled(text, 100 * draw + i)),
      }
    : base;
}

function known(draw: number): Sentences {
  const all = drawSentences(drawn, draw);
  return {
    texts: all.map(({ text }) => text),
    meanings: all.map(({ meaning }) => meaning),
    forms: all.map(({ form }) => form),
    named: ` (draw ${draw})`,
    leftOut: 0,
  };
}

/** Pairs in the order of `theory/estimation/distance-matrices`. */
export const pairsOf = (n: number): (readonly [number, number])[] =>
  Array.from({ length: n }, (_, i) => i).flatMap((i) =>
    Array.from({ length: n - 1 - i }, (_, k) => [i, i + 1 + k] as const),
  );
