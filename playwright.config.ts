import { defineConfig } from '@playwright/test';
import { origin, port } from './e2e/addresses.ts';
import { browserArguments, findBrowser } from './scripts/browser.js';

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? [['list'], ['github']] : [['line']],
  use: {
    browserName: 'chromium',
    baseURL: origin,
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
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
