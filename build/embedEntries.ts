import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { AnyWidget } from '#contract/spec.ts';

/** The entry of an embed page, a bundle that carries this one widget, and of what widgets live on what it asks for. */
export const embedEntry = ({ id, run, trains, work, places }: AnyWidget) =>
  `virtual:embed/${id}${trains ? '+trainer' : run ? '+engine' : work ? '+work' : ''}${places ? '+pins' : ''}`;

/** The entry of the worker that does the work of a widget. */
export const workEntry = (id: string) => `virtual:work/${id}`;

/** The ids in `src/site/widgets.ts`, in their order. */
const ids = () =>
  [...readFileSync('src/site/widgets.ts', 'utf8').matchAll(/^ {2}entry\('([^']+)'/gm)].map(([, id]) => id);

/**
 * Besides the entries, `virtual:widgets`: what brings each widget of a page to life, as one import for each. Every page carries
 * this list, and with one for the spec and one for the view it weighs twice as much.
 */
export const embedEntries: Plugin = {
  name: 'embed-entries',
  resolveId: (id) => (/^virtual:(?:widgets$|(?:embed|work|widget)\/)/.test(id) ? `\0${id}` : undefined),
  load(id) {
    if (id === '\0virtual:widgets')
      return `export const widgets = {${ids()
        .map((each) => `'${each}': () => import('virtual:widget/${each}')`)
        .join()}};`;
    const alive = /^\0virtual:widget\/(.+)$/.exec(id)?.[1];
    if (alive)
      return `
        export { spec } from '#widgets/${alive}/spec.ts';
        export { View } from '#widgets/${alive}/View.tsx';
      `;
    const worker = /^\0virtual:work\/(.+)$/.exec(id)?.[1];
    if (worker)
      return `
        import { spec } from '#widgets/${worker}/spec.ts';
        import { serveWork } from '#workers/work.ts';
        serveWork(self, spec.work);
      `;
    const [, widget, trainer, engine, work, pins] =
      /^\0virtual:embed\/([^+]+)(\+trainer)?(\+engine)?(\+work)?(\+pins)?$/.exec(id) ?? [];
    if (!widget) return undefined;
    return `
      import { spec } from '#widgets/${widget}/spec.ts';
      import { View } from '#widgets/${widget}/View.tsx';
      import { startEmbed } from '#site/client/embed.ts';
      ${engine ? "import { engine, ownReader } from '#site/client/engine.ts';" : ''}
      ${trainer ? "import { trainer } from '#site/client/trainer.ts';" : ''}
      ${work ? "import { workshopOf } from '#site/client/work.ts';" : ''}
      ${pins ? "import { Pins, startPins } from '#site/client/pinsLater.ts';" : ''}
      const services = (figure) => ({
        ${engine ? 'engine: engine(), ownReader,' : ''}
        ${trainer ? 'trainer: trainer(figure),' : ''}
      });
      startEmbed({ spec, View, services${work ? ', work: workshopOf(spec)' : ''}${pins ? ', Pins, startPins' : ''} });
    `;
  },
};
