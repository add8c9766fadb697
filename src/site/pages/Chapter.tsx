import type { ReactNode } from 'react';
import type { ChapterHead } from '#kit/prose/book.ts';
import { usePage } from '#kit/prose/page.ts';
import { References } from '#kit/prose/Sources.tsx';
import { Definitions } from '#kit/prose/Text.tsx';
import { caveatOf, chapters, parts, placeOf } from '#site/chapters.ts';

const roman = ['I', 'II', 'III', 'IV'];

const entryOf = ({ id }: ChapterHead) => chapters.find((entry) => entry.id === id)!;

function Beginning({ head }: { readonly head: ChapterHead }) {
  const { book } = usePage();
  const before = head.prerequisites.map((id) => book.chapters.get(id)!);
  const entry = entryOf(head);
  return (
    <>
      <p className="kicker">
        Part {roman[head.part - 1]} · {parts[head.part - 1]} · {placeOf(entry)}
        {caveatOf(entry)}
      </p>
      <h1>{head.title}</h1>
      <p className="lede">{head.lede}</p>
      <details className="facts">
        <summary>
          {head.minutes} minutes, {before.length > 0 ? 'after ' : 'nothing needed before'}
          {before.map(({ title }) => title).join(', ')}
        </summary>
        <p>Afterwards you can</p>
        <ul>
          {head.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Neighbors({ head }: { readonly head: ChapterHead }) {
  const { book } = usePage();
  const written = chapters.flatMap(({ id }) => book.chapters.get(id) ?? []);
  const i = written.findIndex(({ id }) => id === head.id);
  const link = (chapter: ChapterHead | undefined, rel: 'prev' | 'next') =>
    chapter && (
      <a rel={rel} href={`./${chapter.id}.html`}>
        <span>{rel === 'prev' ? 'Before this' : 'After this'}</span>
        {placeOf(entryOf(chapter))}, {chapter.title}
      </a>
    );
  return (
    <nav className="neighbors" aria-label="Chapters before and after">
      {link(written[i - 1], 'prev')}
      {link(written[i + 1], 'next')}
    </nav>
  );
}

/** Rendered after the text, when it is known what the text mentions. */
function End() {
  const { book, mentioned } = usePage();
  const terms = mentioned('term').map((id) => book.glossary.get(id)!);
  return (
    <div className="measure">
      {mentioned('source').length > 0 && (
        <>
          <h2 id="references">References</h2>
          <References />
        </>
      )}
      {terms.length > 0 && (
        <details className="words">
          <summary>Terms of this page, with their definitions</summary>
          <Definitions entries={terms.sort((a, b) => a.term.localeCompare(b.term, 'en'))} anchor="term-" />
        </details>
      )}
    </div>
  );
}

export function Chapter({ head, children }: { readonly head: ChapterHead; readonly children: ReactNode }) {
  return (
    <article className="chapter" data-chapter={head.id} data-title={head.title}>
      <Beginning head={head} />
      {children}
      <End />
      <Neighbors head={head} />
    </article>
  );
}
