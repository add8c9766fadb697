import type { Parameter } from './parameter.ts';

export type Parameters = Readonly<Record<string, Parameter>>;
export type Values<P extends Parameters = Parameters> = { readonly [K in keyof P]: P[K]['default'] };

export function defaultValues<P extends Parameters>(params: P): Values<P> {
  return Object.fromEntries(Object.entries(params).map(([key, p]) => [key, p.default])) as Values<P>;
}

/**
 * Values from a query. Keys that no parameter has are passed over in silence: hosts append their own. Every illegal value
 * yields a sentence in `problems`, and a legal value in its place.
 */
export function readValues<P extends Parameters>(
  params: P,
  query: Iterable<[string, string]>,
): { values: Values<P>; problems: string[] } {
  const values: Record<string, unknown> = { ...defaultValues(params) };
  const problems: string[] = [];
  const given = [...query];
  // Of what is said twice, the last counts.
  for (const [key, raw] of new Map(given)) {
    if (!Object.hasOwn(params, key) || params[key].transient) continue;
    const { value, problem } = params[key].parse(raw);
    values[key] = value;
    if (given.filter(([name]) => name === key).length > 1)
      problems.push(`${params[key].label} is given more than once; the last is used.`);
    if (problem) problems.push(problem);
  }
  return { values: values as Values<P>, problems };
}

/** What of a widget says which values it may have. */
interface Presettable {
  readonly params: Parameters;
  readonly presets: readonly { readonly id: string; readonly values: object }[];
}

/** The values that a chapter writes down: those of a preset, if it names one, then its own as in a query, the rest by default. */
export function writtenValues(
  { params, presets }: Presettable,
  { preset, ...written }: Readonly<Record<string, string>>,
): Values {
  const start = preset ? (presets.find(({ id }) => id === preset)!.values as object) : {};
  const given = readValues(params as Parameters, Object.entries(written)).values;
  const chosen = Object.fromEntries(Object.keys(written).map((key) => [key, given[key]]));
  return { ...defaultValues(params as Parameters), ...start, ...chosen };
}

/** The shortest query that restores the values: only what differs from the default, in the order of declaration. */
export function writeValues<P extends Parameters>(params: P, values: Values<P>): [string, string][] {
  return Object.entries(params).flatMap(([key, parameter]) => {
    if (parameter.transient) return [];
    const written = (parameter.format as (value: unknown) => string)(values[key]);
    return written === (parameter.format as (value: unknown) => string)(parameter.default)
      ? []
      : [[key, written] as [string, string]];
  });
}
