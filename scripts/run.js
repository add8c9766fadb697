/** Runs checks and says how long each took. Stops at the first failure. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** The seconds of the last run and of each of its steps, and how many programs were busy on average at its end, for `scripts/seconds.js`. */
export const timesFile = '.cache/steps.json';
/** What Playwright's JSON reporter writes. */
export const browserTimesFile = '.cache/browser-tests.json';

/** Room for what programs make and drop at once, in megabytes: with the default of 16 a tenth of their time goes to sweeping it up. */
const roomy = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64` };

/** Runs one check to its end; what it says is shown at once if it runs `alone`, else when it has ended. */
function check([name, command, environment], alone) {
  const begun = performance.now();
  const title = `\n— ${name}: ${command.slice(0, 200)}`;
  if (alone) console.log(title);
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command.split(' ')], {
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...roomy, ...environment },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    child.on('close', (status) => {
      const seconds = (performance.now() - begun) / 1000;
      if (!alone) console.log(`${title}\n${Buffer.concat(said)}`);
      console.log(`  ${seconds.toFixed(1)} s`);
      resolve({ name, seconds, load: loadavg()[1], status: status ?? 1 });
    });
  });
}

/**
 * `steps`: the name of each check, its command without `npx`, and what it is given beside the environment. Those at the beginning
 * whose names are in `together` leave a second processor idle and run two at a time; the others use all there are and run alone.
 */
export async function run(steps, together = new Set()) {
  const begun = performance.now();
  const times = [];
  const waiting = [...steps];
  const next = async (alone) => {
    const step = waiting.shift();
    const time = await check(step, alone);
    if (time.status !== 0) {
      console.error(`\n${time.name} failed.`);
      process.exit(time.status);
    }
    times.push(time);
  };
  const line = async () => {
    while (waiting.length > 0 && together.has(waiting[0][0])) await next(false);
  };
  await Promise.all([line(), line()]);
  while (waiting.length > 0) await next(true);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(timesFile, JSON.stringify({ seconds: (performance.now() - begun) / 1000, steps: times }));
}
