import type { Trainer } from '#contract/training.ts';
import { remember } from '#kit/state/storage.ts';
import type { Sight } from '#workers/liveTraining.ts';
import { createTrainer, type PageTrainer } from '#workers/trainer.ts';
import { loadBytes, loadText, spawnWorker } from './assets.ts';
import { readersChoice } from './choice.ts';

let shared: PageTrainer | undefined;

/** A figure is seen while it is in the window and the page in front. */
function sightOf(figure: Element): Sight {
  let isInWindow = true;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  new IntersectionObserver((entries) => {
    isInWindow = entries[entries.length - 1].isIntersecting;
    tell();
  }).observe(figure);
  document.addEventListener('visibilitychange', tell);
  return {
    isSeen: () => isInWindow && document.visibilityState === 'visible',
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The one trainer of the page, made when a widget first needs it, for this figure. */
export function trainer(figure: Element): Trainer {
  shared ??= createTrainer({
    spawnNetworks: () => spawnWorker('networks-worker'),
    spawnTensorflow: () => spawnWorker('tensorflow-worker'),
    loadWeights: loadBytes,
    loadWords: loadText,
    remember,
    choice: () => readersChoice.of(),
  });
  return shared.seenBy(sightOf(figure));
}
