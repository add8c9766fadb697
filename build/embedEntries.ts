import type { Plugin } from 'vite';
import type { AnyWidget } from '#contract/spec.ts';

/** The entry of an embed page, a bundle that carries this one widget, and of what widgets live on what it asks for. */
export const embedEntry = ({ id, run, trains, work, places }: AnyWidget) =>
  `virtual:embed/${id}${trains ? '+trainer' : run ? '+engine' : work ? '+work' : ''}${places ? '+pins' : ''}`;

/** The entry of the worker that does the work of a widget. */
export const workEntry = (id: string) => `virtual:work/${id}`;

export const embedEntries: Plugin = {
  name: 'embed-entries',
  resolveId: (id) => (/^virtual:(embed|work)\//.test(id) ? `\0${id}` : undefined),
  load(id) {
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
      ${pins ? "import { Pins } from '#kit/host/Pins.tsx';\nimport { showTray } from '#site/client/tray.tsx';" : ''}
      const services = (figure) => ({
        ${engine ? 'engine: engine(), ownReader,' : ''}
        ${trainer ? 'trainer: trainer(figure),' : ''}
      });
      startEmbed({ spec, View, services${work ? ', work: workshopOf(spec)' : ''}${pins ? ', Pins, tray: showTray' : ''} });
    `;
  },
};
