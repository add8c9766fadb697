import js from '@eslint/js';
import globals from 'globals';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layers } from './layers.js';

const escape = (name) => name.replace(/[/.]/g, '\\$&');

/** What a folder may not import: `../`, folders outside its row of the table, packages outside its row. */
function restrictions(folder, { imports, npm }) {
  const allowed = [...imports, folder].map((name) => `${name}/`).join('|');
  const packages = npm.map((name) => (name.endsWith('/') ? escape(name) : `${escape(name)}(/|$)`)).join('|');
  return {
    patterns: [
      { regex: '^\\.\\./', message: 'Cross folders with #folder/file.ts, never with ../.' },
      { regex: `^#(?!${allowed})`, message: `${folder} may import: ${imports.join(', ') || 'nothing'} (layers.js).` },
      {
        regex: `^(?![.#]|node:|virtual:)(?!vitest$|fast-check$)${packages ? `(?!${packages})` : ''}`,
        message: `${folder} may use: ${npm.join(', ') || 'no package'} (layers.js).`,
      },
    ],
  };
}

const nothingImpure = [
  { object: 'Math', property: 'random', message: 'Randomness is a seed that is passed in.' },
  { object: 'Date', property: 'now', message: 'Pure code knows no clock.' },
  { object: 'performance', property: 'now', message: 'Pure code knows no clock.' },
];
const drawingByHand = ['select', 'selectAll', 'transition', 'drag', 'zoom', 'brush'];

export default tseslint.config(
  { ignores: ['dist', '.cache', 'train', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  { files: ['scripts/**', 'build/**', 'bench/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    files: ['**/*.tsx'],
    rules: {
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'], tags: [] }],
      'no-restricted-syntax': [
        'error',
        ...drawingByHand.map((name) => ({
          selector: `ImportSpecifier[imported.name='${name}'][parent.source.value=/^d3/]`,
          message: 'd3 computes, JSX draws.',
        })),
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Nothing becomes HTML by itself.' },
      ],
    },
  },
  ...Object.entries(layers).map(([folder, layer]) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', restrictions(folder, layer)] },
  })),
  {
    files: ['src/{theory,sim,contract,calculator}/**/*.ts', 'src/widgets/*/spec.ts'],
    rules: { 'no-restricted-properties': ['error', ...nothingImpure] },
  },
);
