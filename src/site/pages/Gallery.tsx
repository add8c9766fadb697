import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { sayIn } from '#contract/say.ts';
import type { Shown } from '#kit/prose/page.ts';
import { Html } from '#kit/prose/Text.tsx';
import { staticWidths } from '#kit/host/Picture.tsx';
import { nameOf, parts, places, type Place } from '#site/chapters.ts';
import type { LoadedWidget, Workshop } from '#site/workshop.ts';

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

export interface GalleryPage {
  readonly path: string;
  readonly part: string;
  /** Widgets by the page that shows them first. */
  readonly shelves: readonly { readonly place: Place; readonly ids: readonly string[] }[];
  /** Those that no page shows. */
  readonly outside: readonly string[];
}

/** Drawings and their styles weigh too much for more of them on one page. */
const most = 18;

type Shelf = GalleryPage['shelves'][number];

/** Shelves in their order, cut between chapters into as few stretches of about the same size as will do. */
function stretches(shelves: readonly Shelf[]): Shelf[][] {
  const all = shelves.reduce((count, { ids }) => count + ids.length, 0);
  const size = all / Math.ceil(all / most);
  const cut: Shelf[][] = [];
  let before = 0;
  for (const [i, shelf] of shelves.entries()) {
    const { chapter } = shelf.place;
    const begins = i === 0 || shelves[i - 1].place.chapter !== chapter;
    const own = shelves.reduce((count, { place, ids }) => count + (place.chapter === chapter ? ids.length : 0), 0);
    // A chapter stands where its middle falls.
    if (cut.length === 0 || (begins && before + own / 2 >= size * cut.length)) cut.push([]);
    cut[cut.length - 1].push(shelf);
    before += shelf.ids.length;
  }
  return cut;
}

/** A page for each part of the book that has figures, or two for a long one. */
export function galleries({ book, widgets }: Pick<Workshop, 'book' | 'widgets'>): GalleryPage[] {
  const left = new Set(widgets.keys());
  const all = places.flatMap((place) => {
    const ids = (book.chapters.get(place.id)?.widgets ?? []).filter((id) => left.delete(id));
    return ids.length > 0 ? { place, ids } : [];
  });
  const pages = parts.flatMap((part, i) => {
    const cut = stretches(all.filter(({ place }) => place.chapter.part === i + 1));
    return cut.map((shelves) => {
      const [first, last] = [shelves[0], shelves[shelves.length - 1]].map(({ place }) => place.chapter.number);
      const which = first === last ? `chapter ${first}` : `chapters ${first} to ${last}`;
      return { part: cut.length > 1 ? `${part}, ${which}` : part, shelves };
    });
  });
  if (pages.length === 0) pages.push({ part: parts[0], shelves: [] });
  return pages.map((page, i) => ({
    ...page,
    path: i === 0 ? 'widgets.html' : `widgets-${i + 1}.html`,
    outside: i === 0 ? [...left] : [],
  }));
}

interface GalleryProps {
  readonly pages: readonly GalleryPage[];
  readonly path: string;
  entryOf(id: string): Entry;
}

export function Gallery({ pages, path, entryOf }: GalleryProps): ReactNode {
  const { shelves, outside } = pages.find((page) => page.path === path)!;
  const list = (ids: readonly string[]) => (
    <ul>
      {ids.map((id) => (
        <Card key={id} entry={entryOf(id)} />
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
      <nav aria-label="Parts of the book" className="shelf-marks">
        {pages.map((page) => (
          <a key={page.path} href={`./${page.path}`} aria-current={page.path === path ? 'page' : undefined}>
            {page.part}
          </a>
        ))}
      </nav>
      <div className="shelves">
        {shelves.map(({ place, ids }) => (
          <section key={place.id} aria-labelledby={`of-${place.id}`} data-cards={Math.min(3, ids.length)}>
            <h2 id={`of-${place.id}`}>
              <a href={`./${place.id}.html`}>
                {nameOf(place)}, {place.title}
              </a>
            </h2>
            {list(ids)}
          </section>
        ))}
        {outside.length > 0 && (
          <section aria-labelledby="of-none" data-cards={Math.min(3, outside.length)}>
            <h2 id="of-none">Outside of the chapters</h2>
            {list(outside)}
          </section>
        )}
      </div>
    </div>
  );
}
