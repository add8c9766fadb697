/** Everything a change must pass, in the order of how fast it tells: `npm test`. Stops at the first failure. */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser.js';

const steps = [
  ['types', 'tsc -p tsconfig.json'],
  ['types of the pure layers, without the DOM', 'tsc -p tsconfig.pure.json'],
  ['lint', 'eslint .'],
  ['format', 'prettier --check --log-level warn .'],
  ['layers', 'depcruise src --output-type err'],
  ['dead code', 'knip'],
  ['unit tests', 'vitest run'],
  ['build of the library', 'tsx build/main.ts lib'],
  ['build of the offline copy', 'tsx build/main.ts offline'],
  ['build of the site', 'tsx build/main.ts site'],
  ['browser tests', 'playwright test'],
];

const CHROMIUM = await findBrowser();
for (const [name, command] of steps) {
  const begun = performance.now();
  console.log(`\n— ${name}: ${command}`);
  const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM },
  });
  if (status !== 0) {
    console.error(`\n${name} failed.`);
    process.exit(status ?? 1);
  }
  console.log(`  ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
