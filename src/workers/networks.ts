import { PlainTraining } from '#model/plainTraining.ts';
import { probe } from './probe.ts';
import type { Scope } from './protocol.ts';
import { serveNetworks } from './serveNetworks.ts';
import { serveTraining } from './serveTraining.ts';

/** The worker of networks, all of it in plain TypeScript. Each instance predicts or learns: a step of learning would keep predictions waiting. */
export function networks(scope: Scope): void {
  serveNetworks(scope);
  serveTraining(scope, (_backend, state, options) => new PlainTraining(state, options));
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'probe') scope.postMessage({ kind: 'answer', job: data.job, answer: probe() });
  });
}
