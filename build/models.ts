import type { ViteDevServer } from 'vite';
import type { AnyWidget, Services } from '#contract/spec.ts';
import type { AnyValues } from '#kit/prose/page.ts';
import { weights } from './onDemand.ts';
import type { Models } from './renderer.ts';
import { trainingText } from './words.ts';

/** The plain reader and plain training in this process, under the same clients as in the page. */
async function createServices(server: ViteDevServer): Promise<Services> {
  const load = <M>(path: string) => server.ssrLoadModule(path) as Promise<M>;
  const { createEngine } = await load<typeof import('#workers/engine.ts')>('/src/workers/engine.ts');
  const { createTrainer } = await load<typeof import('#workers/trainer.ts')>('/src/workers/trainer.ts');
  const { inProcess, inThisThread } = await load<typeof import('#workers/inProcess.ts')>('/src/workers/inProcess.ts');
  const { plain } = await load<typeof import('#workers/plain.ts')>('/src/workers/plain.ts');
  const { networks } = await load<typeof import('#workers/networks.ts')>('/src/workers/networks.ts');
  // A copy: small files share one buffer in Node.
  const loadWeights = (name: string) => Promise.resolve(Uint8Array.from(weights(name)).buffer);
  const remember = { get: () => undefined, set: () => {} };
  return {
    engine: createEngine({
      spawnPlain: () => inProcess(plain),
      spawnTensorflow: () => Promise.reject(new Error('The build reads with the plain reader alone.')),
      loadWeights: () => loadWeights('reader'),
      remember,
    }),
    trainer: createTrainer({
      spawnNetworks: () => inThisThread(networks),
      loadWeights,
      loadWords: (of) => Promise.resolve(trainingText(of)),
      remember,
    }),
  };
}

const never = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** Runs widgets to their end on the model, once for each state that a page shows. */
export function createModels(server: ViteDevServer): Models {
  const models = new Map<string, unknown>();
  let services: Promise<Services> | undefined;
  const key = (spec: AnyWidget, values: AnyValues) => `${spec.id}${JSON.stringify(values)}`;
  return {
    finished: (spec, values) => models.get(key(spec, values)),
    async finish(spec, values) {
      services ??= createServices(server);
      let last: unknown;
      for await (const model of spec.run!(values, { signal: never, ...(await services) })) last = model;
      if (last === undefined) throw new Error(`The run of ${spec.id} ended without a model.`);
      // As the page is going to read it.
      models.set(key(spec, values), JSON.parse(JSON.stringify(last)));
    },
  };
}
