import type { Progress } from '#contract/spec.ts';
import { measures, parts } from './measures/all.ts';
import type { Amount, Step } from './measures/measure.ts';
import { read } from './read/read.ts';
import { Refusal, type Kind, type Part, type Settings, type Subject } from './subject.ts';

/** One measure of the reader's input. */
export interface Row {
  readonly id: string;
  readonly part: Part;
  readonly label: string;
  readonly amount: Amount;
  /** Null if there is none. Never NaN; infinite only with a reason. */
  readonly value: number | null;
  /** Why there is no value, or why it is infinite. */
  readonly why?: string;
  readonly steps: readonly Step[];
}

export interface Question {
  readonly text: string;
  readonly kind: Kind | 'guess';
  readonly settings: Settings;
}

export type Report =
  | { readonly refused: string }
  | {
      readonly kind: Kind;
      readonly because?: string;
      readonly size: string;
      readonly warnings: readonly string[];
      readonly parts: readonly Part[];
      readonly rows: readonly Row[];
    };
export type Answered = Exclude<Report, { refused: string }>;

type General = (typeof measures)[number] & {
  none?(part: unknown, settings: Settings): string | undefined;
  value(part: unknown, settings: Settings): number;
  infinite?(part: unknown): string;
  steps(part: unknown, settings: Settings, value: number): readonly Step[];
};

const isZero = (value: number) => (Object.is(value, -0) ? 0 : value);

/** Computes one measure. What theory refuses has no value, with theory's own reason. */
function rowOf(measure: General, subject: Subject, settings: Settings): Row {
  const { id, of, label, amount } = measure;
  const row = { id, part: of, label, amount };
  const part = subject[of];
  const none = (why: string): Row => ({ ...row, value: null, why, steps: [] });
  try {
    const reason = measure.none?.(part, settings);
    if (reason) return none(reason);
    const value = isZero(measure.value(part, settings));
    if (Number.isNaN(value)) return none('It is not defined here.');
    const isInfinite = Math.abs(value) === Infinity;
    return {
      ...row,
      value,
      ...(isInfinite && { why: measure.infinite?.(part) ?? 'It exceeds what a computer’s numbers hold.' }),
      steps: measure.steps(part, settings, value),
    };
  } catch (error) {
    if (error instanceof RangeError) return none(`It cannot be computed: ${error.message}.`);
    throw error;
  }
}

/** Of the time, reading takes so much. */
const reading = 0.5;

/** Reads an input and computes every measure that applies, in slices for a worker. The last one has the whole report. */
export function* reportOn({ text, kind, settings }: Question): Iterable<Progress<Report>> {
  try {
    const steps = read(text, kind, settings);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield { share: reading * step.value };
    const { subject, ...found } = step.value;
    const shown = parts.map(({ part }) => part).filter((part) => subject[part] !== undefined);
    const wanted = shown.flatMap((part) => measures.filter(({ of }) => of === part)) as unknown as General[];
    const rows: Row[] = [];
    for (const measure of wanted) {
      yield { share: reading + ((1 - reading) * rows.length) / (wanted.length + 1) };
      rows.push(rowOf(measure, subject, settings));
    }
    yield { share: 1, model: { ...found, parts: shown, rows } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield { share: 1, model: { refused: error.message } };
  }
}

/** The same at once. */
export function wholeReport(question: Question): Report {
  let found: Report | undefined;
  for (const { model } of reportOn(question)) found = model ?? found;
  return found!;
}
