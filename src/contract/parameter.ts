import { formatDistribution, sampleSimplex, toDistribution } from './distribution.ts';
import { meaningsOf, numberFor } from './numberIn.ts';
import { grouped } from './say.ts';

/**
 * Typed parameters of a widget. One declaration gives the control, the URL codec, the check and the legal values for tests.
 *
 * `parse` never fails: it returns a legal value and, if the text was not legal, a sentence that says what was wrong and
 * what is used instead.
 */

export interface Parsed<T> {
  readonly value: T;
  readonly problem?: string;
}

interface Common<K extends string, T> {
  readonly kind: K;
  /** What the control is called. */
  readonly label: string;
  readonly default: T;
  /** One more sentence for the reader, shown with the control. */
  readonly help?: string;
  /** `view`: the picture carries the control (a handle, a brush). Otherwise the host draws one. */
  readonly control?: 'view';
  /** Never written to the URL: what the reader looks at, a private text. */
  readonly transient?: true;
  /** What the browser remembers of the reader: not even a link with the reader’s own text has it. */
  readonly unlinked?: true;
  parse(text: string): Parsed<T>;
  format(value: T): string;
  /** A legal value from numbers in [0, 1), for tests over many legal states. */
  sample(next: () => number): T;
}

export interface NumberParameter extends Common<'number' | 'integer', number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown after the number: `tokens`, `%`. */
  readonly unit?: string;
  /** Equal stretches of its slider are equal ratios, and it stops at round numbers. Needs min > 0. */
  readonly scale?: 'log';
  /** On a logarithmic scale: up to here the slider stops at every step. */
  readonly singlyTo?: number;
  /** How its box has it, where that is not the value: the budget, whose power of ten it is. `read` gives NaN for what is none. */
  readonly written?: { format(value: number): string; read(text: string): number };
  /** Its logarithmic slider stops at more numbers, none more than a twentieth above the one before: for what is looked for by dragging. */
  readonly fine?: true;
}
export interface ChoiceParameter<C extends string = string> extends Common<'choice', C> {
  readonly options: readonly { readonly value: C; readonly label: string }[];
}
export interface ToggleParameter extends Common<'toggle', boolean> {
  /** On while something runs that the reader began: a run that fails turns it off, so that it can be begun again. */
  readonly begins?: true;
}
export interface TableParameter extends Common<'table', readonly (readonly number[])[]> {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Rows and columns that a text leaves out are zero. */
  readonly open?: true;
}
export interface SimplexParameter extends Common<'simplex', readonly number[]> {
  readonly names: readonly string[];
}
export interface TextParameter extends Common<'text', string> {
  readonly maximumLength: number;
}
export interface SeedParameter extends Common<'seed', number> {
  readonly max: number;
}

export type Parameter =
  | NumberParameter
  | ChoiceParameter
  | ToggleParameter
  | TableParameter
  | SimplexParameter
  | TextParameter
  | SeedParameter;

type Options<P extends Parameter> = Omit<P, 'kind' | 'parse' | 'format' | 'sample'>;

const brief = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const quote = (text: string) => `“${brief(text)}”`;

/** As a box shows it. */
const shown = (value: number) => grouped(String(value));

const decimals = (step: number) => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));

function numeric(kind: 'number' | 'integer', options: Options<NumberParameter>): NumberParameter {
  const { label, min, max, step } = options;
  const digits = decimals(step);
  return {
    kind,
    ...options,
    // So small a number is one all the same, down to what is rounding.
    format: (value) =>
      Math.abs(value) < 5e-7 && Math.abs(value) > 1e-13
        ? String(Number(value.toPrecision(6)))
        : String(Number(value.toFixed(Math.max(digits, 6)))),
    parse(text) {
      // Of a whole number 2,000 is two thousand, and no 2 with three decimals.
      const typed =
        kind === 'integer' ? (meaningsOf(text)[0] ?? NaN) : numberFor(text, (one) => one >= min && one <= max);
      // What `format` writes as 0 is 0, so that a link restores what was shown.
      const value = Math.abs(typed) <= 1e-13 ? 0 : typed;
      if (!Number.isFinite(value))
        return {
          value: options.default,
          problem: `${label}: ${quote(text)} is not a number; ${shown(options.default)} is used.`,
        };
      const clamped = Math.min(max, Math.max(min, kind === 'integer' ? Math.round(value) : value));
      if (clamped !== value)
        return {
          value: clamped,
          problem:
            value < min || value > max
              ? `${label}: ${brief(text.trim())} is outside ${shown(min)} to ${shown(max)}; ${shown(clamped)} is used.`
              : `${label}: ${brief(text.trim())} is not a whole number; ${shown(clamped)} is used.`,
        };
      return { value };
    },
    sample(next) {
      if (options.scale === 'log')
        return Number((step * Math.round((min * (max / min) ** next()) / step)).toFixed(digits));
      const steps = Math.round((max - min) / step);
      return Number((min + step * Math.floor(next() * (steps + 1))).toFixed(digits));
    },
  };
}

export const number = (options: Options<NumberParameter>) => numeric('number', options);
/** The same with another upper end, above which a number is refused. */
export const atMost = <P extends NumberParameter>(parameter: P, max: number): P => ({
  ...parameter,
  ...numeric(parameter.kind, { ...parameter, max }),
});
export const integer = (options: Omit<Options<NumberParameter>, 'step'>) => numeric('integer', { ...options, step: 1 });

