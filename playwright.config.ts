import { defineConfig } from '@playwright/test';
import { origin, port } from './e2e/addresses.ts';
import { browserArguments, findShell } from './scripts/browser.js';
import { browserTimesFile } from './scripts/run.js';

export default defineConfig({
  testDir: 'e2e',
  // On two processors: while one test waits for its page, another computes.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  // These end what hangs. What is slow may be slow: no test fails because a machine is busy, and a test that passes never waits for them.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  maxFailures: 10,
  reporter: [
    ...(process.env.CI ? ([['list'], ['github']] as const) : ([['line']] as const)),
    ['json', { outputFile: browserTimesFile }],
  ],
  use: {
    browserName: 'chromium',
    baseURL: origin,
    actionTimeout: 120_000,
    launchOptions: { executablePath: await findShell(), args: browserArguments },
  },
  webServer: {
    command: 'node --import tsx build/serve.ts',
    env: { PORT: String(port) },
    url: origin,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
