process.env.NODE_ENV ??= 'production';
const { buildArtefact } = await import('./artefacts.ts');

const [artefact = 'site'] = process.argv.slice(2);
if (artefact !== 'site' && artefact !== 'offline' && artefact !== 'lib') {
  console.error(`There is no artefact “${artefact}”: it is site, offline or lib.`);
  process.exit(2);
}
const begun = performance.now();
try {
  const made = artefact === 'lib' ? await (await import('./library.ts')).buildLibrary() : await buildArtefact(artefact);
  console.log(`${made} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  process.exit(0);
} catch (error) {
  const { BookProblems } = await import('./renderer.ts');
  console.error(error instanceof BookProblems ? error.message : error);
  process.exit(1);
}

export {};
