import type { ReactNode } from 'react';
import { usePage } from '#kit/prose/page.ts';
import { chapters, nameOf, parts, places, type ChapterEntry, type PageEntry } from '#site/chapters.ts';

/** A page that is written, with its link, or one that is to come. */
function Entry({ entry, number }: { readonly entry: PageEntry; readonly number: string }) {
  const head = usePage().book.chapters.get(entry.id);
  return (
    <div className={head ? 'entry' : 'entry to-come'}>
      <span className="place">{number}</span>
      {head ? <a href={`./${entry.id}.html`}>{entry.title}</a> : <span className="title">{entry.title}</span>}
      <span className="hint">{entry.about}</span>
      <span className="tag">{head ? `${head.minutes} minutes` : 'to come'}</span>
    </div>
  );
}

function Pages({ of: { number, title, pages } }: { readonly of: ChapterEntry }) {
  if (pages.length === 1) return <Entry entry={pages[0]} number={String(number)} />;
  return (
    <>
      <div className="entry">
        <span className="place">{number}</span>
        <span className="title">{title}</span>
      </div>
      <ol>
        {pages.map((entry, i) => (
          <li key={entry.id}>
            <Entry entry={entry} number={`${number}.${i + 1}`} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The chapters of a part that can be read, and below them, folded, those that cannot yet. */
function Part({ number }: { readonly number: number }): ReactNode {
  const { book } = usePage();
  const mine = chapters.filter(({ part }) => part === number);
  const begun = mine.filter(({ pages }) => pages.some(({ id }) => book.chapters.has(id)));
  const toCome = mine.filter((chapter) => !begun.includes(chapter));
  const list = (some: readonly ChapterEntry[]) =>
    some.length > 0 && (
      <ol>
        {some.map((chapter) => (
          <li key={chapter.number}>
            <Pages of={chapter} />
          </li>
        ))}
      </ol>
    );
  return (
    <section>
      <h3>
        Part {number}: {parts[number - 1]}
      </h3>
      {list(begun)}
      {toCome.length > 0 && (
        <details>
          <summary>
            {toCome.length} {begun.length > 0 ? 'more ' : ''}
            {toCome.length === 1 ? 'chapter is' : 'chapters are'} to come
          </summary>
          {list(toCome)}
        </details>
      )}
    </section>
  );
}

/** Where a new reader begins: the first page that needs no other. */
export function StartHere() {
  const { book } = usePage();
  const first = places.find(({ id }) => book.chapters.get(id)?.prerequisites.length === 0);
  if (!first) return null;
  return (
    <p className="start-here" data-start-here="">
      <a className="button go" href={`./${first.id}.html`}>
        Start here: {first.title}
      </a>{' '}
      <span className="hint">
        {nameOf(first)}, {book.chapters.get(first.id)!.minutes} minutes, nothing needed before.
      </span>
    </p>
  );
}

/** All chapters of the book with their pages, by parts. */
export function Contents() {
  const { book } = usePage();
  const begun = chapters.filter(({ pages }) => pages.some(({ id }) => book.chapters.has(id)));
  return (
    <section className="contents" id="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <p className="hint">
        {begun.length} of {chapters.length} chapters can be read now, on {book.chapters.size} pages. A page is one
        sitting. Your own numbers go into the <a href="./calculator.html">calculator</a>.
      </p>
      {parts.map((part, i) => (
        <Part key={part} number={i + 1} />
      ))}
    </section>
  );
}
