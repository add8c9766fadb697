import { onContextLost, useBackend } from '#model/tensorflowBackends.ts';
import type { Scope } from './protocol.ts';
import { serve } from './serve.ts';
import { serveTraining } from './serveTraining.ts';
import { tensorflow, tensorflowTraining } from './tensorflow.ts';

const scope = self as unknown as Scope;
const backends = { useBackend, onContextLost };
const fail = (message: string) => scope.postMessage({ kind: 'failed', message });
serve(scope, tensorflow(backends, fail));
serveTraining(scope, tensorflowTraining(backends, fail));
