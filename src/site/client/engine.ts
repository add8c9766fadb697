import type { Engine } from '#contract/engine.ts';
import { ownNetwork } from '#kit/state/ownNetwork.ts';
import { remember } from '#kit/state/storage.ts';
import { createEngine } from '#workers/engine.ts';
import { loadBytes, spawnWorker } from './assets.ts';
import { readersChoice } from './choice.ts';

let shared: Engine | undefined;

/** The one engine of the page, made when a widget first needs it. */
export function engine(): Engine {
  if (shared) return shared;
  const made = createEngine({
    spawnPlain: () => spawnWorker('plain-worker'),
    spawnTensorflow: () => spawnWorker('tensorflow-worker'),
    loadWeights: () => loadBytes('reader'),
    remember,
    processors: navigator.hardwareConcurrency,
    onActivity: (listener) => addEventListener('scroll', listener, { capture: true, passive: true }),
  });
  readersChoice.of = () => made.status().choice;
  return (shared = made);
}

let own: Engine | undefined;

/** Reads with the network that the reader keeps on this computer, if there is one; as it was when it was first asked for. */
export function ownReader(): Engine | undefined {
  if (own) return own;
  const file = ownNetwork.get();
  if (!file) return undefined;
  own = createEngine({
    spawnPlain: () => spawnWorker('plain-worker'),
    spawnTensorflow: () => Promise.reject(new Error('Your own network is read in plain TypeScript.')),
    loadWeights: () => Promise.resolve(file),
    // It is small: which backend is fastest is not worth remembering.
    remember: { get: () => undefined, set: () => {} },
  });
  // There is nothing to measure it against.
  own.choose('plain');
  return own;
}
