import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { sayIn } from '#contract/say.ts';
import { usePage, type Shown } from '#kit/prose/page.ts';
import { Html } from '#kit/prose/Text.tsx';
import { staticWidths } from '#kit/host/Picture.tsx';
import { nameOf, places } from '#site/chapters.ts';
import type { LoadedWidget } from '#site/workshop.ts';

interface Entry {
  readonly shown: Shown;
  readonly View: LoadedWidget['View'];
}

const sizeOf = (svg: string) => {
  const [, width, height] = / viewBox="\S+ \S+ (\S+) ([^"]+)"/.exec(svg) ?? [];
  return { width: Number(width) || 0, height: Number(height) || 0 };
};

const areaOf = (svg: string) => sizeOf(svg).width * sizeOf(svg).height;

/** Below this area, in CSS pixels, a drawing is a sign in a text. */
const smallest = 20_000;

/** The largest drawing of a widget, of a tall one its upper part, or where it draws none its beginning; to look at only. */
function thumbnail({ shown: { spec, values, model }, View }: Entry): string {
  const say = sayIn('bits');
  const html = renderToStaticMarkup(<View {...{ values, model, say }} width={staticWidths.narrow} set={() => {}} />, {
    identifierPrefix: `${spec.id}-`,
  });
  const drawings = [...html.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
  const largest = drawings.sort((a, b) => areaOf(b) - areaOf(a))[0];
  if (!largest || areaOf(largest) <= smallest) return html;
  const { width, height } = sizeOf(largest);
  return height > width ? largest.replace('<svg', '<svg data-tall preserveAspectRatio="xMidYMin slice"') : largest;
}

function Card({ entry }: { readonly entry: Entry }) {
  const { id, title, summary } = entry.shown.spec;
  return (
    <li id={id}>
      <a href={`./embed/${id}.html`}>
        <Html as="div" className="thumbnail" aria-hidden="true" inert html={thumbnail(entry)} />
        <h3>{title}</h3>
      </a>
      <p>{summary}</p>
    </li>
  );
}

/** Every widget below the page that shows it first. */
export function Gallery({ widgets }: { readonly widgets: readonly Entry[] }): ReactNode {
  const { book } = usePage();
  const left = new Map(widgets.map((entry) => [entry.shown.spec.id, entry]));
  const take = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const entry = left.get(id);
      left.delete(id);
      return entry ?? [];
    });
  const groups = places
    .filter(({ id }) => book.chapters.has(id))
    .map((place) => ({ place, entries: take(book.chapters.get(place.id)!.widgets) }))
    .filter(({ entries }) => entries.length > 0);
  const list = (entries: Iterable<Entry>) => (
    <ul>
      {[...entries].map((entry) => (
        <Card key={entry.shown.spec.id} entry={entry} />
      ))}
    </ul>
  );
  return (
    <div className="gallery">
      <h1>Widgets</h1>
      <p className="lede">
        Every figure of the book has a page of its own, to link to or to embed in a course: open it and choose Link and
        embed. The <a href="./teaching.html">notes for teachers</a> say more.
      </p>
      <div className="shelves">
        {groups.map(({ place, entries }) => (
          <section key={place.id} aria-labelledby={`of-${place.id}`} data-cards={Math.min(3, entries.length)}>
            <h2 id={`of-${place.id}`}>
              <a href={`./${place.id}.html`}>
                {nameOf(place)}, {place.title}
              </a>
            </h2>
            {list(entries)}
          </section>
        ))}
        {left.size > 0 && (
          <section aria-labelledby="of-none" data-cards={Math.min(3, left.size)}>
            <h2 id="of-none">Outside of the chapters</h2>
            {list(left.values())}
          </section>
        )}
      </div>
    </div>
  );
}
