import mdx from '@mdx-js/rollup';
import type { InlineConfig, Plugin } from 'vite';
import { mdxOptions } from './mdx/processor.ts';

/** The entry of an embed page, a bundle that carries this one widget: `virtual:embed/entropy-venn` or, with the model, `virtual:embed/read-my-text+engine`. */
const embedEntries: Plugin = {
  name: 'embed-entries',
  resolveId: (id) => (id.startsWith('virtual:embed/') ? `\0${id}` : undefined),
  load(id) {
    const [, widget, engine] = /^\0virtual:embed\/([^+]+)(\+engine)?$/.exec(id) ?? [];
    if (!widget) return undefined;
    return `
      import { spec } from '#widgets/${widget}/spec.ts';
      import { View } from '#widgets/${widget}/View.tsx';
      import { startEmbed } from '#site/client/embed.ts';
      ${engine ? "import { engine } from '#site/client/engine.ts';" : ''}
      startEmbed({ spec, View ${engine ? ', engine' : ''} });
    `;
  },
};

export const viteConfig = {
  configFile: false,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [{ enforce: 'pre', ...mdx(mdxOptions) }, embedEntries],
} satisfies InlineConfig;
