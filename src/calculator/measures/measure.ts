import type { Part, Settings, Subject } from '#calculator/subject.ts';

/** A piece of a worked step: words, or an amount of information in nats, which the page says in the reader's unit. */
export type Piece = string | { readonly nats: number };
export type Step = readonly Piece[];

/**
 * What a number is: `information` is in nats; `power` is e to a number of nats, kept as that exponent, which may exceed any number;
 * `digits` are binary digits of a code, whatever the reader's unit.
 */
export type Amount = 'information' | 'power' | 'digits' | 'number' | 'probability' | 'count';

export interface Measure<P extends Part = Part> {
  readonly id: string;
  readonly of: P;
  readonly label: string;
  /** TeX. */
  readonly formula: string;
  readonly amount: Amount;
  /** Where the book explains it, a page and an anchor; absent where no written chapter does. */
  readonly at?: string;
  /** The function behind it, as on the correctness page: `theory/measures/entropy.entropy`. */
  readonly source?: string;
  value(part: NonNullable<Subject[P]>, settings: Settings): number;
  /** A sentence on why there is no value, if there is none. */
  none?(part: NonNullable<Subject[P]>, settings: Settings): string | undefined;
  /** Where ∞ comes from, if the value is infinite. */
  infinite?(part: NonNullable<Subject[P]>, settings: Settings): string;
  steps(part: NonNullable<Subject[P]>, settings: Settings, value: number): readonly Step[];
}

/** Measures of all parts in one list. */
export type AnyMeasure = Measure<never> & Pick<Measure, 'of'>;

/** Measures of one part. */
export const measuresOf = <P extends Part>(part: P, ...measures: readonly Omit<Measure<P>, 'of'>[]): AnyMeasure[] =>
  measures.map((measure) => ({ of: part, ...measure }) as unknown as AnyMeasure);
