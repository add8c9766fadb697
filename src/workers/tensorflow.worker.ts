import { onContextLost, useBackend } from '#model/tensorflowBackends.ts';
import type { Scope } from './protocol.ts';
import { serve } from './serve.ts';
import { tensorflow } from './tensorflow.ts';

const scope = self as unknown as Scope;
serve(
  scope,
  tensorflow({ useBackend, onContextLost }, (message) => scope.postMessage({ kind: 'failed', message })),
);
