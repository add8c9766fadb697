import { readFileSync } from 'node:fs';
import { sayIn, type Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';
import { createEngine } from '#workers/engine.ts';
import { inProcess } from '#workers/inProcess.ts';
import { plain } from '#workers/plain.ts';

/** Every widget of the book, in the order of the registry. */
export const specs: readonly AnyWidget[] = await Promise.all(widgets.map(async (entry) => (await entry.spec()).spec));

export const valuesOf = (spec: AnyWidget, change: object = {}) => ({ ...defaultValues(spec.params), ...change });

/** Values that differ from the default, as a query. */
export const queryOf = (spec: AnyWidget, change: object, more: Readonly<Record<string, string>> = {}) =>
  `?${new URLSearchParams([...writeValues(spec.params, valuesOf(spec, change) as never), ...Object.entries(more)])}`;

/** The plain reader on the shipped weights, in this process. */
const engine = createEngine({
  spawnPlain: () => inProcess(plain),
  spawnTensorflow: () => Promise.reject(new Error('There is no TensorFlow.js here.')),
  loadWeights: async () => new Uint8Array(readFileSync('public/weights/reader.bin')).buffer,
  remember: { get: () => 'plain', set: () => {} },
});

async function modelOf(spec: AnyWidget, values: object): Promise<unknown> {
  let model: unknown = spec.compute(values as never);
  for await (model of spec.run?.(values as never, { engine, signal: new AbortController().signal }) ?? []);
  return model;
}

/** What a widget must say of these values in the end: computed here, in Node. */
export async function describedAs(spec: AnyWidget, change: object = {}, unit: Unit = 'bits'): Promise<string> {
  const values = valuesOf(spec, change);
  return spec.describe((await modelOf(spec, values)) as never, values as never, sayIn(unit));
}
