import { createContext, useContext, type ReactNode } from 'react';
import type { Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import type { Book } from './book.ts';
import type { statuses } from './vocabulary.ts';

/** A formula as KaTeX drew it, and as words. */
export interface Formula {
  readonly html: string;
  readonly spoken: string;
  /** Its width in ems, and that of its widest part that cannot be broken: what a narrow screen must scale to. */
  readonly width: number;
  readonly widest: number;
}

export type AnyValues = Readonly<Record<string, unknown>>;

/** A widget in the state in which a page shows it. */
export interface Shown {
  /** Names this occurrence on the page: links to its state, and the anchor of its figure. */
  readonly id: string;
  readonly spec: AnyWidget;
  readonly values: AnyValues;
  readonly model: unknown;
  /** Its run on an engine is still to come; the page is going to be drawn again. */
  readonly unfinished?: true;
}

/** A claim as it stands in its chapter. */
export interface BookClaim {
  readonly id: string;
  readonly status: (typeof statuses)[number];
  /** What it says, with its formulas. */
  readonly says: ReactNode;
  /** The figure that decides it. */
  readonly widget?: { readonly id: string; readonly title: string };
}

/** The claims of a written page, in their order. */
export interface ClaimsOfPage {
  /** Of the page. */
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly chapter: { readonly part: number; readonly number: number; readonly title: string };
  readonly claims: readonly BookClaim[];
}

/** What prose needs to know of the page on which it is rendered. Rendering happens at build time only. */
export interface Page {
  readonly book: Book;
  readonly unit: Unit;
  /** The way to the root of the book, before a slash. */
  readonly root: string;
  /** Every claim of the book, on the page that lists them; elsewhere there are none. */
  readonly claims: readonly ClaimsOfPage[];
  formula(tex: string, display?: boolean): Formula;
  /** The widget with these values, as in a URL; the rest by default or by the preset. */
  show(id: string, widget: string, written: Readonly<Record<string, string>>): Shown;
  /** The figure of a widget, drawn, ready to be brought to life. */
  island(shown: Shown): ReactNode;
  /** 1, 2, 3, … for each kind of thing, in the order of the page. */
  count(kind: string): number;
  /** Remembers that the page names a source or a term, for the lists at its end. */
  mention(kind: 'source' | 'term', id: string): void;
  mentioned(kind: 'source' | 'term'): readonly string[];
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('Prose is rendered inside of a PageContext.');
  return page;
}

/** The widget that an Explore owns, for the values and handles inside of it. */
export const ExploreContext = createContext<Shown | undefined>(undefined);

export function useExplore(): Shown {
  const shown = useContext(ExploreContext);
  if (!shown) throw new Error('Scrub, Value, Show, Derivation and a bare Figure stand inside of an Explore.');
  return shown;
}
