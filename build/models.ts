import { readFileSync } from 'node:fs';
import type { ViteDevServer } from 'vite';
import type { Engine } from '#contract/engine.ts';
import type { AnyWidget } from '#contract/spec.ts';
import type { AnyValues } from '#kit/prose/page.ts';
import type { Models } from './renderer.ts';

/** The plain reader in this process, under the same client as in the page. */
async function createNodeEngine(server: ViteDevServer): Promise<Engine> {
  const load = <M>(path: string) => server.ssrLoadModule(path) as Promise<M>;
  const { createEngine } = await load<typeof import('#workers/engine.ts')>('/src/workers/engine.ts');
  const { inProcess } = await load<typeof import('#workers/inProcess.ts')>('/src/workers/inProcess.ts');
  const { plain } = await load<typeof import('#workers/plain.ts')>('/src/workers/plain.ts');
  const bytes = readFileSync('public/weights/reader.bin');
  return createEngine({
    spawnPlain: () => inProcess(plain),
    spawnTensorflow: () => Promise.reject(new Error('The build reads with the plain reader alone.')),
    loadWeights: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    remember: { get: () => undefined, set: () => {} },
  });
}

const never = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** Runs widgets to their end on the model, once for each state that a page shows. */
export function createModels(server: ViteDevServer): Models {
  const models = new Map<string, unknown>();
  let engine: Promise<Engine> | undefined;
  const key = (spec: AnyWidget, values: AnyValues) => `${spec.id}${JSON.stringify(values)}`;
  return {
    finished: (spec, values) => models.get(key(spec, values)),
    async finish(spec, values) {
      engine ??= createNodeEngine(server);
      let last: unknown;
      for await (const model of spec.run!(values, { signal: never, engine: await engine })) last = model;
      if (last === undefined) throw new Error(`The run of ${spec.id} ended without a model.`);
      // As the page is going to read it.
      models.set(key(spec, values), JSON.parse(JSON.stringify(last)));
    },
  };
}
