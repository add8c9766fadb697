/**
 * How long the tests took, by widget, by page and in all, from what the last `npm test` left, and how long they would take with
 * eighty widgets: `npm run test:seconds`; with `-- --write` into docs/speed.md. Bytes that tests have weighed are printed too.
 */
import { availableParallelism } from 'node:os';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { browserTimesFile, timesFile } from './run.js';
import { durationsIn, project, tableOf } from './durations.js';

const run = JSON.parse(readFileSync(timesFile, 'utf8'));
const report = JSON.parse(readFileSync(browserTimesFile, 'utf8'));
const found = durationsIn(report);
for (const line of found.bytes) console.log(line);

const { load } = run.steps.at(-1);
const text = tableOf(found, project(found, run, 80), run, {
  date: report.stats.startTime.slice(0, 10),
  machine: `${availableParallelism()} processors, on which ${load.toFixed(1)} programs, these among them, were busy at the end`,
});
console.log(`\n${text}`);
if (process.argv.includes('--write')) {
  const heading = '# How long the tests take\n';
  const [before] = readFileSync('docs/speed.md', 'utf8').split(heading);
  const file = 'docs/speed.md';
  writeFileSync(file, `${before.trimEnd()}\n\n${heading}\n${text}`);
  spawnSync('npx', ['--no-install', 'prettier', '--write', file], { stdio: 'inherit' });
}
