import { describe, expect, it } from 'vitest';
import { galleries as galleriesOf } from '#site/pages/Gallery.tsx';
import { widgets } from '#site/widgets.ts';
import { book } from '../fixtures/book.ts';
import { affectedBy, galleries, namedIn, needsOf } from './affected.js';

it('the galleries are those of the site', () => {
  const shown = galleriesOf({ book, widgets: new Map(widgets.map((entry) => [entry.id, entry])) as never });
  expect(galleries.map((name) => `${name}.html`)).toEqual(shown.map(({ path }) => path));
});

/** Two widgets, one chapter for each, and the shell around them; chapters are named, not imported, by the build. */
const needs = new Map<string, string[]>([
  ['src/theory/entropy.ts', []],
  ['src/theory/entropy.test.ts', ['src/theory/entropy.ts', 'fixtures/oracles/entropy.json']],
  ['src/theory/relay.ts', ['src/theory/entropy.ts']],
  ['src/kit/Axis.tsx', []],
  ['src/widgets/coin/spec.ts', ['src/theory/entropy.ts']],
  ['src/widgets/coin/spec.test.ts', ['src/widgets/coin/spec.ts']],
  ['src/widgets/coin/View.tsx', ['src/widgets/coin/spec.ts', 'src/kit/Axis.tsx']],
  ['src/widgets/relay/spec.ts', ['src/theory/relay.ts']],
  ['src/widgets/relay/View.tsx', ['src/kit/Axis.tsx']],
  ['src/widgets/hat/spec.ts', []],
  ['src/site/widgets.ts', ['src/widgets/coin/spec.ts', 'src/widgets/relay/spec.ts', 'src/widgets/hat/spec.ts']],
  ['src/site/widgets.test.tsx', ['src/site/widgets.ts']],
  ['src/site/client/main.ts', ['src/site/widgets.ts', 'src/kit/Axis.tsx']],
  ['src/site/render.tsx', ['src/book/coins.mdx']],
  ['build/main.ts', ['src/site/render.tsx', 'src/book/coins.mdx', 'src/book/relays.mdx', 'src/book/terms.yml']],
  ['build/words.test.ts', ['src/book/coins.mdx', 'src/book/relays.mdx']],
  ['e2e/test.ts', []],
  ['e2e/embed.spec.ts', ['e2e/test.ts', 'src/site/widgets.ts']],
]);
const texts = {
  'src/book/home.mdx': 'Welcome.',
  'src/site/pages/Home.tsx': "const first = 'coin';",
  'src/book/coins.mdx': '<Explore id="coin" widget="coin">',
  'src/book/relays.mdx': '<Explore id="relay" widget="relay" preset="far">',
  'e2e/embed.spec.ts': "const id = 'relay';",
  'e2e/chapter.spec.ts': "const chapter = 'coins.html';",
  'e2e/search.spec.ts': "await page.goto('index.html');",
  'e2e/widgets.spec.ts': 'for (const spec of specs)',
};
const pages = ['index.html', 'coins.html', 'relays.html', 'widgets.html', 'correctness.html'];
const after = (...changed: string[]) => affectedBy({ needs, changed, texts, pages });

describe('a change', () => {
  it('of one widget affects it, its page, the lists of widgets, and the tests that speak of them', () => {
    expect(after('src/widgets/relay/View.tsx')).toEqual({
      reason: undefined,
      unit: [],
      widgets: ['relay'],
      pages: ['relays.html', 'widgets.html'],
      specs: ['e2e/embed.spec.ts'],
    });
  });

  it('of the widget on the first page affects that page, and not what is tried there besides', () => {
    const { pages, specs } = after('src/widgets/coin/View.tsx');
    expect(pages).toEqual(['index.html', 'coins.html', 'widgets.html']);
    expect(specs).toEqual([]);
    expect(after('src/book/home.mdx').specs).toEqual(['e2e/search.spec.ts']);
  });

  it('of a style or a text in its folder affects the widget, of its README nothing', () => {
    expect(after('src/widgets/hat/view.css')).toMatchObject({ reason: undefined, widgets: ['hat'], unit: [] });
    expect(after('src/widgets/hat/README.md')).toMatchObject({ reason: undefined, widgets: [], pages: [], specs: [] });
  });

  it('of a unit test affects that test alone', () => {
    expect(after('src/widgets/coin/spec.test.ts')).toEqual({
      reason: undefined,
      unit: ['src/widgets/coin/spec.test.ts'],
      widgets: [],
      pages: [],
      specs: [],
    });
  });

  it('of a function affects whatever needs it, at any distance', () => {
    const { reason, unit, widgets } = after('src/theory/entropy.ts');
    expect(reason).toBeUndefined();
    expect(widgets).toEqual(['coin', 'relay']);
    expect(unit).toEqual(['src/theory/entropy.test.ts', 'src/widgets/coin/spec.test.ts', 'src/site/widgets.test.tsx']);
    expect(after('src/theory/relay.ts').widgets).toEqual(['relay']);
    expect(after('fixtures/oracles/entropy.json')).toMatchObject({ unit: ['src/theory/entropy.test.ts'], widgets: [] });
  });

  it('of a chapter affects its page, the tests that speak of it, and those that read it', () => {
    expect(after('src/book/coins.mdx')).toEqual({
      reason: undefined,
      unit: ['build/words.test.ts'],
      widgets: [],
      pages: ['coins.html'],
      specs: ['e2e/chapter.spec.ts'],
    });
    expect(after('src/book/terms.yml')).toMatchObject({ reason: undefined, pages });
  });

  it('of what all pages are made with affects all', () => {
    for (const file of ['src/kit/Axis.tsx', 'src/site/render.tsx', 'build/main.ts', 'e2e/test.ts', 'e2e/pages.spec.ts'])
      expect(after(file).reason, file).toBe(file);
  });

  it('that nothing is known of affects all, and words affect nothing', () => {
    expect(after('package.json').reason).toBe('package.json');
    expect(after('README.md', 'docs/speed.md', 'train/fit.py').reason).toBeUndefined();
  });

  it('of nothing affects nothing', () => {
    expect(after()).toEqual({ reason: undefined, unit: [], widgets: [], pages: [], specs: [] });
  });
});

it('needs are followed through circles, and not into what is outside', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['a', 'c']],
  ]);
  expect([...needsOf(['a'], circle)]).toEqual(['a', 'b', 'c']);
  expect([...needsOf(['a'], circle, (file: string) => file === 'b')]).toEqual(['a']);
});

it('files are named from the root, from the folder of who names them, and as the beginning of a template', () => {
  const files = [
    'docs/teaching.md',
    'fixtures/oracles/a.json',
    'fixtures/oracles/read.ts',
    'src/book/a.mdx',
    'src/b.ts',
  ];
  const text = "read('docs/teaching.md'); new URL(`./oracles/${name}.json`); load('/src/b.ts'); '../src/book/a.mdx'";
  expect(namedIn('fixtures/oracle.ts', text, files).sort()).toEqual([
    'docs/teaching.md',
    'fixtures/oracles/a.json',
    'src/b.ts',
    'src/book/a.mdx',
  ]);
  expect(namedIn('build/book.ts', "const folder = 'src/book'; import './none/at.ts'", files)).toEqual([
    'src/book/a.mdx',
  ]);
});
