import type { ReactNode } from 'react';
import { usePage } from '#kit/prose/page.ts';
import { caveatOf, chapters, parts, placeOf } from '#site/chapters.ts';
import type { Workshop } from '#site/workshop.ts';

/** The widget that the home page begins with. */
export const firstWidget = 'first-sentence';

function Contents() {
  const { book } = usePage();
  const whole = chapters.filter(({ section }) => !section);
  const written = chapters.filter(({ id }) => book.chapters.has(id));
  const sections = written.filter(({ section }) => section).length;
  return (
    <section className="contents" id="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <p className="hint">
        {written.length - sections} of {whole.length} chapters can be read now
        {sections > 0 && `, and ${sections} ${sections === 1 ? 'section' : 'sections'} on pages of their own`}.
      </p>
      {parts.map((part, i) => (
        <section key={part}>
          <h3>
            Part {i + 1}: {part}
          </h3>
          <ol>
            {chapters
              .filter((chapter) => chapter.part === i + 1)
              .map((entry) => {
                const { number, id, title, about, section } = entry;
                const head = book.chapters.get(id);
                return (
                  <li key={id} value={number} className={`${head ? 'written' : 'to-come'}${section ? ' section' : ''}`}>
                    {head ? <a href={`./${id}.html`}>{title}</a> : <span>{title}</span>}{' '}
                    <span className="hint">
                      {section && `${placeOf(entry)}${caveatOf(entry)}. `}
                      {about}
                    </span>
                    <span className="tag">
                      {head ? `${head.minutes} minutes${section ? '' : caveatOf(entry)}` : 'to come'}
                    </span>
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
