import type { AnyWidget } from '#contract/spec.ts';
import type { WidgetHostProps } from '#kit/host/WidgetHost.tsx';
import type { Book } from '#kit/prose/book.ts';
import type { AnyValues, Formula } from '#kit/prose/page.ts';

export interface LoadedWidget {
  readonly spec: AnyWidget;
  readonly View: WidgetHostProps['View'];
}

/** A comparison of what a function returns: how often, how far off at worst, and how far off it may be. */
interface Compared {
  readonly cases: number;
  readonly worst: number;
  readonly tolerance: number;
}

/** A function of which tests compare numbers: a row of the correctness page. */
export interface CheckedFunction {
  /** `theory/measures/joint.mutualInformation`, as in the readouts that it computes. */
  readonly source: string;
  readonly name: string;
  readonly doc: string;
  /** What widgets show of it: a few, each formula once. */
  readonly readouts: readonly { readonly label: string; readonly formula: string }[];
  readonly widgets: readonly string[];
  /** Against values that were made with another implementation. */
  readonly references: readonly (Compared & { readonly reference: string })[];
  /** Against what a test brings itself: closed forms, identities, brute force. */
  readonly tests: readonly Compared[];
}

export interface CheckedField {
  readonly module: string;
  readonly functions: readonly CheckedFunction[];
}

/** What the build lends to the pages: data that was checked, formulas, and models that had to be computed beforehand. */
export interface Workshop {
  readonly book: Book;
  readonly widgets: ReadonlyMap<string, LoadedWidget>;
  formula(tex: string, display?: boolean): Formula;
  /** The model of a widget that runs on an engine, at its end; undefined until `finish` has computed it. */
  finished(spec: AnyWidget, values: AnyValues): unknown;
  finish(spec: AnyWidget, values: AnyValues): Promise<void>;
  readonly checked: readonly CheckedField[];
  readonly version: string;
  /** Where an error can be reported, if the publisher has said so. */
  readonly reports?: string;
  /** The zip of the whole book, if it has been built. */
  readonly offlineCopy?: { readonly file: string; readonly bytes: number };
}
