/**
 * Finds a Chromium for the browser tests: the system's own, else Playwright's download, else Debian's package, else a clear message.
 * Its headless shell comes first, the same engine without the windows of a browser around it: tests take a quarter less time in it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM, ...inPath, ...places].find((path) => path && existsSync(path));
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

export async function findBrowser() {
  const found = onThisMachine() ?? (await playwrights());
  if (found) return found;
  console.log('No Chromium found. Trying Playwright’s download.');
  if (run('npx', ['playwright', 'install', 'chromium']) && (await playwrights())) return playwrights();
  if (hasApt()) {
    console.log('That is not to be had. Trying Debian’s package.');
    const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    run('apt-get', ['update', '-qq']);
    if (!install('chromium-headless-shell')) install('chromium');
  }
  const installed = onThisMachine();
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Chromium or Chrome. Install one (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to its path.',
  );
}

/**
 * Pages are painted by the processor itself: an imitated graphics processor takes half as long again. WebGL alone is imitated, so that
 * TensorFlow.js runs where there is no graphics processor. And nothing that Chromium does on its own account.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
];
