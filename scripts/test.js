/** Everything a change must pass, in the order of how fast it tells: `npm test`. */
import { findBrowser } from './browser.js';
import { run } from './run.js';
import { steps, together } from './steps.js';

// If there is none, this says so before anything else is tried.
await findBrowser();
await run(steps, together);
