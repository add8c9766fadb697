import type { Unit } from '#contract/say.ts';

/** The artefacts that are made from one source. `dev` is the site as the development server shows it. */
export type Variant = 'site' | 'offline' | 'dev';

/** A page before it becomes a file of one of the artefacts. */
export interface Document {
  readonly title: string;
  readonly description: string;
  /** A widget alone in a frame, or a page of the book. */
  readonly kind: 'page' | 'embed';
  /** The way to the root of the book, before a slash: `.`, `..`, or from the root of the host. */
  readonly root: string;
  readonly unit: Unit;
  /** The static oEmbed file that describes it, if there is one. */
  readonly oembed?: string;
  readonly body: string;
  /** What it shows of the parts that may have styles of their own: widgets, and the calculator. */
  readonly parts: readonly string[];
}

/** Files of a page, relative to the root of the book. */
export interface Assets {
  readonly styles: readonly string[];
  /** By part, of those that have one of their own. */
  readonly stylesOf?: Readonly<Record<string, string>>;
  readonly printStyles?: readonly string[];
  /** Module scripts, or classic ones that run when the page has been parsed. */
  readonly scripts: readonly { readonly src: string; readonly module?: boolean }[];
  /** Runs before anything is painted: the reader's theme. */
  readonly early?: string;
  readonly modulePreloads?: readonly string[];
  readonly fontPreloads?: readonly string[];
  /** Distinguishes this build from others, where files keep their names. */
  readonly build: string;
  /** Where the site is published, if that is known: only then can it say its full addresses. */
  readonly address?: string;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const attributes = (all: Readonly<Record<string, string | boolean | undefined>>) =>
  Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
    .join('');

const element = (name: string, all: Parameters<typeof attributes>[0]) =>
  `<${name}${attributes(all)}>${name === 'script' ? '</script>' : ''}`;

/** Nothing from elsewhere. Formulas and figures drawn at build time need style attributes. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** A document as HTML: the only place where the artefacts differ. */
export function template(skeleton: string, page: Document, variant: Variant, assets: Assets): string {
  const { title, description, kind, root, unit, oembed, body, parts } = page;
  const at = (file: string) => `${root}/${file}`;
  const { address } = assets;
  const head = [
    // The development server writes its style and reload scripts into the page.
    variant !== 'dev' && element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    `<title>${escape(title)}</title>`,
    element('meta', { name: 'description', content: description }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { property: 'og:title', content: title }),
    element('meta', { property: 'og:description', content: description }),
    address && element('meta', { property: 'og:image', content: `${address}social.png` }),
    element('link', { rel: 'icon', type: 'image/svg+xml', href: at('favicon.svg') }),
    oembed &&
      address &&
      element('link', { rel: 'alternate', type: 'application/json+oembed', href: address + oembed, title }),
    assets.early && element('script', { src: at(assets.early) }),
    ...(assets.fontPreloads ?? []).map((file) =>
      element('link', { rel: 'preload', as: 'font', type: 'font/woff2', href: at(file), crossorigin: true }),
    ),
    ...[...assets.styles, ...parts.flatMap((part) => assets.stylesOf?.[part] ?? [])].map((file) =>
      element('link', { rel: 'stylesheet', href: at(file) }),
    ),
    ...(assets.printStyles ?? []).map((file) => element('link', { rel: 'stylesheet', media: 'print', href: at(file) })),
    ...(assets.modulePreloads ?? []).map((file) => element('link', { rel: 'modulepreload', href: at(file) })),
    ...assets.scripts.map(({ src, module }) =>
      element('script', { src: at(src), ...(module ? { type: 'module' } : { defer: true }) }),
    ),
  ];
  const html = {
    lang: 'en',
    'data-root': root,
    'data-variant': variant === 'offline' ? 'offline' : 'site',
    'data-unit': unit,
  };
  return skeleton
    .replace(
      '<html lang="en">',
      () => `<html${attributes({ ...html, 'data-kind': kind, 'data-build': assets.build })}>`,
    )
    .replace('<!-- head -->', () => head.filter(Boolean).join('\n    '))
    .replace('<!-- body -->', () => body);
}
