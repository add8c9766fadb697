import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastOfTrail } from './lastOfTrail.ts';

/** Worker scripts by the name under which pages ask for them. */
export const workers = {
  'plain-worker': 'src/workers/plain.worker.ts',
  'tensorflow-worker': 'src/workers/tensorflow.worker.ts',
  'networks-worker': 'src/workers/networks.worker.ts',
  'calculator-worker': 'src/workers/calculator.worker.ts',
} as const;

/** What embed pages load with the first pin. */
export const pinPart = 'src/site/client/pinPart.ts';

/** A classic script that hands over text or base64 when it is asked for: it loads where nothing can be fetched. */
export const provide = (name: string, content: string) =>
  `bitsPerTokenProvide(${JSON.stringify(name)},${JSON.stringify(content)});`;

const weightsFolder = 'public/weights';
const familyFolder = join(weightsFolder, 'family');

const named = (folder: string, before = ''): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.bin'))
    .map((file) => before + file.slice(0, -'.bin'.length));

/** The names of all shipped weights: pages ask for `assets/NAME.bin`, or where they cannot fetch for `assets/NAME.js`. */
export const weightNames = (): string[] => [...named(weightsFolder), ...named(familyFolder, 'family-')];

const ends = new Map<string, Buffer<ArrayBuffer>>();

/** The content of a file of weights. Of the family of sizes the pages want the finished networks alone. */
export function weights(name: string): Buffer<ArrayBuffer> {
  const [, size] = /^family-(.+)$/.exec(name) ?? [];
  if (!size) return readFileSync(join(weightsFolder, `${name}.bin`));
  const end = ends.get(size) ?? lastOfTrail(readFileSync(join(familyFolder, `${size}.bin`)));
  ends.set(size, end);
  return end;
}
