import type { Engine } from '#contract/engine.ts';
import { remember } from '#kit/storage.ts';
import { createEngine } from '#workers/engine.ts';
import { loadBytes, spawnWorker } from './assets.ts';

let shared: Engine | undefined;

/** The one engine of the page, made when a widget first needs it. */
export function engine(): Engine {
  shared ??= createEngine({
    spawnPlain: () => spawnWorker('plain-worker'),
    spawnTensorflow: () => spawnWorker('tensorflow-worker'),
    loadWeights: () => loadBytes('reader'),
    remember,
    processors: navigator.hardwareConcurrency,
  });
  return shared;
}
