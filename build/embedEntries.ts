import type { Plugin } from 'vite';
import type { AnyWidget } from '#contract/spec.ts';

/** The entry of an embed page, a bundle that carries this one widget, and of what widgets live on what it asks for. */
export const embedEntry = ({ id, run, trains }: AnyWidget) =>
  `virtual:embed/${id}${trains ? '+trainer' : run ? '+engine' : ''}`;

export const embedEntries: Plugin = {
  name: 'embed-entries',
  resolveId: (id) => (id.startsWith('virtual:embed/') ? `\0${id}` : undefined),
  load(id) {
    const [, widget, trainer, engine] = /^\0virtual:embed\/([^+]+)(\+trainer)?(\+engine)?$/.exec(id) ?? [];
    if (!widget) return undefined;
    return `
      import { spec } from '#widgets/${widget}/spec.ts';
      import { View } from '#widgets/${widget}/View.tsx';
      import { startEmbed } from '#site/client/embed.ts';
      ${engine ? "import { engine, ownReader } from '#site/client/engine.ts';" : ''}
      ${trainer ? "import { trainer } from '#site/client/trainer.ts';" : ''}
      const services = (figure) => ({
        ${engine ? 'engine: engine(), ownReader,' : ''}
        ${trainer ? 'trainer: trainer(figure),' : ''}
      });
      startEmbed({ spec, View, services });
    `;
  },
};
