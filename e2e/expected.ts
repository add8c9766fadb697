import { sayIn, type Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';

/** Every widget of the book, in the order of the registry. */
export const specs: readonly AnyWidget[] = await Promise.all(widgets.map(async (entry) => (await entry.spec()).spec));

export const valuesOf = (spec: AnyWidget, change: object = {}) => ({ ...defaultValues(spec.params), ...change });

/** Values that differ from the default, as a query. */
export const queryOf = (spec: AnyWidget, change: object, more: Readonly<Record<string, string>> = {}) =>
  `?${new URLSearchParams([...writeValues(spec.params, valuesOf(spec, change) as never), ...Object.entries(more)])}`;

/** What a widget must say of these values: computed here, in Node. */
export function describedAs(spec: AnyWidget, change: object = {}, unit: Unit = 'bits'): string {
  const values = valuesOf(spec, change);
  return spec.describe(spec.compute(values), values, sayIn(unit));
}
