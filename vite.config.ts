import mdx from '@mdx-js/rollup';
import type { InlineConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './build/assembly.ts';
import { embedEntries } from './build/embedEntries.ts';
import { mdxOptions } from './build/mdx/processor.ts';
import { watchCalls } from './fixtures/correctness/calls.ts';
import { correctnessReporter } from './fixtures/correctness/reporter.ts';

/** What every server and every bundle of the project is made with: `build` and `e2e` add entries and outputs to it. */
export const viteConfig = {
  configFile: false,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [{ enforce: 'pre', ...mdx(mdxOptions) }, embedEntries, assembly],
} satisfies InlineConfig;

const quick = ['src/**/*.test.{ts,tsx}', 'fixtures/*.test.ts', 'build/**/*.test.ts', 'scripts/**/*.test.ts'];
const slow = ['{src,build}/**/*.slow.test.{ts,tsx}'];

/** What `vitest` reads. */
export default defineConfig(({ mode }) => ({
  plugins: [watchCalls(), assembly],
  // The React that readers get, which draws faster: so also `env` below.
  oxc: { jsx: { development: false } },
  test: {
    // What takes many seconds is a check of its own, so that all others stay quick: `vitest run --mode slow`. The correctness page needs both.
    include: mode === 'slow' ? slow : [...quick, ...(mode === 'correctness' ? slow : [])],
    exclude: ['node_modules/**', ...(mode === 'slow' || mode === 'correctness' ? [] : slow)],
    // For a machine that is busy or slow: no test takes a tenth of it on one that is not.
    testTimeout: 180_000,
    // One less is the default, which on two processors leaves one idle.
    maxWorkers: '100%',
    pool: 'threads',
    // Test files share modules: to load them anew for each took a third of the time. Whatever of a module's state another file would notice, a test puts back.
    isolate: false,
    env: { NODE_ENV: 'production' },
    setupFiles: ['fixtures/correctness/setup.ts'],
    reporters: ['default', correctnessReporter({ write: mode === 'correctness', slow: mode === 'slow' })],
  },
}));
