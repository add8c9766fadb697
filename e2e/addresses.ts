import { fileURLToPath, pathToFileURL } from 'node:url';

/** What `npm run build` and `npm run build:offline` wrote: the tests read these and build nothing themselves. */
export const siteFolder = fileURLToPath(new URL('../dist/site/', import.meta.url));
export const offlineFolder = fileURLToPath(new URL('../dist/offline/', import.meta.url));

/** `E2E_PORT` lets two suites run side by side. */
export const port = Number(process.env.E2E_PORT ?? 4173);
export const origin = `http://127.0.0.1:${port}`;
export const offline = pathToFileURL(offlineFolder).href;
