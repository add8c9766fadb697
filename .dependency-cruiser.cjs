/** The layering of layers.js, checked over the whole graph; plus: no cycles, no orphans. */
module.exports = (async () => {
  const { layers } = await import('./layers.js');
  const escape = (name) => name.replace(/[/.-]/g, '\\$&');
  const rules = Object.entries(layers).flatMap(([folder, { imports, npm }]) => [
    {
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...imports].join('|')})/` },
    },
    {
      name: `${folder}-packages`,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: `node_modules/(@types/)?(${npm.map(escape).join('|') || '^$'})` },
    },
  ]);
  return {
    forbidden: [
      ...rules,
      { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
      {
        name: 'widgets-apart',
        severity: 'error',
        from: { path: '^src/widgets/([^/]+)/' },
        to: { path: '^src/widgets/', pathNot: '^src/widgets/$1/' },
      },
    ],
    options: {
      doNotFollow: { path: 'node_modules' },
      tsConfig: { fileName: 'tsconfig.json' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'], extensions: ['.ts', '.tsx', '.js'] },
    },
  };
})();
