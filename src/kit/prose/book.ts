import type { Unit } from '#contract/say.ts';

/** The data of the book as the prose components see it: `src/book/*.yml` and the front matter of the chapters, checked. */

export interface Source {
  readonly id: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  readonly venue?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly url?: string;
  /** What the book takes from it, in a sentence. */
  readonly note?: string;
}

export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** Plain text; TeX between dollar signs. */
  readonly definition: string;
  /** The chapter that introduces it. */
  readonly chapter: string;
  /** Ids of other entries. */
  readonly see?: readonly string[];
}

export const quantityColors = ['x', 'y', 'shared', 'model', 'exact', 'quiet'] as const;

export interface Quantity {
  readonly id: string;
  /** TeX. */
  readonly symbol: string;
  readonly name: string;
  /** How a formula says it aloud. */
  readonly spoken: string;
  readonly color: (typeof quantityColors)[number];
  readonly definition: string;
}

/** The front matter of a page: a chapter, or one of the pages of a chapter. */
export interface ChapterHead {
  readonly id: string;
  readonly title: string;
  readonly lede: string;
  readonly unit: Unit;
  readonly minutes: number;
  readonly objectives: readonly string[];
  /** Chapter ids. */
  readonly prerequisites: readonly string[];
  /** Glossary ids of the terms that it introduces. */
  readonly terms: readonly string[];
}

/** A written page, with its number in the book: “3”, or “8.2” for the second page of chapter 8. */
export interface Chapter extends ChapterHead {
  readonly number: string;
  /** Its headings of the second level. */
  readonly sections: readonly { readonly anchor: string; readonly title: string }[];
  /** Ids of the widgets that it shows. */
  readonly widgets: readonly string[];
}

/** A Bet or a Predict, as far as other pages speak of it. */
export interface BetHead {
  readonly chapter: string;
  readonly kind: 'Bet' | 'Predict';
  /** Of a bet: whether it is so. */
  readonly answer?: string;
  /** The bet that it asks again in another case. */
  readonly again?: string;
}

export interface Book {
  readonly bibliography: ReadonlyMap<string, Source>;
  readonly glossary: ReadonlyMap<string, GlossaryEntry>;
  readonly notation: ReadonlyMap<string, Quantity>;
  /** The written pages, in order. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** By id, in the order of the book. */
  readonly bets: ReadonlyMap<string, BetHead>;
}

/** The page that lists the claims of all others. */
export const claimsPage = 'scoreboard';

/** Authors as in a citation in the text: one, two, or the first of many. */
export function shortAuthors({ authors }: Source): string {
  const families = authors.map((author) => author.split(' ').at(-1)!);
  if (families.length > 2) return `${families[0]} et al.`;
  return families.join(' and ');
}

/** Where a source can be read, the most lasting address first. */
export function address({ doi, arxiv, url }: Source): string | undefined {
  return doi ? `https://doi.org/${doi}` : arxiv ? `https://arxiv.org/abs/${arxiv}` : url;
}

/** Alphabetical by first family name, then by year. */
export function inOrder(sources: Iterable<Source>): Source[] {
  const family = ({ authors }: Source) => authors[0].split(' ').at(-1)!;
  return [...sources].sort((a, b) => family(a).localeCompare(family(b), 'en') || a.year - b.year);
}
