/** Seconds of browser tests, from the report of Playwright's JSON reporter, and what they would be with more widgets. */

const add = (map, key, seconds) => map.set(key, (map.get(key) ?? 0) + seconds);
const sum = (map) => [...map.values()].reduce((a, b) => a + b, 0);

/** Every test of a report, with the titles that it stands under. */
function* testsIn(suite, titles = []) {
  for (const inner of suite.suites ?? []) yield* testsIn(inner, [...titles, inner.title]);
  for (const { title, tests } of suite.specs ?? [])
    for (const { results, annotations } of tests) yield { titles: [...titles, title], results, annotations };
}

/**
 * Seconds by widget, by page of the book, and by file for all other tests; besides, what tests have weighed, how long all of
 * them took on how many workers.
 */
export function durationsIn(report) {
  const widgets = new Map();
  const pages = new Map();
  const rest = new Map();
  const bytes = [];
  const addTo = (page, seconds) => {
    const id = /^embed\/(.+)\.html$/.exec(page)?.[1];
    if (id) add(widgets, id, seconds);
    else add(pages, page, seconds);
  };
  for (const { titles, results, annotations = [] } of testsIn(report)) {
    for (const { type, description } of annotations) if (type === 'bytes') bytes.push(description);
    const [file, ...names] = titles;
    const page = /^\S+\.html/.exec(names.at(-1))?.[0];
    for (const { duration, steps = [] } of results) {
      const seconds = duration / 1000;
      if (file === 'widgets.spec.ts') add(widgets, names[0], seconds);
      else if (file === 'pages.spec.ts' && page) addTo(page, seconds);
      else if (file === 'offline.spec.ts' && steps.some(({ title }) => title.endsWith('.html'))) {
        // What a page costs, with its share of the browser that it and others opened in.
        const opened = steps.filter(({ title }) => title.endsWith('.html'));
        const share = (seconds - opened.reduce((total, step) => total + step.duration / 1000, 0)) / opened.length;
        for (const step of opened) addTo(step.title, share + step.duration / 1000);
      } else add(rest, file, seconds);
    }
  }
  return { widgets, pages, rest, bytes, wall: report.stats.duration / 1000, workers: report.config.workers };
}

/**
 * Seconds with so many widgets: a widget costs what it costs on average now, pages and all that is not a browser test grow as
 * the number of widgets does, which is more than they will, and the other browser tests stay.
 */
export function project({ widgets, pages, rest, wall }, run, count) {
  const factor = count / widgets.size;
  const grown = factor * (sum(widgets) + sum(pages)) + sum(rest);
  const browser = (wall * grown) / (sum(widgets) + sum(pages) + sum(rest));
  const others = factor * (run.seconds - run.steps.find(({ name }) => name === 'browser tests').seconds);
  return { count, browser, others, all: browser + others };
}

const minutes = (seconds) => (seconds / 60).toFixed(1);
const rows = (map) =>
  [...map]
    .sort(([, a], [, b]) => b - a)
    .map(([name, seconds]) => `| ${name.padEnd(28)} | ${seconds.toFixed(1).padStart(7)} |`)
    .join('\n');
const table = (head, map) => `| ${head.padEnd(28)} | seconds |\n| ${'-'.repeat(28)} | ------: |\n${rows(map)}`;

/** All of it as Markdown. */
export function tableOf(
  { widgets, pages, rest, wall, workers },
  { count, browser, others, all },
  run,
  { date, machine },
) {
  return `Written on ${date} by \`npm run test:seconds -- --write\` after \`npm test\`: ${machine}. The tests of ${workers} workers are
added up, so that the browser tests take about that part of their sum.

| step of \`npm test\` | seconds |
| --- | ---: |
${run.steps.map(({ name, seconds }) => `| ${name} | ${seconds.toFixed(0)} |`).join('\n')}
| all, the checks before the unit tests two at a time | ${run.seconds.toFixed(0)} |

The ${widgets.size} widgets take ${(sum(widgets) / widgets.size).toFixed(1)} s of browser tests each on average, ${(sum(widgets) / widgets.size / workers).toFixed(1)} s with ${workers} at a time; the
${pages.size} pages ${(sum(pages) / pages.size).toFixed(1)} s each; all other browser tests ${minutes(sum(rest))} minutes together; all in ${minutes(wall)} minutes.

With ${count} widgets, and pages and all other steps grown as much, \`npm test\` would take ${minutes(all)} minutes (browser tests ${minutes(browser)},
everything else ${minutes(others)}), and on a machine of half the speed ${minutes(2 * all)}.

${table('widget', widgets)}

${table('page', pages)}

${table('other browser tests', rest)}
`;
}
