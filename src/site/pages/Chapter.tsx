import { Fragment, type ReactNode } from 'react';
import type { Chapter as Written } from '#kit/prose/book.ts';
import { usePage } from '#kit/prose/page.ts';
import { References } from '#kit/prose/Sources.tsx';
import { Definitions } from '#kit/prose/Text.tsx';
import { nameOf, parts, places, type Place } from '#site/chapters.ts';

const roman = ['I', 'II', 'III', 'IV'];

interface ChapterProps {
  readonly head: Written;
  readonly place: Place;
}

function Beginning({ head, place }: ChapterProps) {
  const { book } = usePage();
  const before = head.prerequisites.map((id) => book.chapters.get(id)!);
  const { part, number, title, pages } = place.chapter;
  return (
    <>
      <p className="kicker">
        Part {roman[part - 1]}, {parts[part - 1]} · Chapter {number}
        {pages.length > 1 && `, ${title} · ${place.number}`}
      </p>
      <h1>{head.title}</h1>
      <p className="lede">{head.lede}</p>
      <section className="facts" aria-label="What this page is for">
        <p>
          {head.minutes} minutes, {before.length > 0 ? 'after ' : 'nothing needed before. '}
          {before.map(({ id, title, number }, i) => (
            <Fragment key={id}>
              {i > 0 && ', '}
              <a href={`./${id}.html`}>
                {number} {title}
              </a>
            </Fragment>
          ))}
          {before.length > 0 && '. '}Afterwards you can
        </p>
        <ul>
          {head.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
        <noscript>
          <p>
            Without scripts each figure shows one case, and nothing in it can be moved. Answers unfold all the same.
          </p>
        </noscript>
      </section>
    </>
  );
}

/** The pages of the chapter if there are several, and the sections of this one: beside the text where there is room. */
function Sections({ head, place }: ChapterProps) {
  const { book } = usePage();
  const pages = places.filter(({ id, chapter }) => chapter === place.chapter && book.chapters.has(id));
  return (
    <div className="toc">
      <details>
        <summary>On this page</summary>
        <nav aria-label="Sections">
          {pages.length > 1 && (
            <ul>
              {pages.map(({ id, number, title }) => (
                <li key={id}>
                  <a href={`./${id}.html`} aria-current={id === head.id ? 'page' : undefined}>
                    {number} {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <ol>
            {head.sections.map(({ anchor, title }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      </details>
    </div>
  );
}

function Neighbors({ of }: { readonly of: Place }) {
  const { book } = usePage();
  const written = places.filter(({ id }) => book.chapters.has(id));
  const i = written.findIndex(({ id }) => id === of.id);
  const link = (place: Place | undefined, rel: 'prev' | 'next') =>
    place && (
      <a rel={rel} href={`./${place.id}.html`}>
        <span>{rel === 'prev' ? 'Before this' : 'After this'}</span>
        {nameOf(place)}, {place.title}
      </a>
    );
  return (
    <nav className="neighbors" aria-label="Pages before and after">
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

export function Chapter({ head, place, children }: ChapterProps & { readonly children: ReactNode }) {
  return (
    <article className="chapter" data-chapter={head.id} data-title={head.title}>
      <Beginning {...{ head, place }} />
      <Sections {...{ head, place }} />
      {children}
      <End />
      <Neighbors of={place} />
    </article>
  );
}
