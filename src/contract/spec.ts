import type { Engine, Signal } from './engine.ts';
import type { Trainer } from './training.ts';
import type { Places } from './places.ts';
import type { Parameters, Values } from './values.ts';
import type { Say } from './say.ts';

/** A number that prose, the data table, exports and tests may quote. Never NaN; ±∞ only if `infinite`. */
export interface Readout<M, V> {
  readonly label: string;
  /** How it is shown: `information` is in nats here and in the reader's unit on the page. */
  readonly kind: 'information' | 'probability' | 'number' | 'count' | 'perplexity';
  /** The notation entry whose symbol and color it carries, if any. */
  readonly quantity?: string;
  /** TeX. */
  readonly formula: string;
  /** The function behind it: `theory/measures/joint.mutualInformation`. */
  readonly source: string;
  readonly infinite?: true;
  of(model: M, values: V): number;
  /** Whether there is nothing to compute it from, as for an empty text: whatever `of` gives, a dash is shown. */
  none?(model: M, values: V): boolean;
}

export interface Table {
  readonly columns: readonly string[];
  /** Columns of words that the reader or a file wrote, which are copied letter by letter and are never numbers or formulas. */
  readonly verbatim?: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** An identity or inequality that holds for every legal value: `gap` is 0 (or ≤ 0) up to `tolerance`. */
export interface Law<M, V> {
  readonly name: string;
  readonly tolerance: number;
  /** How far the law is from holding: |left − right| for an identity, left − right for left ≤ right. */
  gap(model: M, values: V): number;
}

export interface Hint<M, V> {
  /** The first hint whose state is met is shown, so the particular comes before the general. */
  when(model: M, values: V): boolean;
  readonly say: string;
}

export interface Challenge<M, V> {
  readonly id: string;
  readonly task: string;
  /** Where the challenge begins; the rest keeps its default. */
  readonly start?: Partial<V>;
  /** 1 is done; anything between shows the way. */
  score(model: M, values: V): number;
  readonly hints: readonly Hint<M, V>[];
  /** Why the solution is one; shown when it is reached. */
  readonly solved: string;
  /** A solution, for tests and for the reader who gives up. */
  readonly solution: Partial<V>;
}

export interface Preset<V> {
  readonly id: string;
  readonly title: string;
  readonly values: Partial<V>;
  /** What of the reader’s own the case leaves as it is, where he has come to these values; everything else is as by default. */
  keeps?(now: V): Partial<V>;
  /** Why this case is worth a look. */
  readonly why: string;
}

/** How far a work is, from 0 to 1, and what there is to show so far. */
export interface Progress<M> {
  readonly share: number;
  readonly model?: M;
}

/** What the page lends to widgets that live on more than their values: the trainer to those that say `trains`, the engine to all others that run. */
export interface Services {
  readonly engine: Engine;
  /** The same for the network that the reader trained and kept, if there is one. */
  readonly ownReader?: () => Engine | undefined;
  readonly trainer: Trainer;
}

export interface RunContext<M> extends Services {
  readonly signal: Signal;
  /** What the last run had reached, so that a small change need not begin anew. */
  readonly previous?: M;
  /** Lets the page answer the reader between two slices of work that together take long. */
  readonly pause?: () => Promise<void>;
}

export interface WidgetSpec<P extends Parameters = Parameters, M = unknown> {
  /** Folder, URL and registry key. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the reader does here. */
  readonly summary: string;
  /** Glossary and bibliography ids. */
  readonly terms: readonly string[];
  readonly cites: readonly string[];
  readonly params: P;
  /** Pure and quick (under 16 ms). */
  compute(values: Values<P>): M;
  /**
   * For sums too long for a frame: they are done in a worker, in slices of at most some 20 ms, and the last one has share 1 and the whole model.
   * Models travel as JSON: finite numbers and plain arrays. `compute` says what is known before, and is at hand at once.
   */
  work?(values: Values<P>): Iterable<Progress<NoInfer<M>>>;
  /** Parameters of a widget with work that change nothing in the model: they say what of it is looked at, and ask for no new work. */
  readonly looks?: readonly (keyof P & string)[];
  /** For widgets that live on an engine: snapshots until done; the host starts it, aborts it, and starts it anew when values change. */
  run?(values: Values<P>, context: RunContext<NoInfer<M>>): AsyncIterable<M>;
  /** It reads or writes texts, with whichever network the reader wants. */
  readonly reads?: true;
  /** `run` asks the trainer, and not the engine: no page loads what none of its widgets asks. */
  readonly trains?: true;
  /** What of it can be pinned, and be taken from a pin. */
  readonly places?: Places<Values<P>>;
  /** A small change of values reads again what its worker has: the worker prepares it where the first model comes with the page. */
  readonly rereads?: true;
  readonly readouts: Readonly<Record<string, Readout<NoInfer<M>, Values<P>>>>;
  /** One or two sentences with the primary readouts as displayed; different for every preset. */
  describe(model: NoInfer<M>, values: Values<P>, say: Say): string;
  table(model: NoInfer<M>, say: Say, values: Values<P>): Table;
  /**
   * Whether the words of cases and challenges name amounts in bits, which they keep whatever unit the reader chose. False where they
   * speak of bits and none is such an amount: of binary digits, or beside nats.
   */
  readonly wordsInBits?: boolean;
  readonly laws: readonly Law<NoInfer<M>, Values<P>>[];
  readonly challenges: readonly Challenge<NoInfer<M>, Values<P>>[];
  readonly presets: readonly Preset<Values<P>>[];
}

/** Infers the types of a spec from its params and compute. */
export const defineWidget = <P extends Parameters, M>(spec: WidgetSpec<P, M>): WidgetSpec<P, M> => spec;

export type ModelOf<S> = S extends WidgetSpec<infer _P, infer M> ? M : never;
export type ValuesOf<S> = S extends WidgetSpec<infer P, infer _M> ? Values<P> : never;

/** What a view may know: it is a pure function of these. */
export interface ViewProps<S> {
  /** Those that the model is of. */
  readonly values: ValuesOf<S>;
  readonly model: ModelOf<S>;
  /** Those that the reader has set meanwhile, if a work for them is being done: controls and handles stand at these. */
  readonly now?: ValuesOf<S>;
  /** CSS pixels to draw in. */
  readonly width: number;
  set(change: Partial<ValuesOf<S>>): void;
  readonly say: Say;
}

/** Any widget, for lists and hosts that do not care which. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where the types of a widget are forgotten
export type AnyWidget = WidgetSpec<any, any>;

/** The model of these values, all work done. Not for widgets that run on an engine. */
export function wholeModel(spec: AnyWidget, values: Readonly<Record<string, unknown>>): unknown {
  let whole: unknown = spec.compute(values);
  for (const { model } of spec.work?.(values) ?? []) if (model !== undefined) whole = model;
  return whole;
}

/** The anchor of a function or module on its page of checks. */
export const anchorOf = (source: string) => source.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** The pages that say what functions are checked against, by the beginnings of their modules; the last one has all others. */
export const checkPages = [
  {
    path: 'correctness.html',
    title: 'measures, codes and channels',
    modules: ['numerics', 'measures', 'continuous', 'codes', 'channels', 'estimation'].map(
      (field) => `theory/${field}/`,
    ),
  },
  { path: 'correctness-learning.html', title: 'belief and learning', modules: ['theory/belief/', 'theory/learning/'] },
  { path: 'correctness-models.html', title: 'chains, language models, geometry and scale', modules: ['theory/'] },
  { path: 'correctness-figures.html', title: 'figures', modules: ['widgets/'] },
  { path: 'correctness-more.html', title: 'simulations and the model', modules: [''] },
] as const;

export const checkPageOf = (source: string) =>
  checkPages.find(({ modules }) => modules.some((beginning) => source.startsWith(beginning)))!;

/** Where the book says what a function is checked against. */
export const checkOf = (source: string) => `${checkPageOf(source).path}#${anchorOf(source)}`;

/** What a readout says now. */
export const sayNow = <M, V>(readout: Readout<M, V>, model: M, values: V, say: Say): string =>
  readout.none?.(model, values) ? '—' : sayReadout(readout, readout.of(model, values), say);

/** A readout as words. */
export function sayReadout(readout: Readout<never, never>, value: number, say: Say): string {
  return readout.kind === 'information'
    ? say.information(value)
    : readout.kind === 'probability'
      ? say.probability(value)
      : readout.kind === 'count'
        ? say.count(value)
        : readout.kind === 'perplexity'
          ? say.perplexity(Math.log(value))
          : say.number(value);
}
