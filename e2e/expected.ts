import { sayIn, type Unit } from '#contract/say.ts';
import { wholeModel, type AnyWidget } from '#contract/spec.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';
import type { Models } from '../build/renderer.ts';

/** Every widget of the book, in the order of the registry. */
export const specs: readonly AnyWidget[] = await Promise.all(widgets.map(async (entry) => (await entry.spec()).spec));

export const valuesOf = (spec: AnyWidget, change: object = {}) => ({ ...defaultValues(spec.params), ...change });

/** Values that differ from the default, as a query. */
export const queryOf = (spec: AnyWidget, change: object, more: Readonly<Record<string, string>> = {}) =>
  `?${new URLSearchParams([...writeValues(spec.params, valuesOf(spec, change) as never), ...Object.entries(more)])}`;

/** What the build computes models with, in this process: its modules are Vite's to load, when the first model is asked for. */
let models: Promise<Models> | undefined;
async function startModels(): Promise<Models> {
  const { createServer } = await import('vite');
  const { createModels } = await import('../build/models.ts');
  const { viteConfig } = await import('../vite.config.ts');
  const server = await createServer({
    ...viteConfig,
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return createModels(server);
}

/** Models of the widget that was asked for last, by their values: its tests ask for its default again and again. */
let last: { readonly of: AnyWidget; readonly models: Map<string, unknown> } | undefined;

async function modelOf(spec: AnyWidget, values: object): Promise<unknown> {
  if (!spec.run) {
    if (last?.of !== spec) last = { of: spec, models: new Map() };
    const key = JSON.stringify(values);
    if (!last.models.has(key)) last.models.set(key, wholeModel(spec, values as never));
    return last.models.get(key);
  }
  const { finish, finished } = await (models ??= startModels());
  if (finished(spec, values as never) === undefined) await finish(spec, values as never);
  return finished(spec, values as never);
}

/** What a widget must say of these values in the end: computed here, in Node. */
export async function describedAs(spec: AnyWidget, change: object = {}, unit: Unit = 'bits'): Promise<string> {
  const values = valuesOf(spec, change);
  return spec.describe((await modelOf(spec, values)) as never, values as never, sayIn(unit));
}
