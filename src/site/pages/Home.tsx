import type { ReactNode } from 'react';
import { usePage } from '#kit/prose/page.ts';
import { chapters, parts } from '#site/chapters.ts';
import type { Workshop } from '#site/workshop.ts';

/** The widget that the home page begins with. */
export const firstWidget = 'first-sentence';

function Contents() {
  const { book } = usePage();
  const written = (section: boolean) =>
    chapters.filter((entry) => Boolean(entry.section) === section && book.chapters.has(entry.id)).length;
  return (
    <section className="contents" id="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <p className="hint">
        {written(false)} of {chapters.filter(({ section }) => !section).length} chapters can be read now
        {written(true) > 0 && `, and ${written(true)} ${written(true) === 1 ? 'section' : 'sections'} of the others`}.
      </p>
      {parts.map((part, i) => (
        <section key={part}>
          <h3>
            Part {i + 1}: {part}
          </h3>
          <ol>
            {chapters
              .filter((chapter) => chapter.part === i + 1)
              .map(({ number, id, title, about, section }) => {
                const head = book.chapters.get(id);
                return (
                  <li key={id} value={number} className={`${head ? 'written' : 'to-come'}${section ? ' section' : ''}`}>
                    {head ? <a href={`./${id}.html`}>{title}</a> : <span>{title}</span>}{' '}
                    <span className="hint">
                      {section && `A section of chapter ${number}, ahead of the rest. `}
                      {about}
                    </span>
                    {head ? <span className="tag">{head.minutes} minutes</span> : <span className="tag">to come</span>}
                  </li>
                );
              })}
          </ol>
        </section>
      ))}
    </section>
  );
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

function OfflineCopy({ offlineCopy, version }: Pick<Workshop, 'offlineCopy' | 'version'>) {
  if (!offlineCopy) return null;
  return (
    <p className="offline-copy">
      <a className="button" href={`./${offlineCopy.file}`} download="">
        Download the book
      </a>{' '}
      <span className="hint">
        Version {version}, {megabytes(offlineCopy.bytes)} MB: a zip to unpack anywhere, which needs no network and no
        server.
      </span>
    </p>
  );
}

export function Home(
  props: { readonly figure?: ReactNode; readonly children: ReactNode } & Pick<Workshop, 'offlineCopy' | 'version'>,
) {
  const { figure, children, offlineCopy, version } = props;
  return (
    <div className="home">
      <h1>Bits per Token</h1>
      <p className="lede">The information theory of language models, in figures that compute.</p>
      {figure}
      <div className="measure">{children}</div>
      <p className="resume" data-resume="" hidden></p>
      <Contents />
      <OfflineCopy {...{ offlineCopy, version }} />
    </div>
  );
}
