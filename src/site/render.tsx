import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { checkPages, wholeModel } from '#contract/spec.ts';
import { writtenValues } from '#contract/values.ts';
import { components } from '#kit/prose/components.ts';
import { claimsPage } from '#kit/prose/book.ts';
import { PageContext, type Page, type Shown } from '#kit/prose/page.ts';
import { Html } from '#kit/prose/Text.tsx';
import { places, type Prose } from './chapters.ts';
import { claimsOf } from './claims.ts';
import { Island } from './Island.tsx';
import { Layout } from './Layout.tsx';
import { About } from './pages/About.tsx';
import { Calculator } from './pages/Calculator.tsx';
import { Chapter } from './pages/Chapter.tsx';
import { Correctness } from './pages/Correctness.tsx';
import { galleries, Gallery } from './pages/Gallery.tsx';
import { firstWidget, Home } from './pages/Home.tsx';
import { Bibliography, Glossary, NotFound, Notation } from './pages/Lists.tsx';
import { template, type Assets, type Document, type Variant } from './template.ts';
import type { Workshop } from './workshop.ts';

/** Every page of the book, by its file. */
export function paths(workshop: Workshop): string[] {
  const { book, widgets } = workshop;
  return [
    'index.html',
    ...[...book.chapters.keys()].map((id) => `${id}.html`),
    ...galleries(workshop).map(({ path }) => path),
    ...[
      'glossary.html',
      'notation.html',
      'bibliography.html',
      ...checkPages.map(({ path }) => path),
      'about.html',
      'teaching.html',
      'calculator.html',
      '404.html',
    ],
    ...[...widgets.keys()].map((id) => `embed/${id}.html`),
  ];
}

type Content = Omit<Document, 'root' | 'body' | 'parts'> & {
  readonly parts?: Document['parts'];
  readonly claims?: Page['claims'];
  readonly body: (page: Page) => ReactNode;
};

const book = 'Bits per Token';
const subtitle = 'An interactive book on the information theory of language models.';

const prose = async (load: () => Promise<Prose>) => {
  const { default: Text } = await load();
  return <Text components={components} />;
};

async function contentOf(path: string, workshop: Workshop): Promise<Content> {
  const { widgets, version, reports, offlineCopy } = workshop;
  const page = (title: string, body: Content['body']): Content => ({
    kind: 'page',
    title: `${title} · ${book}`,
    description: subtitle,
    unit: 'bits',
    body: (shown) => <Layout {...{ path, version }}>{body(shown)}</Layout>,
  });
  const embedded = /^embed\/(.+)\.html$/.exec(path)?.[1];
  if (embedded) {
    const { spec } = widgets.get(embedded)!;
    return {
      kind: 'embed',
      title: `${spec.title} · ${book}`,
      description: spec.summary,
      unit: 'bits',
      oembed: `embed/${embedded}.json`,
      body: ({ show, island }) => (
        <main>
          {island(show('', embedded, {}))}
          <p className="source">
            From <a href="../index.html">{book}</a>
            <noscript>. Without scripts it shows one case, and nothing in it can be moved.</noscript>
          </p>
        </main>
      ),
    };
  }
  const pages = galleries(workshop);
  const gallery = pages.find((each) => each.path === path);
  if (gallery)
    return page(`Widgets: ${gallery.part}`, ({ show }) => (
      <Gallery {...{ pages, path }} entryOf={(id) => ({ shown: show('', id, {}), View: widgets.get(id)!.View })} />
    ));
  const checks = checkPages.find((each) => each.path === path);
  if (checks)
    return page('Correctness', () => <Correctness fields={workshop.checked} {...{ widgets }} page={checks} />);
  switch (path) {
    case 'index.html': {
      const text = await prose(() => import('#book/home.mdx'));
      return {
        ...page('Home', ({ show, island }) => (
          <Home
            {...{ offlineCopy, version }}
            figure={
              widgets.has(firstWidget) && (
                <div className="explore" data-explore="first">
                  {island(show('first', firstWidget, {}))}
                </div>
              )
            }
          >
            {text}
          </Home>
        )),
        title: book,
      };
    }
    case 'about.html': {
      const text = await prose(() => import('#book/about.mdx'));
      return page('About', () => <About {...{ reports, version }}>{text}</About>);
    }
    case 'teaching.html': {
      const text = await prose(() => import('#book/teaching.mdx'));
      return page('Teaching', () => (
        <>
          <h1>Teaching with this book</h1>
          {text}
        </>
      ));
    }
    case 'calculator.html':
      return { ...page('Calculator', () => <Calculator />), parts: ['calculator'] };
    case 'glossary.html':
      return page('Glossary', () => <Glossary />);
    case 'notation.html':
      return page('Notation', () => <Notation />);
    case 'bibliography.html':
      return page('Bibliography', () => <Bibliography />);
    case '404.html':
      return page('Not found', () => <NotFound />);
    default: {
      const place = places.find(({ id }) => path === `${id}.html`);
      const head = place && workshop.book.chapters.get(place.id);
      if (!place || !head) throw new Error(`There is no page ${path}.`);
      const text = await prose(place.prose);
      const claims = place.id === claimsPage ? await claimsOf(workshop) : [];
      return {
        ...page(head.title, () => <Chapter {...{ head, place }}>{text}</Chapter>),
        claims,
        // Its chapter has a sheet of its own.
        ...(place.chapter.title === 'Scoreboard' && { parts: ['scoreboard'] }),
        description: head.lede,
        unit: head.unit,
      };
    }
  }
}

