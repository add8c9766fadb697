/** Everything a change must pass, in the order of how fast it tells: `npm test`. */
import { findBrowser } from './browser.js';
import { run } from './run.js';
import { steps } from './steps.js';

run(steps, { CHROMIUM: await findBrowser() });
