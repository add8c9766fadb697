import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Engine } from '#contract/engine.ts';
import { sayIn } from '#contract/say.ts';
import { checkOf, sayNow, type AnyWidget, type Readout, type Services } from '#contract/spec.ts';
import { readValues, writeValues, type Parameters } from '#contract/values.ts';
import type { ShareTargets } from '#kit/host/Share.tsx';
import { settings } from '#kit/state/settings.ts';
import { createWidgetStore, type WidgetStore, type Workshop } from '#kit/state/store.ts';
import { WidgetHost, type WidgetHostProps } from '#kit/host/WidgetHost.tsx';
import { keepInTab } from './kept.ts';
import { pageUnit, root } from './page.ts';
import { said } from './said.ts';

export interface Widget {
  readonly spec: AnyWidget;
  readonly View: WidgetHostProps['View'];
  /** Lends a widget that runs, drawn in this element, what it lives on; given by the bundle, so that other bundles carry none. */
  services?(figure: Element): Services;
  /** For a widget with work. */
  readonly work?: Workshop;
  /** For a widget with places. */
  readonly Pins?: WidgetHostProps['Pins'];
  /** Shows what is pinned at the end of this element, as soon as there is something. */
  startPins?(within: HTMLElement): void;
}

const written = (store: WidgetStore, prefix = '') =>
  new URLSearchParams(
    writeValues(store.spec.params, store.getState().values).map(([key, value]) => [prefix + key, value]),
  );

const withQuery = (url: string, query: URLSearchParams) => (query.size > 0 ? `${url}?${query}` : url);

/** The reader's own text goes into the fragment only, which no server sees, and only when asked for. */
function ownText(store: WidgetStore): string | undefined {
  const found = Object.entries(store.spec.params as Parameters).find(
    ([, { kind, transient, unlinked }]) => kind === 'text' && transient && !unlinked,
  );
  return found && `#${new URLSearchParams({ [found[0]]: String(store.getState().values[found[0]]) })}`;
}

function shareTargets(store: WidgetStore, explore: string | undefined): ShareTargets {
  const embed = () => withQuery(`${root()}embed/${store.spec.id}.html`, written(store));
  return {
    embed,
    check: (source) => root() + checkOf(source),
    notes: `${root()}teaching.html`,
    link: () =>
      explore === undefined
        ? embed()
        : `${withQuery(location.href.replace(/[?#].*$/, ''), written(store, `${explore}.`))}#${explore}`,
    ...(ownText(store) && { linkWithText: () => embed() + ownText(store) }),
  };
}

/**
 * What a link asks for: the query (under a prefix on pages with several widgets) and, for the reader's own text, the fragment.
 * Whether it asked for anything.
 */
function restoreFromUrl(store: WidgetStore, prefix: string): boolean {
  const { params } = store.spec;
  const query = [...new URLSearchParams(location.search)]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as [string, string]);
  const asked = query.filter(([key]) => Object.hasOwn(params, key) && !params[key].transient);
  const { values, problems } = readValues(params, query);
  const texts = [...new URLSearchParams(location.hash.slice(1))].filter(
    ([key]) => params[key]?.kind === 'text' && params[key].transient && !params[key].unlinked,
  );
  if (asked.length === 0 && texts.length === 0) return false;
  const read = texts.map(([key, text]) => [key, params[key].parse(text)] as const);
  store.restore({ ...values, ...Object.fromEntries(read.map(([key, { value }]) => [key, value])) }, [
    ...problems,
    ...read.flatMap(([, { problem }]) => problem ?? []),
  ]);
  return true;
}

/** The one readout of a widget that carries a quantity, as displayed. */
function valueOf(store: WidgetStore, quantity: string): string | undefined {
  const found = Object.values(store.spec.readouts as Readonly<Record<string, Readout<never, never>>>).filter(
    (readout) => readout.quantity === quantity,
  );
  if (found.length !== 1) return undefined;
  const { model, asked } = store.getState();
  const say = sayIn(settings.getState().unit ?? pageUnit());
  return sayNow(found[0], model as never, asked as never, say);
}

export interface MountOptions extends Partial<Pick<WidgetHostProps, 'ui' | 'hidden' | 'headingLevel' | 'Pins'>> {
  readonly locked?: readonly string[];
  /** The name of the explore that the widget stands in; absent on an embed page, where it has the query to itself. */
  readonly explore?: string;
  /** For widgets that run. */
  readonly services?: Services;
  /** For widgets with work. */
  readonly work?: Workshop;
}

/**
 * Brings an island to life: hydrates it in the state of its HTML, then applies the link's state and starts its run.
 * `<script data-model-for>` beside it holds the model of a widget that runs on an engine, computed at build time.
 */
export function mountIsland(island: HTMLElement, { spec, View }: Widget, options: MountOptions): WidgetStore {
  const { explore, services, work, locked = [], ...host } = options;
  const { values } = readValues(
    spec.params,
    Object.entries(JSON.parse(island.dataset.values ?? '{}') as Record<string, string>),
  );
  const prefix = island.dataset.prefix ?? '';
  const model = document.querySelector(`script[data-model-for="${prefix}"]`)?.textContent;
  const initial = { values, ...(model && { model: JSON.parse(model) as unknown }) };
  const store = createWidgetStore(
    spec,
    initial,
    locked.filter((key) => Object.hasOwn(spec.params, key)),
  );
  let stop = () => {};
  /** Begins anew, with another reader. */
  function readWith(engine: Engine) {
    stop();
    store.setState({ model: spec.compute(store.getState().values) });
    stop = store.run({ ...services!, engine });
  }
  const element = (
    <WidgetHost
      {...host}
      store={store}
      View={View}
      unit={pageUnit()}
      share={shareTargets(store, explore)}
      services={services}
      onEngine={readWith}
    />
  );
  // The HTML holds the whole widget. One of which the host of an embed page wants less is drawn anew, in place of it.
  const isWhole = host.ui !== 'figure' && locked.length === 0 && !host.hidden?.length;
  if (isWhole && island.childElementCount > 0) hydrateRoot(island, element, { identifierPrefix: prefix });
  else createRoot(island, { identifierPrefix: prefix }).render(element);
  said.set(island, (quantity) => valueOf(store, quantity));
  const drawn = store.getState().values;
  keepInTab(store, prefix, restoreFromUrl(store, explore === undefined ? '' : `${explore}.`));
  if (spec.run && services) stop = store.run(services);
  if (work) stop = store.work(work, model !== undefined && drawn === store.getState().values);
  return store;
}
