import MiniSearch from 'minisearch';

/** Something that a search can find: a section of a page, a term, a figure, a work. */
export interface Findable {
  /** Relative to the root of the book. */
  readonly address: string;
  readonly title: string;
  /** Where it belongs: the page, or what kind of thing it is. */
  readonly place: string;
  readonly words: string;
}

export interface Found extends Findable {
  /** A stretch of its words around the first that was searched for, cut at the matches: every second piece is one. */
  readonly around: readonly string[];
}

const shown = 12;
const stretch = 150;

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words around the first match, in pieces that are outside and inside of matches in turn. */
export function around(words: string, terms: readonly string[]): string[] {
  const any = terms.map(escapeForPattern).join('|');
  const at = any ? words.search(new RegExp(any, 'i')) : -1;
  const from = at < 0 ? 0 : Math.max(0, words.lastIndexOf(' ', Math.max(0, at - stretch / 3)) + 1);
  const cut = words.lastIndexOf(' ', from + stretch);
  const end = words.length <= from + stretch || cut <= from ? words.length : cut;
  const piece = `${from > 0 ? '… ' : ''}${words.slice(from, end)}${end < words.length ? ' …' : ''}`;
  return any ? piece.split(new RegExp(`(${any})`, 'i')) : [piece];
}

/** An index of everything: titles count most, and a word may be unfinished or slightly wrong. */
export function createFinder(all: readonly Findable[]) {
  const index = new MiniSearch<Findable>({
    idField: 'address',
    fields: ['title', 'place', 'words'],
    searchOptions: {
      boost: { title: 4, place: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 6 ? 2 : term.length > 4 ? 1 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(all);
  const byAddress = new Map(all.map((one) => [one.address, one]));
  return (query: string): Found[] =>
    index
      .search(query)
      .slice(0, shown)
      .map(({ id, terms }) => {
        const one = byAddress.get(id as string)!;
        return { ...one, around: around(one.words, terms) };
      });
}