/** Names of the quantities that a page marks, for the voice that says them. */
function QuantityNames({ body, notation }: { readonly body: string; readonly notation: Workshop['book']['notation'] }) {
  const marked = new Set(Array.from(body.matchAll(/ data-q="([^"]*)"/g), ([, id]) => id));
  const names = [...notation.values()].filter(({ id }) => marked.has(id)).map(({ id, name }) => [id, name]);
  const html = JSON.stringify(Object.fromEntries(names)).replaceAll('<', '\\u003c');
  return names.length > 0 ? <Html as="script" type="application/json" data-quantities="" html={html} /> : null;
}

type Wanted = Pick<Shown, 'spec' | 'values'>;

/** The page's body, and the models that were wanted for it but are not computed yet. */
function draw(content: Content, root: Page['root'], workshop: Workshop) {
  const wanted: Wanted[] = [];
  const parts = new Set(content.parts);
  const counts = new Map<string, number>();
  const mentions = { source: new Set<string>(), term: new Set<string>() };
  let islands = 0;
  const page: Page = {
    book: workshop.book,
    unit: content.unit,
    root,
    claims: content.claims ?? [],
    formula: workshop.formula,
    show(id, widget, written) {
      const { spec } = workshop.widgets.get(widget)!;
      parts.add(widget);
      const values = writtenValues(spec, written);
      // As the page is going to read it.
      if (spec.work)
        return { id, spec, values, model: JSON.parse(JSON.stringify(wholeModel(spec, values))) as unknown };
      if (!spec.run) return { id, spec, values, model: spec.compute(values) };
      const model = workshop.finished(spec, values);
      if (model !== undefined) return { id, spec, values, model };
      wanted.push({ spec, values });
      return { id, spec, values, model: spec.compute(values), unfinished: true };
    },
    island: (shown) => (
      <Island
        {...{ shown, unit: content.unit, prefix: `w${++islands}-` }}
        View={workshop.widgets.get(shown.spec.id)!.View}
        headingLevel={content.kind === 'embed' ? 1 : 3}
      />
    ),
    count(kind) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return counts.get(kind)!;
    },
    mention: (kind, id) => void mentions[kind].add(id),
    mentioned: (kind) => [...mentions[kind]],
  };
  const body = renderToStaticMarkup(<PageContext value={page}>{content.body(page)}</PageContext>);
  const names = renderToStaticMarkup(<QuantityNames {...{ body }} notation={workshop.book.notation} />);
  return { body: body + names, parts: [...parts], wanted };
}

/**
 * A host shows 404.html at whatever address was asked for, in folders too: only from the root of the host does it find its
 * files. Where the book is not published at that root, the build must be told its address.
 */
function rootOf(path: string, address = 'https://host/'): string {
  if (path === '404.html') return new URL(address).pathname.replace(/\/$/, '');
  return path.includes('/') ? '..' : '.';
}

/** The one way in which a page is made, for the development server and for every artefact. */
export async function renderPage(
  path: string,
  variant: Variant,
  workshop: Workshop,
  assets: Assets,
  skeleton: string,
): Promise<string> {
  // A copy on a disk does not hold itself.
  const content = await contentOf(path, variant === 'offline' ? { ...workshop, offlineCopy: undefined } : workshop);
  const root = rootOf(path, assets.address);
  let drawn = draw(content, root, workshop);
  // Models that take an engine are computed between two drawings; the second one finds them all.
  for (; drawn.wanted.length > 0; drawn = draw(content, root, workshop))
    for (const { spec, values } of drawn.wanted) await workshop.finish(spec, values);
  return template(skeleton, { ...content, ...drawn, root }, variant, assets);
}
