/**
 * What a change can affect, and no more: `npm run test:changed`, or `npm run test:changed -- BASE` for a change against another
 * commit than `main`. What is not committed yet is part of the change.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { affectedBy, galleries, home, namedIn } from './affected.js';
import { findBrowser } from './browser.js';
import { run } from './run.js';
import { steps, together } from './steps.js';

const output = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
const lines = (text) => text.split('\n').filter(Boolean);

const base = process.argv[2] ?? 'main';
const since = output('git', 'merge-base', base, 'HEAD').trim();
const untracked = lines(output('git', 'ls-files', '--others', '--exclude-standard'));
const changed = [...new Set([...lines(output('git', 'diff', '--name-only', since)), ...untracked])];
const files = [...lines(output('git', 'ls-files')), ...untracked];

/** What each module imports, by dependency-cruiser, and what it names. */
function readNeeds() {
  const folders = ['src', 'build', 'e2e', 'fixtures', 'scripts'];
  const { modules } = JSON.parse(output('npx', '--no-install', 'depcruise', ...folders, '--output-type', 'json'));
  const own = modules.filter(({ source }) => files.includes(source) && /\.[jt]sx?$/.test(source));
  return new Map(
    own.map(({ source, dependencies }) => [
      source,
      [...dependencies.map(({ resolved }) => resolved), ...namedIn(source, readFileSync(source, 'utf8'), files)],
    ]),
  );
}

const chapters = readdirSync('src/book').filter((file) => file.endsWith('.mdx'));
const lists = [
  ...galleries,
  'glossary',
  'notation',
  'bibliography',
  'correctness',
  'correctness-learning',
  'correctness-models',
  'correctness-figures',
  'correctness-more',
  'calculator',
  '404',
];
const { reason, unit, widgets, pages, specs } = affectedBy({
  needs: readNeeds(),
  changed,
  texts: Object.fromEntries(
    [
      home,
      ...chapters.map((file) => `src/book/${file}`),
      ...files.filter((file) => /^e2e\/[^/]+\.spec\.ts$/.test(file)),
    ]
      .filter(existsSync)
      .map((file) => [file, readFileSync(file, 'utf8')]),
  ),
  pages: [...chapters.map((file) => file.replace('home', 'index').replace('.mdx', '')), ...lists].map(
    (id) => `${id}.html`,
  ),
});
console.log(`${changed.length} files have changed since ${base}.`);

const step = (name) => steps.find(([each]) => each === name);
const present = changed.filter(existsSync);
const sources = present.filter((file) => /^(src|build|e2e|scripts|bench|fixtures)\/.*\.[jt]sx?$/.test(file));

function affectedSteps() {
  const isSlow = (file) => /\.slow\.test\.tsx?$/.test(file);
  const [slow, quick] = [unit.filter(isSlow), unit.filter((file) => !isSlow(file))];
  const choice = { WIDGETS: widgets.join(), PAGES: pages.join() };
  const inBrowser = widgets.length + pages.length + specs.length > 0;
  // Tests that try something of their own may open any page.
  const build =
    specs.length > 0
      ? step('build of the offline copy and the site')
      : [
          'build of what is affected',
          `tsx build/main.ts offline site --only ${[...widgets, ...pages.map((page) => page.replace('.html', ''))].join()}`,
        ];
  const throughAll =
    widgets.length + pages.length > 0 ? ['widgets', 'pages', 'offline'].map((name) => `e2e/${name}.spec.ts`) : [];
  return [
    ...[
      'types',
      'types of the pure layers, without the DOM',
      'types of what widgets compute, with what a worker has',
      'layers',
      'dead code',
    ].map(step),
    ...(sources.length > 0 ? [['lint', `eslint ${sources.join(' ')}`]] : []),
    ...(present.length > 0
      ? [['format', `prettier --check --log-level warn --ignore-unknown ${present.join(' ')}`]]
      : []),
    ...(quick.length > 0 ? [['unit tests', `vitest run ${quick.join(' ')}`, choice]] : []),
    ...(slow.length > 0 ? [['slow unit tests', `vitest run --mode slow ${slow.join(' ')}`, choice]] : []),
    ...(inBrowser ? [build] : []),
    ...(inBrowser ? [['browser tests', `playwright test ${[...throughAll, ...specs].join(' ')}`, choice]] : []),
  ];
}

if (reason) console.log(`${reason} can affect everything.`);
else {
  const list = (what, names) => names.length > 0 && console.log(`${what}: ${names.join(', ')}`);
  list('Widgets', widgets);
  list('Pages', pages);
  list('Browser tests', specs);
  list('Unit tests', unit);
}
if (changed.length > 0) {
  await findBrowser();
  await run(reason ? steps : affectedSteps(), together);
}
