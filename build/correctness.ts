import { merged, readRows, type Check } from '../fixtures/correctness/rows.ts';
import type { CheckedField, CheckedFunction, LoadedWidget } from '#site/workshop.ts';
import { declarationsIn, modulesIn, type Declaration } from './declarations.ts';

/** Formulas weigh most on the page; the figures of a function have the others. */
const mostFormulas = 3;

/** The first sentence: up to a full stop that ends neither an initial nor “et al.” */
const firstSentence = (doc: string) => /^.*?(?<!\b[A-Z]|et al)\.(?=\s|$)/.exec(doc.replaceAll('\n', ' '))?.[0] ?? doc;

function checksByFunction(): Map<string, Check[]> {
  const checks = new Map<string, Check[]>();
  for (const functions of Object.values(readRows()))
    for (const [source, found] of Object.entries(functions))
      checks.set(source, [...(checks.get(source) ?? []), ...found]);
  return checks;
}

/** The readouts of widgets that a function computes. */
function readoutsByFunction(widgets: ReadonlyMap<string, LoadedWidget>) {
  const readouts = new Map<string, { label: string; formula: string; widget: string }[]>();
  for (const [widget, { spec }] of widgets)
    for (const { label, formula, source } of Object.values(spec.readouts))
      readouts.set(source, [...(readouts.get(source) ?? []), { label, formula, widget }]);
  return readouts;
}

/**
 * The correctness page: every function of which the tests compare a number (`docs/correctness.json`), with its own doc
 * comment, the readouts that show it, and what it is compared with; by module, theory first.
 */
export function checkedFields(widgets: ReadonlyMap<string, LoadedWidget>): CheckedField[] {
  const checks = checksByFunction();
  const readouts = readoutsByFunction(widgets);
  const declared = new Map<string, Declaration>(
    declarationsIn(['theory', 'sim', 'contract', 'model', 'widgets'].flatMap(modulesIn)).map((one) => [
      `${one.module}.${one.name}`,
      one,
    ]),
  );
  const fields = new Map<string, CheckedFunction[]>();
  for (const [source, found] of checks) {
    const module = /^[^.]*/.exec(source)![0];
    // A method is explained where its interface is.
    const doc = (declared.get(source) ?? declared.get(source.replace(/\.\w+$/, '')))?.doc ?? '';
    const shown = readouts.get(source) ?? [];
    const one: CheckedFunction = {
      source,
      name: source.slice(module.length + 1),
      doc: firstSentence(doc).replaceAll('`', ''),
      readouts: [...new Map(shown.map((readout) => [readout.formula, readout])).values()].slice(0, mostFormulas),
      widgets: [...new Set(shown.map(({ widget }) => widget))],
      references: merged(found).flatMap(({ reference, ...numbers }) => (reference ? [{ reference, ...numbers }] : [])),
      tests: found.flatMap(({ test, ...numbers }) => (test ? [numbers] : [])),
    };
    fields.set(module, [...(fields.get(module) ?? []), one]);
  }
  const layers = ['theory', 'sim', 'contract', 'model', 'widgets'];
  const place = (module: string) => layers.indexOf(module.split('/')[0]);
  return [...fields]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([module, functions]) => ({ module, functions: functions.sort((a, b) => (a.name < b.name ? -1 : 1)) }));
}
