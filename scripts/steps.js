/** The compiler of types that is written in Go, four times as fast; lint and declarations need the one in JavaScript, which has an API. */
const tsc = 'tsx node_modules/typescript-7/bin/tsc';

/** Everything a change must pass, in the order of how fast it tells. */
export const steps = [
  ['types', `${tsc} -p tsconfig.json`],
  ['types of the pure layers, without the DOM', `${tsc} -p tsconfig.pure.json`],
  ['types of what widgets compute, with what a worker has', `${tsc} -p tsconfig.specs.json`],
  ['build of the library', 'tsx build/main.ts lib'],
  // The site offers the offline copy for download, so it comes second.
  ['build of the offline copy and the site', 'tsx build/main.ts offline site'],
  ['lint', 'eslint .'],
  ['format', 'prettier --check --log-level warn .'],
  ['layers', 'depcruise src --output-type err'],
  ['dead code', 'knip'],
  ['unit tests', 'vitest run'],
  ['slow unit tests', 'vitest run --mode slow'],
  ['browser tests', 'playwright test'],
];

/** Those that leave a second processor idle, all or much of the time. */
export const together = new Set([
  'types',
  'types of the pure layers, without the DOM',
  'types of what widgets compute, with what a worker has',
  'build of the library',
  'build of the offline copy and the site',
  'lint',
  'format',
  'layers',
  'dead code',
]);
