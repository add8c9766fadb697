/** Runs checks one after the other and says how long each took. Stops at the first failure. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** The seconds of each step of the last run, and how many programs were busy on average at its end, for `scripts/seconds.js`. */
export const timesFile = '.cache/steps.json';
/** What Playwright's JSON reporter writes. */
export const browserTimesFile = '.cache/browser-tests.json';

/** `steps`: the name of each check, its command without `npx`, and what it is given beside the environment. */
export function run(steps, environment) {
  const times = [];
  for (const [name, command, more] of steps) {
    const begun = performance.now();
    console.log(`\n— ${name}: ${command.slice(0, 200)}`);
    const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
      stdio: 'inherit',
      env: { ...process.env, ...environment, ...more },
    });
    if (status !== 0) {
      console.error(`\n${name} failed.`);
      process.exit(status ?? 1);
    }
    const seconds = (performance.now() - begun) / 1000;
    times.push({ name, seconds, load: loadavg()[1] });
    console.log(`  ${seconds.toFixed(1)} s`);
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(timesFile, JSON.stringify(times));
}
