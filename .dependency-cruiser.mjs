/** The layering of layers.js, checked over the whole graph; besides, no cycles, and no widget imports another. */
import { layers } from './layers.js';

const notTests = '\\.test\\.tsx?$';

export default {
  forbidden: [
    ...Object.entries(layers).flatMap(([folder, { imports, npm }]) => [
      {
        name: `${folder}-imports`,
        severity: 'error',
        from: { path: `^src/${folder}/`, pathNot: notTests },
        to: { path: '^src/', pathNot: `^src/(${[folder, ...imports].join('|')})/` },
      },
      {
        name: `${folder}-packages`,
        severity: 'error',
        from: { path: `^src/${folder}/`, pathNot: notTests },
        to: { path: 'node_modules/', pathNot: `node_modules/(@types/)?(${npm.join('|') || '^$'})` },
      },
    ]),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
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
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
