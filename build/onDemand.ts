import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Worker scripts by the name under which pages ask for them. */
export const workers = {
  'plain-worker': 'src/workers/plain.worker.ts',
  'tensorflow-worker': 'src/workers/tensorflow.worker.ts',
  'networks-worker': 'src/workers/networks.worker.ts',
  'calculator-worker': 'src/workers/calculator.worker.ts',
} as const;

/** A classic script that hands over text or base64 when it is asked for: it loads where nothing can be fetched. */
export const provide = (name: string, content: string) =>
  `bitsPerTokenProvide(${JSON.stringify(name)},${JSON.stringify(content)});`;

const weightsFolder = 'public/weights';

/**
 * The names of all shipped weights: pages ask for `assets/NAME.bin`, or where they cannot fetch for `assets/NAME.js`. What is in a
 * subfolder no page reads yet, and it is not shipped.
 */
export const weightNames = (): string[] =>
  readdirSync(weightsFolder)
    .filter((file) => file.endsWith('.bin'))
    .map((file) => file.slice(0, -'.bin'.length));

/** The content of a file of weights. */
export const weights = (name: string): Buffer<ArrayBuffer> => readFileSync(join(weightsFolder, `${name}.bin`));
