import { parseArgs } from 'node:util';

process.env.NODE_ENV ??= 'production';
const { buildArtefacts } = await import('./artefacts.ts');

// `site --only a-model-reads,read-my-text`: these pages and widgets alone.
const { values, positionals: asked } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const known = ['site', 'offline', 'lib'] as const;
const unknown = asked.find((name) => !(known as readonly string[]).includes(name));
if (unknown !== undefined) {
  console.error(`There is no artefact “${unknown}”: it is site, offline or lib.`);
  process.exit(2);
}
const artefacts = asked.length > 0 ? (asked as (typeof known)[number][]) : ['site' as const];
const begun = performance.now();
try {
  const pages = artefacts.filter((artefact) => artefact !== 'lib');
  const made = [
    ...(artefacts.includes('lib') ? [await (await import('./library.ts')).buildLibrary()] : []),
    ...(pages.length > 0 ? await buildArtefacts(pages, values.only ? new Set(values.only.split(',')) : undefined) : []),
  ];
  console.log(`${made.join(' and ')} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  process.exit(0);
} catch (error) {
  const { BookProblems } = await import('./renderer.ts');
  console.error(error instanceof BookProblems ? error.message : error);
  process.exit(1);
}
