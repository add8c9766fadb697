import { parseCondition } from '#contract/condition.ts';
import { wholeModel, type AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { parseExpression, relationOf } from '#kit/prose/expression.ts';
import { parseSweep, readoutsNamed } from '#kit/prose/prediction.ts';
import { statuses, vocabulary, type PropKind } from '#kit/prose/vocabulary.ts';
import type { Library, Use } from './check.ts';

const oneOf = (names: Iterable<string>) => [...names].join(', ') || 'none';

/** A parameter's initial value, written as in a URL: what is wrong with it, if anything. */
function checkValue(key: string, text: string, { name, spec }: Use): string | undefined {
  const takesValues = vocabulary[name].takesValues;
  if (!takesValues || !spec) return takesValues ? undefined : `<${name}> has no property ${key}`;
  const parameter = spec.params[key];
  if (!parameter) return `${spec.id} has no parameter ${key} (it has ${oneOf(Object.keys(spec.params))})`;
  if (parameter.transient) return `${key} of ${spec.id} is not part of its address`;
  return parameter.parse(text).problem;
}

/** What is wrong with a property, if anything. `kind` is undefined for properties that the component does not declare. */
export function checkProp(
  kind: PropKind | undefined,
  key: string,
  text: string,
  use: Use,
  library: Library,
  chapter: string,
): string | undefined {
  const { spec } = use;
  const { book, widgets, order } = library;
  const here = order.indexOf(chapter);
  const isAfter = (other: string) => here >= 0 && order.indexOf(other) > here;
  const readouts = spec?.readouts ?? {};
  const has = (object: object, name: string) => Object.hasOwn(object, name);
  switch (kind) {
    case undefined:
      return checkValue(key, text, use);
    case 'words':
    case 'tex':
      return text.trim() === '' ? `${key} is empty` : undefined;
    case 'name':
    case 'heading':
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
        ? undefined
        : `${key}="${text}" must be small letters, digits and hyphens`;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? undefined : `${key}="${text}" is not a number`;
    case 'yes':
      return text === 'yes' ? undefined : `${key} is either "yes" or not there`;
    case 'yes or no':
      return text === 'yes' || text === 'no' ? undefined : `${key} is "yes" or "no"`;
    case 'status':
      return statuses.some((status) => status === text) ? undefined : `${key}="${text}" is none of ${oneOf(statuses)}`;
    case 'source':
      return book.bibliography.has(text) ? undefined : `the bibliography has no “${text}”`;
    case 'quantity':
      return book.notation.has(text) ? undefined : `the notation has no “${text}”`;
    case 'widget':
      return widgets.has(text) ? undefined : `there is no widget “${text}” (there are ${oneOf(widgets.keys())})`;
    case 'explore':
      return spec ? undefined : `there is no <Explore id="${text}"> on this page`;
    case 'term': {
      const entry = book.glossary.get(text);
      if (!entry) return `the glossary has no “${text}”`;
      if (!order.includes(entry.chapter))
        return `the glossary says that “${text}” is introduced in “${entry.chapter}”, which is no chapter`;
      if (isAfter(entry.chapter)) return `“${text}” is used before “${entry.chapter}”, which introduces it`;
      const introduced = book.chapters.get(chapter)?.terms ?? [];
      if (entry.chapter === chapter && !introduced.includes(text))
        return `“${text}” is missing from the terms in the front matter`;
      return undefined;
    }
    case 'bet': {
      const asked = book.bets.get(text);
      if (asked?.kind !== 'Bet') return `the book has no bet “${text}”`;
      return isAfter(asked.chapter) ? `“${text}” is asked for the first time only in “${asked.chapter}”` : undefined;
    }
    case 'preset': {
      if (!spec) return undefined;
      const preset = spec.presets.find(({ id }) => id === text);
      if (!preset) return `${spec.id} has no preset ${text} (it has ${oneOf(spec.presets.map(({ id }) => id))})`;
      const transient = Object.keys(preset.values as object).find((name) => spec.params[name].transient);
      // Where no figure is shown, none has to be linked to.
      if (['Predict', 'Numeric', 'Try'].includes(use.name)) return undefined;
      return transient && `preset ${text} sets ${transient}, which is not part of an address`;
    }
    case 'parameter':
      if (!spec) return undefined;
      if (!has(spec.params, text))
        return `${spec.id} has no parameter ${text} (it has ${oneOf(Object.keys(spec.params))})`;
      return ['number', 'integer'].includes(spec.params[text].kind) ? undefined : `${text} is not a number`;
    case 'readout':
      return !spec || has(readouts, text)
        ? undefined
        : `${spec.id} has no readout ${text} (it has ${oneOf(Object.keys(readouts))})`;
    case 'readouts': {
      const missing = readoutsNamed(text).find((readout) => !has(readouts, readout));
      return spec && missing !== undefined
        ? `${spec.id} has no readout ${missing} (it has ${oneOf(Object.keys(readouts))})`
        : undefined;
    }
    case 'sweep': {
      const sweep = parseSweep(text);
      if (!sweep) return `${key}="${text}" is not a parameter and 3 to 11 values, like “noise 0..1 by 0.1”`;
      return (
        checkProp('parameter', key, sweep.param, use, library, chapter) ??
        sweep.values.map((value) => checkValue(sweep.param, String(value), use)).find(Boolean)
      );
    }
    case 'condition': {
      const condition = parseCondition(text);
      if (!condition) return `${key}="${text}" is no condition like “name > 0.1”`;
      return !spec || has(readouts, condition.name) || has(spec.params, condition.name)
        ? undefined
        : `${spec.id} has no readout or parameter ${condition.name}`;
    }
    case 'expression': {
      const parts = parseExpression(text);
      if (!parts) return `${key}="${text}" is not readouts joined by + and -`;
      const missing = parts.find((part) => 'readout' in part && !has(readouts, part.readout));
      return spec && missing && 'readout' in missing ? `${spec.id} has no readout ${missing.readout}` : undefined;
    }
  }
}

/** A line of a proof claims one thing, and has either both sides of it or none. */
export function problemOfLine({ tex, says, left, right }: Readonly<Record<string, string>>, hasFigure: boolean) {
  if ((tex === undefined) === (says === undefined)) return '<Line> needs tex="…" or says="…", and not both';
  if ((left === undefined) !== (right === undefined)) return '<Line> has both left="…" and right="…", or none of them';
  if (left !== undefined && tex === undefined) return '<Line> with numbers needs tex="…", whose two sides they are';
  if (left !== undefined && !hasFigure) return '<Line> with numbers stands only inside of an <Explore>';
  return undefined;
}

/** A line of a derivation or a proof must be true: in the default state and in every preset. */
export function problemsOfStep({ tex, left, right }: Readonly<Record<string, string>>, spec: AnyWidget): string[] {
  const parts = parseExpression(right ?? '');
  const known = (name: string) => Object.hasOwn(spec.readouts, name);
  if (!parts || !known(left) || spec.run || parts.some((part) => 'readout' in part && !known(part.readout))) return [];
  const states = [{}, ...spec.presets.map(({ values }) => values as object)];
  return states.flatMap((state) => {
    const values = { ...defaultValues(spec.params), ...state };
    const model = wholeModel(spec, values);
    const value = (name: string) => spec.readouts[name].of(model, values);
    const [from, to] = [value(left), sum(parts, value)];
    const gap = relationOf(tex) === '≤' ? from - to : Math.abs(from - to);
    return gap <= 1e-9 * Math.max(1, Math.abs(from))
      ? []
      : [`${left} is ${from}, but ${right} is ${to} for ${JSON.stringify(state)}`];
  });
}

/** The value of a sum with parentheses, whose syntax has been checked. */
function sum(parts: NonNullable<ReturnType<typeof parseExpression>>, value: (readout: string) => number): number {
  let [total, sign, i] = [0, 1, 0];
  const outer: [number, number][] = [];
  for (; i < parts.length; i++) {
    const part = parts[i];
    if ('readout' in part) total += sign * value(part.readout);
    else if (part.sign === '(') {
      outer.push([total, sign]);
      [total, sign] = [0, 1];
    } else if (part.sign === ')') {
      const [before, signBefore] = outer.pop()!;
      total = before + signBefore * total;
    } else sign = part.sign === '+' ? 1 : -1;
  }
  return total;
}
