import type { AnyWidget, Services } from '#contract/spec.ts';
import type { WidgetStore } from '#kit/state/store.ts';
import { widgets } from 'virtual:widgets';

/** How far outside of the window a widget comes to life. */
const ahead = '600px';

/** Loads no more than the widget asks for. */
async function servicesOf(spec: AnyWidget, figure: Element): Promise<Services | undefined> {
  if (!spec.run) return undefined;
  if (spec.trains) return { trainer: (await import('./trainer.ts')).trainer(figure) } as Services;
  const { engine, ownReader } = await import('./engine.ts');
  return { engine: engine(), ownReader } as Services;
}

const loadPanel = () => import('#kit/host/PinPanel.tsx');

async function bringToLife(explore: HTMLElement): Promise<WidgetStore> {
  const island = explore.querySelector<HTMLElement>('[data-island]')!;
  const [{ mountIsland }, { bindProse }, { spec, View }] = await Promise.all([
    import('./mount.tsx'),
    import('./prose.ts'),
    widgets[island.dataset.island!](),
  ]);
  const services = await servicesOf(spec, island);
  const works = spec.work && (await import('./work.ts'));
  const work = works?.workshopOf(spec);
  const Pins = spec.places && (await import('#kit/host/Pins.tsx')).pinsFrom(loadPanel);
  const store = mountIsland(island, { spec, View }, { explore: explore.dataset.explore, services, work, Pins });
  bindProse(explore, store);
  if (work && spec.rereads && !store.getState().working) void works!.prepare(work, store);
  return store;
}

const lives = new WeakMap<HTMLElement, Promise<WidgetStore>>();

/** The figure in this stretch of the page, alive: it comes to life now if it has not yet. */
export function lifeOf(explore: HTMLElement): Promise<WidgetStore> {
  const life = lives.get(explore) ?? bringToLife(explore);
  lives.set(explore, life);
  return life;
}

/** Every widget of the page comes to life when it comes near the window, or when a link names it. */
export function startIslands() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        lifeOf(target as HTMLElement).catch((error: unknown) => {
          // The figure stays as it was drawn at build time; the console says why.
          console.error(error);
        });
      }
    },
    { rootMargin: ahead },
  );
  for (const explore of document.querySelectorAll('[data-explore]')) observer.observe(explore);
}
