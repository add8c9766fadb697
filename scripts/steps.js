/** Room for what tests make and drop at once, in megabytes: with the default of 16 a tenth of their time goes to sweeping it up. */
export const roomy = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64` };

/** Everything a change must pass, in the order of how fast it tells. */
export const steps = [
  ['types', 'tsc -p tsconfig.json'],
  ['types of the pure layers, without the DOM', 'tsc -p tsconfig.pure.json'],
  ['types of what widgets compute, with what a worker has', 'tsc -p tsconfig.specs.json'],
  ['lint', 'eslint .'],
  ['format', 'prettier --check --log-level warn .'],
  ['layers', 'depcruise src --output-type err'],
  ['dead code', 'knip'],
  ['unit tests', 'vitest run', roomy],
  ['slow unit tests', 'vitest run --mode slow', roomy],
  ['build of the library', 'tsx build/main.ts lib'],
  // The site offers the offline copy for download, so it comes second.
  ['build of the offline copy and the site', 'tsx build/main.ts offline site'],
  ['browser tests', 'playwright test'],
];

/** Those that one processor is enough for. */
export const together = new Set([
  'types',
  'types of the pure layers, without the DOM',
  'types of what widgets compute, with what a worker has',
  'lint',
  'format',
  'layers',
  'dead code',
]);
