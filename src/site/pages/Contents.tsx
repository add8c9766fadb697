import { usePage } from '#kit/prose/page.ts';
import { chapters, nameOf, parts, places, type ChapterEntry, type PageEntry } from '#site/chapters.ts';

function Entry({ entry, number }: { readonly entry: PageEntry; readonly number: string }) {
  const { minutes } = usePage().book.chapters.get(entry.id)!;
  return (
    <div className="entry">
      <span className="place">{number}</span>
      <a href={`./${entry.id}.html`}>{entry.title}</a>
      <span className="hint">{entry.about}</span>
      <span className="tag">{minutes} minutes</span>
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

function Part({ number }: { readonly number: number }) {
  return (
    <section>
      <h3>
        Part {number}: {parts[number - 1]}
      </h3>
      <ol>
        {chapters
          .filter(({ part }) => part === number)
          .map((chapter) => (
            <li key={chapter.number}>
              <Pages of={chapter} />
            </li>
          ))}
      </ol>
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
  return (
    <section className="contents" id="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <p className="hint">
        {chapters.length} chapters on {places.length} pages. A page is one sitting. Your own numbers go into the{' '}
        <a href="./calculator.html">calculator</a>.
      </p>
      {parts.map((part, i) => (
        <Part key={part} number={i + 1} />
      ))}
    </section>
  );
}
