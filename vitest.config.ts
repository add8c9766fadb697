import { defineConfig } from 'vitest/config';
import { assembly } from './build/assembly.ts';
import { watchCalls } from './fixtures/correctness/calls.ts';
import { correctnessReporter } from './fixtures/correctness/reporter.ts';

export default defineConfig(({ mode }) => ({
  plugins: [watchCalls(), assembly],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'fixtures/*.test.ts', 'build/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
    // One less is the default, which on two processors leaves one idle.
    maxWorkers: '100%',
    pool: 'threads',
    // Test files share modules: to load them anew for each took a third of the time. Whatever of a module's state another file would notice, a test puts back.
    isolate: false,
    setupFiles: ['fixtures/correctness/setup.ts'],
    reporters: ['default', correctnessReporter({ write: mode === 'correctness' })],
  },
}));
