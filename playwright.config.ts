import { defineConfig } from '@playwright/test';
import { origin, port } from './e2e/addresses.ts';
import { findBrowser } from './scripts/browser.js';

/** WebGL in software, so that TensorFlow.js runs where there is no GPU; nothing that Chromium does on its own account. */
const args = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
];

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
    launchOptions: { executablePath: process.env.CHROMIUM ?? (await findBrowser()), args },
  },
  webServer: {
    command: `tsx build/serve.ts ${port}`,
    url: origin,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