export function choice<C extends string>(options: Options<ChoiceParameter<C>>): ChoiceParameter<C> {
  const values = options.options.map((option) => option.value);
  return {
    kind: 'choice',
    ...options,
    format: (value) => value,
    parse(text) {
      const value = values.find((candidate) => candidate === text);
      if (value !== undefined) return { value };
      return {
        value: options.default,
        problem: `${options.label}: ${quote(text)} is none of ${values.join(', ')}; ${options.default} is used.`,
      };
    },
    sample: (next) => values[Math.floor(next() * values.length)],
  };
}

export function toggle(options: Options<ToggleParameter>): ToggleParameter {
  return {
    kind: 'toggle',
    ...options,
    format: (value) => (value ? '1' : '0'),
    parse(text) {
      if (text === '1' || text === 'true') return { value: true };
      if (text === '0' || text === 'false') return { value: false };
      const used = options.default ? 'on' : 'off';
      return {
        value: options.default,
        problem: `${options.label}: ${quote(text)} is neither 0 nor 1; ${used} is used.`,
      };
    },
    sample: (next) => next() < 0.5,
  };
}

const parseList = (text: string) => text.split(',').map((item) => (item.trim() === '' ? NaN : Number(item)));

/** A joint distribution p(row, column), written row by row: `.3,.1;.2,.4`. */
export function table(options: Options<TableParameter>): TableParameter {
  const { label, rows, columns } = options;
  return {
    kind: 'table',
    ...options,
    format(value) {
      const written = formatDistribution(value.flat());
      return value.map((row, i) => written.slice(i * row.length, (i + 1) * row.length).join(',')).join(';');
    },
    parse(text) {
      const written = text.split(';').map(parseList);
      const fallback = { value: options.default };
      const widest = Math.max(...written.map((row) => row.length));
      const isRoomy = written.length <= rows.length && widest <= columns.length;
      // An entry that is no number is said before the gaps are filled.
      const cells = options.open && isRoomy && text.trim() !== '' ? rows.map((_, i) => columns.map((_, j) => (i < written.length && j < written[i].length ? written[i][j] : 0))) : written; // prettier-ignore
      const odd = options.open && text.split(/[;,]/).find((item) => item.trim() !== '' && Number.isNaN(Number(item)));
      if (odd) return { ...fallback, problem: `${label}: ${quote(odd.trim())} is not a number; the default table is shown.` }; // prettier-ignore
      if (cells.length !== rows.length || cells.some((row) => row.length !== columns.length))
        return {
          ...fallback,
          problem: `${label}: expected ${options.open ? 'at most ' : ''}${rows.length} rows of ${options.open ? 'at most ' : ''}${columns.length} numbers; the default table is shown.`,
        };
      const { value, problem } = toDistribution(cells.flat());
      if (!value) return { ...fallback, problem: `${label}: ${problem}; the default table is shown.` };
      return {
        value: rows.map((_, i) => value.slice(i * columns.length, (i + 1) * columns.length)),
        ...(problem && { problem: `${label}: ${problem}.` }),
      };
    },
    sample(next) {
      const flat = sampleSimplex(rows.length * columns.length, next);
      return rows.map((_, i) => flat.slice(i * columns.length, (i + 1) * columns.length));
    },
  };
}

/** A distribution over named outcomes: `.5,.3,.2`. */
export function simplex(options: Options<SimplexParameter>): SimplexParameter {
  const { label, names } = options;
  return {
    kind: 'simplex',
    ...options,
    format: (value) => formatDistribution(value).join(','),
    parse(text) {
      const numbers = parseList(text);
      if (numbers.length !== names.length)
        return { value: options.default, problem: `${label}: expected ${names.length} numbers; the default is used.` };
      const { value, problem } = toDistribution(numbers);
      if (!value) return { value: options.default, problem: `${label}: ${problem}; the default is used.` };
      return { value, ...(problem && { problem: `${label}: ${problem}.` }) };
    },
    sample: (next) => sampleSimplex(names.length, next),
  };
}

export function text(options: Options<TextParameter>): TextParameter {
  const { label, maximumLength } = options;
  return {
    kind: 'text',
    ...options,
    format: (value) => value,
    parse(raw) {
      if (raw.length <= maximumLength) return { value: raw };
      const cut = raw.slice(0, maximumLength);
      return { value: cut, problem: `${label}: only the first ${maximumLength} of ${raw.length} characters are used.` };
    },
    sample(next) {
      const alphabet = ['a', 'the ', '\n', 'é', '🦉', 'שלום', '<b>', ' ', '0.5'];
      return Array.from({ length: Math.floor(next() * 12) }, () => alphabet[Math.floor(next() * alphabet.length)]).join(
        '',
      );
    },
  };
}

/** The seed of everything random in a widget: a whole number that the reader may change and share. */
export function seed(options: { label?: string; default?: number } = {}): SeedParameter {
  const max = 2 ** 31 - 1;
  const { label = 'Seed', default: fallback = 1 } = options;
  const { parse } = numeric('integer', { label, default: fallback, min: 0, max, step: 1 });
  return {
    kind: 'seed',
    label,
    default: fallback,
    max,
    format: String,
    parse,
    sample: (next) => Math.floor(next() * 1000),
  };
}
