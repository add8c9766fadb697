import type { ReactNode } from 'react';
import { address, inOrder, shortAuthors, type Source } from './book.ts';
import { Inline } from './Text.tsx';
import { usePage } from './page.ts';

/** Author and year, leading to the entry at the end of the page. */
export function Cite({ id, at }: { readonly id: string; readonly at?: string }) {
  const page = usePage();
  page.mention('source', id);
  const source = page.book.bibliography.get(id)!;
  return (
    <a className="cite" href={`#ref-${id}`} data-card={`ref-${id}`}>
      {`(${shortAuthors(source)} ${source.year}${at ? `, ${at}` : ''})`}
    </a>
  );
}

function authorList(authors: readonly string[]): ReactNode {
  if (authors.length > 8) return `${authors.slice(0, 6).join(', ')} and ${authors.length - 6} others`;
  // Of many authors the list may end with “and 27 others”.
  if (authors.at(-1)?.startsWith('and ')) return `${authors.slice(0, -1).join(', ')} ${authors.at(-1)}`;
  return authors.length > 1 ? `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}` : authors[0];
}

function Entry({ source, notes }: { readonly source: Source; readonly notes?: boolean }) {
  const link = address(source);
  return (
    <li id={`ref-${source.id}`}>
      {authorList(source.authors)} ({source.year}).{' '}
      <cite>{link ? <a href={link}>{source.title}</a> : source.title}</cite>
      {source.venue ? `. ${source.venue}.` : '.'}
      {notes && source.note && (
        <span className="hint">
          {' '}
          <Inline text={source.note} />
        </span>
      )}
    </li>
  );
}

/** What was cited so far on the page, or given sources. */
export function References({ sources, notes }: { readonly sources?: Iterable<Source>; readonly notes?: boolean }) {
  const { book, mentioned } = usePage();
  const listed = inOrder(sources ?? mentioned('source').map((id) => book.bibliography.get(id)!));
  return (
    <ul className="references">
      {listed.map((source) => (
        <Entry key={source.id} {...{ source, notes }} />
      ))}
    </ul>
  );
}
