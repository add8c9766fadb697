/**
 * The folders of `src` and what each may import: read by ESLint (while you type) and by dependency-cruiser (in CI).
 * `npm` lists the packages a folder may use; packages not listed anywhere are for the build and the tests alone.
 */
export const layers = {
  theory: { imports: [], npm: [] },
  sim: { imports: ['theory'], npm: ['pure-rand'] },
  model: { imports: ['theory', 'sim', 'contract'], npm: ['@tensorflow/', '@noble/hashes'] },
  workers: { imports: ['theory', 'sim', 'model', 'contract'], npm: [] },
  contract: { imports: [], npm: [] },
  kit: { imports: ['contract'], npm: ['react', 'd3', 'katex', 'zustand'] },
  widgets: { imports: ['theory', 'sim', 'contract', 'kit'], npm: ['react', 'd3'] },
  book: { imports: [], npm: [] },
  site: {
    imports: ['theory', 'sim', 'model', 'workers', 'contract', 'kit', 'widgets', 'book'],
    npm: ['react', 'react-dom', 'zustand'],
  },
};
