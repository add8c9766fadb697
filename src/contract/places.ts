import type { NumberParameter, Parameter, SimplexParameter } from './parameter.ts';
import { kindWords, type Content, type ContentOf, type PinKind } from './pin.ts';
import type { Parameters, Values } from './values.ts';

/** Where a figure holds something that can be pinned, and takes it from a pin. */
export interface Place<V = Readonly<Record<string, unknown>>> {
  readonly kind: PinKind;
  /** What is held there, as the figure calls it: `p, what is true`. */
  readonly label: string;
  get(values: V): Content;
  /** What has to change for the figure to hold it; or a sentence that says why it cannot. */
  put(content: Content, values: V): Partial<V> | string;
}

export type Places<V> = Readonly<Record<string, Place<V>>>;

/** A place for one kind, which refuses all others. */
export function place<V, K extends PinKind>(
  kind: K,
  label: string,
  get: (values: V) => ContentOf<K>,
  put: (content: ContentOf<K>, values: V) => Partial<V> | string,
): Place<V> {
  return {
    kind,
    label,
    get,
    put: (content, values) =>
      content.kind === kind
        ? put(content as ContentOf<K>, values)
        : `A ${kindWords[content.kind]} is no ${kindWords[kind]}, which is what goes here.`,
  };
}

const padded = (values: readonly number[], size: number) => [...values, ...Array<number>(size - values.length).fill(0)];

/** With as few outcomes of probability 0 as make the parameter take it: some have laws of any size, most of one. */
function filledUp(values: readonly number[], { names, parse, format }: SimplexParameter): readonly number[] {
  const takes = (law: readonly number[]) => parse(format(law)).problem === undefined;
  for (let size = values.length; size < names.length; size++)
    if (takes(padded(values, size))) return padded(values, size);
  return padded(values, names.length);
}

/** Sizes of a table in words. */
const by = (rows: number, columns: number) => `${rows} by ${columns}`;

interface PlaceOptions<V> {
  /** What is held there, if it is not what the parameter is called. */
  readonly label?: string;
  /** What else has to be so for the figure to show it. */
  readonly also?: Partial<V>;
}

/**
 * The place of a parameter that holds a law, a joint table or a text. What is smaller than the parameter is filled up with outcomes of
 * probability 0; what is larger is refused.
 */
export function placeOf<P extends Parameters, K extends keyof P & string>(
  params: P,
  key: K,
  { label = params[key].label, also = {} }: PlaceOptions<Values<P>> = {},
): Place<Values<P>> {
  const change = (value: unknown) => ({ ...also, [key]: value }) as Partial<Values<P>>;
  const parameter: Parameter = params[key];
  if (parameter.kind === 'simplex')
    return place(
      'distribution',
      label,
      (values) => ({ kind: 'distribution', values: values[key] as readonly number[] }),
      ({ values }) =>
        values.length > parameter.names.length
          ? `It has ${values.length} outcomes, and ${label} holds at most ${parameter.names.length}.`
          : change(filledUp(values, parameter)),
    );
  if (parameter.kind === 'table') {
    const [high, wide] = [parameter.rows.length, parameter.columns.length];
    return place(
      'joint',
      label,
      (values) => ({ kind: 'joint', rows: values[key] as readonly (readonly number[])[] }),
      ({ rows }) =>
        rows.length > high || rows[0].length > wide
          ? `It is a table of ${by(rows.length, rows[0].length)}, and ${label} holds at most ${by(high, wide)}.`
          : change(Array.from({ length: high }, (_, i) => padded(rows[i] ?? [], wide))),
    );
  }
  if (parameter.kind === 'text')
    return place(
      'text',
      label,
      (values) => ({ kind: 'text', text: values[key] as string }),
      ({ text }) => {
        const { problem } = parameter.parse(text);
        return problem && text.length > parameter.maximumLength
          ? `It has ${text.length} characters, and ${label} holds at most ${parameter.maximumLength}.`
          : (problem ?? change(text));
      },
    );
  throw new RangeError(`placeOf: ${key} is a ${parameter.kind}, which holds no law, table or text`);
}

/** The parameter of a figure that gives the probability of state `to`; the other state has the rest. */
interface RowOf<P> {
  readonly key: keyof P & string;
  readonly to: 0 | 1;
}

/** The place of a chain on two states, each of whose rows is one number of the figure: that of what comes after state 0, and after 1. */
export function twoStateChain<P extends Parameters>(
  params: P,
  label: string,
  after: readonly [RowOf<P>, RowOf<P>],
): Place<Values<P>> {
  return place(
    'chain',
    label,
    (values) => ({
      kind: 'chain',
      rows: after.map(({ key, to }) => {
        const p = values[key] as number;
        return to === 0 ? [p, 1 - p] : [1 - p, p];
      }),
    }),
    ({ rows }) => {
      if (rows.length !== 2) return `It is a chain on ${rows.length} states, and ${label} has two.`;
      const change: Record<string, number> = {};
      for (const [state, { key, to }] of after.entries()) {
        const { min, max, label } = params[key] as unknown as NumberParameter;
        // Addresses hold six decimals of a number.
        const p = Number(rows[state][to].toFixed(6));
        if (p < min || p > max) return `“${label}” would be ${p}, and it lies between ${min} and ${max} here.`;
        change[key] = p;
      }
      return change as Partial<Values<P>>;
    },
  );
}

/** What became of a content on its way into a figure, in words; empty if it is what it was. */
export function whatChanged(content: Content, held: Content): string {
  if (content.kind === 'distribution' && held.kind === 'distribution') {
    const more = held.values.length - content.values.length;
    return more > 0 ? `The figure has ${more} more outcome${more > 1 ? 's' : ''}, of probability 0 now.` : '';
  }
  if (content.kind === 'joint' && held.kind === 'joint') {
    const [rows, columns] = [held.rows.length, held.rows[0].length];
    return rows > content.rows.length || columns > content.rows[0].length
      ? `Its table is filled up to ${by(rows, columns)} with cells of probability 0.`
      : '';
  }
  return '';
}
