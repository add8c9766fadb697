import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measures } from '#calculator/measures/all.ts';
import type { Book } from '#kit/prose/book.ts';
import type { Workshop } from '#site/workshop.ts';
import type { Findable } from '#site/client/find.ts';
import { plainPages } from './data.ts';
import { sectionsIn } from './mdx/outline.ts';

const titles = { home: 'Contents', about: 'About this book', teaching: 'Teaching with this book' } as const;

/** Everything that can be searched for: sections of all pages, terms, figures, works. Plain text, each with its address. */
export function findables(book: Book, widgets: Workshop['widgets'], folder = 'src/book'): Findable[] {
  const sections = (id: string, page: string, kind: string, first: string) => {
    const file = join(folder, `${id}.mdx`);
    if (!existsSync(file)) return [];
    return sectionsIn(readFileSync(file, 'utf8'))
      .filter(({ title, words }) => title || words)
      .map(({ anchor, title, words }) => ({
        address: anchor ? `${page}#${anchor}` : page,
        title: title || first,
        place: kind,
        words,
      }));
  };
  const plain = (text: string) => text.replace(/\$[^$]*\$/g, '…');
  return [
    ...[...book.chapters.values()].flatMap(({ id, number, title }) =>
      sections(id, `${id}.html`, `${number} ${title}`, title),
    ),
    ...[...book.glossary.values()].map(({ id, term, definition }) => ({
      address: `glossary.html#${id}`,
      title: term,
      place: 'Glossary',
      words: plain(definition),
    })),
    ...[...widgets.values()].map(({ spec: { id, title, summary } }) => ({
      address: `embed/${id}.html`,
      title,
      place: 'Figure',
      words: summary,
    })),
    ...[...book.bibliography.values()].map(({ id, authors, year, title, note = '' }) => ({
      address: `bibliography.html#ref-${id}`,
      title,
      place: `${authors.join(', ')}, ${year}`,
      words: plain(note),
    })),
    {
      address: 'calculator.html',
      title: 'Calculator',
      place: 'Calculator',
      words: measures.map(({ label }) => label).join(', '),
    },
    ...plainPages.filter((id) => id !== 'home').flatMap((id) => sections(id, `${id}.html`, titles[id], titles[id])),
  ];
}
