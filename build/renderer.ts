import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { AnyWidget, Progress } from '#contract/spec.ts';
import type { Assets, Variant } from '#site/template.ts';
import type { LoadedWidget, Workshop } from '#site/workshop.ts';
import { checkedFields } from './correctness.ts';
import { checkFormulas, plainPages, readBook, say, type Problem } from './data.ts';
import { createFormulas, type Formulas } from './formulas.ts';
import { checkChapter } from './mdx/check.ts';
import { findables } from './search.ts';

const folder = 'src/book';

/** Chapters and data with mistakes in them: the message lists them all, with line and column. */
export class BookProblems extends Error {
  constructor(problems: readonly Problem[]) {
    super(problems.map(say).join('\n'));
  }
}

interface Package {
  readonly version: string;
  readonly bugs?: { readonly url?: string };
}
export const { version, bugs } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

export const zipName = `bits-per-token-${version}.zip`;

export interface Renderer {
  /** Everything that the search finds, as JSON. */
  readonly findables: string;
  readonly paths: readonly string[];
  readonly widgets: Workshop['widgets'];
  render(path: string, variant: Variant, assets: Assets): Promise<string>;
}

/** The checks of chapters, their pages and those of the widgets ask for the same long work, and so do both artefacts: it is done once. */
function workedOnce(spec: AnyWidget): AnyWidget {
  const { work } = spec;
  if (!work) return spec;
  const known = new Map<string, readonly Progress<unknown>[]>();
  return {
    ...spec,
    work(values: object) {
      const key = JSON.stringify(values);
      // Nobody watches its progress here.
      if (!known.has(key)) known.set(key, [...work(values)].slice(-1));
      return known.get(key)!;
    },
  };
}

async function loadWidgets(server: ViteDevServer): Promise<Map<string, LoadedWidget>> {
  const { widgets } = (await server.ssrLoadModule('/src/site/widgets.ts')) as typeof import('#site/widgets.ts');
  const loaded = await Promise.all(
    widgets.map(
      async ({ id, spec, view }) => [id, { spec: workedOnce((await spec()).spec), ...(await view()) }] as const,
    ),
  );
  return new Map(loaded);
}

function checkAll(workshop: Workshop, order: readonly string[]): Problem[] {
  const { book, widgets, formula } = workshop;
  const specs = new Map([...widgets].map(([id, { spec }]) => [id, spec]));
  const library = { book, widgets: specs, order, formula };
  return [...plainPages, ...book.chapters.keys()].flatMap((id) => {
    const file = join(folder, `${id}.mdx`);
    return existsSync(file) ? checkChapter(readFileSync(file, 'utf8'), file, id, library) : [];
  });
}

/** Loads the book and all that it needs through the server's modules, checks it, and is then ready to render any page. */
export async function createRenderer(
  server: ViteDevServer,
  models: Models,
  offlineCopy?: Workshop['offlineCopy'],
): Promise<Renderer> {
  const { places } = (await server.ssrLoadModule('/src/site/chapters.ts')) as typeof import('#site/chapters.ts');
  const { book, problems } = readBook(places, folder);
  if (problems.length > 0) throw new BookProblems(problems);
  const formulas: Formulas = await createFormulas(book.notation);
  const widgets = await loadWidgets(server);
  const workshop: Workshop = {
    book,
    widgets,
    formula: formulas.formula,
    ...models,
    checked: checkedFields(widgets),
    version,
    reports: process.env.REPORTS_ADDRESS ?? bugs?.url,
    offlineCopy,
  };
  const { renderPage, paths } = (await server.ssrLoadModule(
    '/src/site/render.tsx',
  )) as typeof import('#site/render.tsx');
  const listed = new Set(places.map(({ id }) => id));
  const mistakes = [
    ...checkFormulas(book, formulas.formula),
    ...checkAll(
      workshop,
      places.map(({ id }) => id),
    ),
    ...[...book.chapters.keys()]
      .filter((id) => !listed.has(id))
      .map((id) => ({
        file: join(folder, `${id}.mdx`),
        line: 1,
        column: 1,
        message: 'src/site/chapters.ts does not list it',
      })),
  ];
  if (mistakes.length > 0) throw new BookProblems(mistakes);
  formulas.save();
  const skeleton = readFileSync('index.html', 'utf8');
  return {
    findables: JSON.stringify(findables(book, widgets)),
    paths: paths(workshop),
    widgets,
    render: (path, variant, assets) => renderPage(path, variant, workshop, assets, skeleton),
  };
}

/** Models of widgets that live on an engine, computed once each. */
export type Models = Pick<Workshop, 'finished' | 'finish'>;
