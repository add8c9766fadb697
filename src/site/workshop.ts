import type { ComponentType } from 'react';
import type { AnyWidget } from '#contract/spec.ts';
import type { Book } from '#kit/prose/book.ts';
import type { AnyValues, Formula } from '#kit/prose/page.ts';

export interface LoadedWidget {
  readonly spec: AnyWidget;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- views of different widgets
  readonly View: ComponentType<any>;
}

/** What the build lends to the pages: data that was checked, formulas, and models that had to be computed beforehand. */
export interface Workshop {
  readonly book: Book;
  readonly widgets: ReadonlyMap<string, LoadedWidget>;
  formula(tex: string, display?: boolean): Formula;
  /** The model of a widget that runs on an engine, at its end; undefined until `finish` has computed it. */
  finished(spec: AnyWidget, values: AnyValues): unknown;
  finish(spec: AnyWidget, values: AnyValues): Promise<void>;
  readonly version: string;
  /** Where an error can be reported, if the publisher has said so. */
  readonly reports?: string;
  /** The zip of the whole book, if it has been built. */
  readonly offlineCopy?: { readonly file: string; readonly bytes: number };
}
