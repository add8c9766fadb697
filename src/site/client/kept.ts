import { readValues, writeValues, type Parameters } from '#contract/values.ts';
import type { WidgetStore } from '#kit/state/store.ts';
import { rememberInTab } from '#kit/state/storage.ts';

/**
 * What a reader has built letter by letter, a game, a code, a plan of questions, outlasts a reload of the page. It is what a link to
 * the figure would say, and stays in this tab; a text of the reader's own is no part of it. `linked` says that the address asked for
 * other values: they come first.
 */
export function keepInTab(store: WidgetStore, prefix: string, linked: boolean): void {
  const { params } = store.spec;
  const built = Object.entries(params as Parameters).flatMap(([key, { kind, transient }]) =>
    kind === 'text' && !transient ? key : [],
  );
  if (built.length === 0) return;
  const first = store.getState().values;
  const key = `figure${location.pathname}#${prefix}`;
  const kept = new URLSearchParams(rememberInTab.get(key) ?? '');
  if (!linked && kept.size > 0) {
    const { values, problems } = readValues(params, kept);
    if (problems.length === 0) store.restore(values, []);
  }
  store.subscribe(({ values }, before) => {
    if (values === before.values) return;
    const isBuilt = built.some((name) => values[name] !== first[name]);
    rememberInTab.set(key, isBuilt ? new URLSearchParams(writeValues(params, values)).toString() : '');
  });
}
