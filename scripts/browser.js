/** Finds a Chromium for the browser tests and benchmarks: the system's own, else Playwright's download, else Debian's package, else a clear message. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const wholes = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** CHROMIUM names one for everything. */
function onThisMachine(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM, ...inPath].find((path) => path && existsSync(path));
}

const whole = () => onThisMachine(wholes) ?? places.find((path) => existsSync(path));

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

/** A whole browser, with settings as a reader has them. */
export async function findBrowser() {
  const found = whole() ?? (await playwrights());
  if (found) return found;
  console.log('No Chromium found. Trying Playwright’s download.');
  if (run('npx', ['playwright', 'install', 'chromium']) && (await playwrights())) return playwrights();
  if (hasApt()) {
    console.log('That is not to be had. Trying Debian’s packages.');
    const install = (...names) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
    run('apt-get', ['update', '-qq']);
    if (!install('chromium', 'chromium-headless-shell')) install('chromium');
  }
  const installed = whole();
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Chromium or Chrome. Install one (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to its path.',
  );
}

/** The same engine without the windows and settings of a browser around it, in which tests take a quarter less time; else a whole one. */
export const findShell = async () => onThisMachine(shells) ?? findBrowser();

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
  // Letters as wide as where there are many pixels, and not as fits the pixels of a coarse screen.
  '--font-render-hinting=none',
];
