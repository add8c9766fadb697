/**
 * The folders of `src` and what each may import: read by ESLint (while you type) and by dependency-cruiser (in CI).
 * `npm` lists the packages a folder may use; packages not listed anywhere are for the build and the tests alone.
 */
export const layers = {
  // numerics · measures (entropy, information, distances) · continuous · codes · channels (rate–distortion, bottleneck) · belief
  // (Bayes, tests, calibration) · learning (priors, regret, bounds) · chains (Markov sources and their mixtures) · estimation (from samples) ·
  // language-models · geometry (of representations) · scale
  theory: { imports: [], npm: [] },
  sim: { imports: ['theory'], npm: ['pure-rand'] },
  // read (what a pasted text is) · measures (every number of it, with worked steps) · the report and its files
  calculator: { imports: ['theory', 'sim', 'contract'], npm: [] },
  model: { imports: ['theory', 'sim', 'contract'], npm: ['@tensorflow/', '@noble/hashes', 'fflate'] },
  workers: { imports: ['theory', 'sim', 'calculator', 'model', 'contract'], npm: [] },
  contract: { imports: [], npm: [] },
  // host (the frame around a widget) · controls · plot · reading (texts with tokens) · source (the two coins) · prose · state · styles
  kit: { imports: ['contract'], npm: ['react', 'd3', 'katex', 'zustand'] },
  widgets: { imports: ['theory', 'sim', 'contract', 'kit'], npm: ['react', 'd3'] },
  book: { imports: [], npm: [] },
  site: {
    imports: ['theory', 'sim', 'calculator', 'model', 'workers', 'contract', 'kit', 'widgets', 'book'],
    npm: ['react', 'react-dom', 'zustand', 'minisearch'],
  },
};
