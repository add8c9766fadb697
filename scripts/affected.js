/** What a change can affect, from what each file imports and names: for `npm run test:changed`. Paths are relative to the repository. */
import { posix } from 'node:path';

/** The pages of the site that show figures without naming them. */
export const galleries = ['widgets', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `widgets-${n}`)];

const isTest = (file) => /\.test\.tsx?$/.test(file);
const isModule = (file) => /\.[jt]sx?$/.test(file);

/** What no check but that of the format looks at. */
const words = /(\.md|\.cff|LICENSE.*)$|^(train|bench)\//;

/**
 * The files that a text names, from the root or from the folder of its own file. A folder stands for all that is in it but
 * modules, which are imported; a template is read as far as it is filled in.
 */
export function namedIn(file, text, files) {
  const found = new Set();
  for (const [, quoted] of text.matchAll(/['"`]\/?([\w.-]+\/[\w./-]*)/g))
    for (const path of [posix.normalize(quoted), posix.join(posix.dirname(file), quoted)]) {
      if (files.includes(path)) found.add(path);
      const folder = path.endsWith('/') ? path : `${path}/`;
      for (const inside of files) if (inside.startsWith(folder) && !isModule(inside)) found.add(inside);
    }
  found.delete(file);
  return [...found];
}

/** These files and all that they need, directly or not; what is `outside` is not entered. */
export function needsOf(from, needs, outside = (_file) => false) {
  const found = new Set(from);
  for (const file of found) for (const next of needs.get(file) ?? []) if (!outside(next)) found.add(next);
  return found;
}

/** What all pages are made with and live on begins here; the widgets and the text of the book are told apart from it. */
const shell = /^(build\/main\.ts|src\/site\/(render\.tsx|client\/[^/]+)|src\/workers\/[^/]+\.worker\.ts)$/;
const content = /^(src\/(widgets|book)|docs|e2e)\//;
/** Tests that go through all widgets and pages, and take a choice among them. */
const throughAll = /^e2e\/(widgets|pages|print|offline)\.spec\.ts$/;

const widgetOf = (file) => /^src\/widgets\/([^/]+)\//.exec(file)?.[1];
/** The page that shows a widget without any text of the book naming it. */
export const home = 'src/site/pages/Home.tsx';
const sourceOf = (page) => `src/book/${page === 'index.html' ? 'home' : page.replace(/\.html$/, '')}.mdx`;

/**
 * `needs`: the files that each module imports or names; `changed`: files; `texts`: of browser tests and of chapters, by file;
 * `pages`: of the book. The answer: the unit tests, widgets, pages and browser tests that the change can affect, and in
 * `reason` a file that can affect all of them, if there is one.
 */
export function affectedBy({ needs, changed, texts, pages }) {
  const modules = [...needs.keys()];
  const known = new Set([...modules, ...[...needs.values()].flat()]);
  const firstChanged = (from, outside) => {
    const all = needsOf(from, needs, outside);
    return changed.find((file) => all.has(file));
  };
  const matter = changed.filter((file) => !words.test(file) && !isTest(file));

  const widgets = [...new Set(modules.flatMap((file) => widgetOf(file) ?? []))].sort().filter((id) => {
    const own = modules.filter((file) => widgetOf(file) === id && !isTest(file));
    return matter.some((file) => widgetOf(file) === id) || firstChanged(own) !== undefined;
  });

  const shows = (page, id) =>
    // No chapter names what the galleries and the first page show.
    page.startsWith('widgets') ||
    (page === 'index.html' && texts[home]?.includes(`'${id}'`)) ||
    texts[sourceOf(page)]?.includes(` widget="${id}"`);
  const rewritten = pages.filter(
    (page) =>
      matter.some((file) => file === sourceOf(page) || /^src\/book\/.*\.yml$/.test(file)) ||
      (page.startsWith('correctness') && matter.includes('docs/correctness.json')),
  );
  const affectedPages = pages.filter((page) => rewritten.includes(page) || widgets.some((id) => shows(page, id)));

  // A page that only shows a changed widget goes through the tests of every page; those that try something else on it stay out.
  const names = [...widgets, ...rewritten];
  const specs = Object.keys(texts).filter(
    (file) =>
      /\.spec\.ts$/.test(file) &&
      !throughAll.test(file) &&
      (changed.includes(file) || names.some((name) => texts[file].includes(`'${name}'`))),
  );

  const reason =
    firstChanged(
      modules.filter((file) => shell.test(file) && !isTest(file)),
      (file) => content.test(file) || isTest(file),
    ) ??
    matter.find((file) => throughAll.test(file) || /^e2e\/(?!.*\.spec\.ts$)/.test(file)) ??
    matter.find((file) => !known.has(file) && !content.test(file));
  return {
    reason,
    unit: modules.filter((file) => isTest(file) && firstChanged([file]) !== undefined),
    widgets,
    pages: affectedPages,
    specs,
  };
}
