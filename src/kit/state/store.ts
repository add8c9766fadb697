import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Parameter } from '#contract/parameter.ts';
import type { AnyWidget, Progress, Services } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';

type AnyValues = Readonly<Record<string, unknown>>;

export interface WidgetState {
  readonly values: AnyValues;
  readonly model: unknown;
  /** The values that the model is of. While a work is being done, and after it was stopped, they may be earlier ones than those that the reader has set. */
  readonly asked: AnyValues;
  /** Sentences on what was wrong with a URL or an input, and what is shown instead. */
  readonly problems: readonly string[];
  /** Of a work that is being done, and since when; undefined if there is none. */
  readonly working?: { readonly share: number; readonly since: number };
  /** A work was ended before it was done. */
  readonly stopped?: true;
  /** Earlier values, latest last. */
  readonly past: readonly AnyValues[];
}

/** What a case changes of the defaults, where the reader has come to these values. */
export const caseFor = ({ values, keeps }: AnyWidget['presets'][number], now: AnyValues): AnyValues => ({
  ...(values as AnyValues),
  ...(keeps?.(now as never) as AnyValues | undefined),
});

export interface WidgetStore extends StoreApi<WidgetState> {
  readonly spec: AnyWidget;
  /** Parameters that only a URL can set: nothing that the reader does changes them. */
  readonly locked: readonly string[];
  /** Joined to the change before it, as the middle of a drag, if it changes the same in the same gesture. */
  change(change: AnyValues): void;
  /** A gesture begins: the next change is a step of its own. */
  beginGesture(): void;
  undo(): void;
  /** The default with this change, in one step. */
  begin(change: AnyValues): void;
  /** A case worth a look, in one step. */
  choose(preset: AnyWidget['presets'][number]): void;
  /** Back to what the figure began with: on a page, what its text speaks of. */
  reset(): void;
  /** Replaces everything, as from a URL. */
  restore(values: AnyValues, problems: readonly string[]): void;
  dismiss(): void;
  /** Starts the run of a spec that has one, for these and all later values, until the returned function is called. */
  run(services: Services): () => void;
  /** The same for a spec with work, done by whoever is given; `begun` if the present model is whole. */
  work(workshop: Workshop, begun: boolean): () => void;
  /** Ends the work that is being done; the next change of values begins another. */
  stopWork(): void;
  /** Does it after all. */
  goOn(): void;
  /** Back to the values of the model that is shown, in one step. */
  goBack(): void;
}

/** Does the work of this widget for these values until the signal. */
export type Workshop = (values: AnyValues, signal: AbortSignal) => AsyncIterable<Progress<unknown>>;

const pastKept = 100;
/** Changes of the same parameters that follow each other within this many milliseconds, as of a held key, are undone together. */
const oneGesture = 600;

export function createWidgetStore(
  spec: AnyWidget,
  initial: Partial<Pick<WidgetState, 'values' | 'model' | 'problems'>> = {},
  locked: readonly string[] = [],
): WidgetStore {
  const values = initial.values ?? defaultValues(spec.params);
  const store = createStore<WidgetState>(() => ({
    values,
    asked: values,
    model: initial.model ?? spec.compute(values),
    problems: initial.problems ?? [],
    past: [],
  }));
  const free = (change: AnyValues): AnyValues =>
    Object.fromEntries(Object.entries(change).filter(([key]) => !locked.includes(key)));
  let last = { at: -Infinity, keys: '' };
  const beginGesture = () => (last = { at: -Infinity, keys: '' });
  let works: Works = { end: () => {}, goOn: () => {} };
  const show = (next: AnyValues, rest: Partial<WidgetState> = {}) =>
    store.setState({
      values: next,
      ...(!spec.work && { asked: next }),
      ...(!spec.run && !spec.work && { model: spec.compute(next) }),
      ...rest,
    });

  function begin(change: AnyValues) {
    const { values, past } = store.getState();
    beginGesture();
    show(
      { ...values, ...free({ ...defaultValues(spec.params), ...change }) },
      { past: [...past, values].slice(-pastKept), problems: [] },
    );
  }

  return {
    ...store,
    spec,
    locked,
    change(wanted) {
      const { values, past } = store.getState();
      const change = free(wanted);
      if (Object.keys(change).every((key) => Object.is(change[key], values[key]))) return;
      const lasting = Object.keys(change).some((key) => !spec.params[key].transient);
      const now = { at: performance.now(), keys: Object.keys(change).sort().join() };
      const same = now.at - last.at < oneGesture && now.keys === last.keys;
      if (lasting) last = now;
      show({ ...values, ...change }, lasting && !same ? { past: [...past, values].slice(-pastKept) } : {});
    },
    undo() {
      const { past } = store.getState();
      beginGesture();
      if (past.length > 0) show(past[past.length - 1], { past: past.slice(0, -1), problems: [] });
    },
    begin,
    choose: (preset) => begin(caseFor(preset, store.getState().values)),
    beginGesture,
    reset: () => begin(values),
    restore: (values, problems) => show(values, { problems }),
    dismiss: () => store.setState({ problems: [] }),
    run: (services) => follow(spec, store, services),
    work(workshop, begun) {
      const { stop, ...rest } = followWork(store, spec.looks ?? [], workshop, begun);
      works = rest;
      return stop;
    },
    stopWork: () => works.end(),
    goOn: () => works.goOn(),
    goBack: () => begin(store.getState().asked),
  };
}

