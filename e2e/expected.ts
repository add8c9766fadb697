import { createServer } from 'vite';
import { sayIn, type Unit } from '#contract/say.ts';
import { wholeModel, type AnyWidget } from '#contract/spec.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';
import { createModels } from '../build/models.ts';
import { viteConfig } from '../vite.config.ts';

/** Every widget of the book, in the order of the registry. */
export const specs: readonly AnyWidget[] = await Promise.all(widgets.map(async (entry) => (await entry.spec()).spec));

export const valuesOf = (spec: AnyWidget, change: object = {}) => ({ ...defaultValues(spec.params), ...change });

/** Values that differ from the default, as a query. */
export const queryOf = (spec: AnyWidget, change: object, more: Readonly<Record<string, string>> = {}) =>
  `?${new URLSearchParams([...writeValues(spec.params, valuesOf(spec, change) as never), ...Object.entries(more)])}`;

/** What the build computes models with, in this process: its modules are Vite's to load. */
const server = await createServer({
  ...viteConfig,
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const models = createModels(server);

async function modelOf(spec: AnyWidget, values: object): Promise<unknown> {
  if (!spec.run) return wholeModel(spec, values as never);
  await models.finish(spec, values as never);
  return models.finished(spec, values as never);
}

/** What a widget must say of these values in the end: computed here, in Node. */
export async function describedAs(spec: AnyWidget, change: object = {}, unit: Unit = 'bits'): Promise<string> {
  const values = valuesOf(spec, change);
  return spec.describe((await modelOf(spec, values)) as never, values as never, sayIn(unit));
}
