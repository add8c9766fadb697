import { widgets } from '#site/widgets.ts';

/** How far outside of the window a widget comes to life. */
const ahead = '600px';

async function bringToLife(explore: HTMLElement) {
  const island = explore.querySelector<HTMLElement>('[data-island]')!;
  const entry = widgets.find(({ id }) => id === island.dataset.island)!;
  const [{ mountIsland }, { bindProse }, { spec }, { View }] = await Promise.all([
    import('./mount.tsx'),
    import('./prose.ts'),
    entry.spec(),
    entry.view(),
  ]);
  const engine = spec.run && (await import('./engine.ts')).engine();
  const store = mountIsland(island, { spec, View }, { explore: explore.dataset.explore, engine });
  bindProse(explore, store);
}

/** Every widget of the page comes to life when it comes near the window, or when a link names it. */
export function startIslands() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        bringToLife(target as HTMLElement).catch((error: unknown) => {
          // The figure stays as it was drawn at build time; the console says why.
          console.error(error);
        });
      }
    },
    { rootMargin: ahead },
  );
  for (const explore of document.querySelectorAll('[data-explore]')) observer.observe(explore);
}