interface Works {
  end(): void;
  goOn(): void;
}

/** Has the work done for the current values; a change of values ends it and begins another, but one of what is only looked at. */
function followWork(store: StoreApi<WidgetState>, looks: readonly string[], workshop: Workshop, begun: boolean) {
  let abort = new AbortController();
  function end() {
    abort.abort();
    const { working } = store.getState();
    store.setState({ working: undefined, ...(working && { stopped: true }) });
  }
  const lookedAt = (values: AnyValues) => Object.fromEntries(looks.map((key) => [key, values[key]]));
  async function start(values: AnyValues) {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const since = performance.now();
    store.setState({ working: { share: 0, since }, stopped: undefined });
    try {
      for await (const { share, model } of workshop(values, signal)) {
        if (signal.aborted) return;
        store.setState({
          working: { share, since },
          ...(model !== undefined && { model, asked: { ...values, ...lookedAt(store.getState().values) } }),
        });
      }
    } catch (error) {
      if (!signal.aborted)
        store.setState({ problems: [error instanceof Error ? error.message : String(error)], stopped: true });
    }
    if (!signal.aborted) store.setState({ working: undefined });
  }
  const unsubscribe = store.subscribe(({ values, asked }, before) => {
    if (values === before.values) return;
    if (Object.keys(values).every((key) => looks.includes(key) || Object.is(values[key], before.values[key])))
      return store.setState({ asked: { ...asked, ...lookedAt(values) } });
    void start(values);
  });
  const goOn = () => void start(store.getState().values);
  if (!begun) goOn();
  return {
    end,
    goOn,
    stop() {
      unsubscribe();
      end();
    },
  };
}

/** Whether the model is whole and of the values that the reader has set. */
export const isWhole = ({ working, stopped }: WidgetState) => working === undefined && stopped === undefined;

/** The values that the reader has set and the model is not of. */
export const askedSince = ({ values, asked }: WidgetState): readonly string[] =>
  values === asked ? [] : Object.keys(values).filter((key) => !Object.is(values[key], asked[key]));

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Runs `spec.run` for the current values; a change of values aborts it and starts it anew from what it had reached. */
function follow(spec: AnyWidget, store: StoreApi<WidgetState>, services: Services): () => void {
  let abort = new AbortController();
  let why: readonly string[] = [];
  const switches = Object.entries<Parameter>(spec.params).flatMap(([key, of]) =>
    of.kind === 'toggle' && of.begins ? [key] : [],
  );
  async function start(values: AnyValues) {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const isBegun = switches.some((key) => values[key]);
    // Tried again.
    if (isBegun && why.length > 0 && store.getState().problems === why) store.setState({ problems: [] });
    try {
      const context = { ...services, signal, previous: store.getState().model, pause };
      for await (const model of spec.run!(values, context)) {
        if (signal.aborted) return;
        store.setState({ model });
      }
    } catch (error) {
      if (signal.aborted) return;
      why = [error instanceof Error ? error.message : String(error)];
      const off = { ...values, ...Object.fromEntries(switches.map((key) => [key, false])) };
      store.setState({ problems: why, ...(isBegun && { values: off, asked: off }) });
    }
  }
  const stop = store.subscribe(({ values }, before) => {
    if (values !== before.values) void start(values);
  });
  void start(store.getState().values);
  return () => {
    stop();
    abort.abort();
  };
}
