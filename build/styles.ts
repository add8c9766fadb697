import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { quantityNames } from './data.ts';

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

const cssIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .sort()
    .map((file) => join(folder, file));

const viewOf = (id: string) => join('src/widgets', id, 'view.css');

/** What has a stylesheet of its own, which only a page that shows it asks for: widgets, and the calculator. */
export const styledParts = (): ReadonlyMap<string, string> =>
  new Map([
    ...readdirSync('src/widgets')
      .filter((id) => existsSync(viewOf(id)))
      .map((id) => [id, viewOf(id)] as const),
    ['calculator', 'src/site/calculator/calculator.css'],
    ['scoreboard', 'src/site/scoreboard.css'],
  ]);

/**
 * The stylesheets as they are served, each with its sources, in the order of the cascade: what every page of the book needs, or
 * every embed page (which has no formulas); one for each part that has its own; then what paper changes.
 */
export function sheets(): Map<string, readonly string[]> {
  const everywhere = [...cssIn('src/kit/styles'), ...cssIn('src/kit/prose'), 'src/site/site.css'];
  return new Map<string, readonly string[]>([
    ['page', everywhere],
    ['embed', everywhere],
    ...Array.from(styledParts(), ([part, path]) => [sheetOf(part), [path]] as const),
    ['print', ['src/site/print.css']],
  ]);
}

export const sheetOf = (part: string) => `view-${part}`;

/** Every stylesheet of the book in the order of the cascade. */
export const stylesheets = (): string[] => [...new Set([...sheets().values()].flat())];

const face = (family: string, style: string, weight: string, file: string) =>
  `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:swap;src:url('${file}') format('woff2')}`;

/** The Latin subsets of the two text faces, as variable fonts. */
function textFonts(): string {
  const serif = join(packageFolder('@fontsource-variable/source-serif-4'), 'files/source-serif-4-latin-wght');
  const sans = join(packageFolder('@fontsource-variable/inter'), 'files/inter-latin-wght');
  return [
    face('Source Serif 4 Variable', 'normal', '200 900', `${serif}-normal.woff2`),
    face('Source Serif 4 Variable', 'italic', '200 900', `${serif}-italic.woff2`),
    face('Inter Variable', 'normal', '100 900', `${sans}-normal.woff2`),
  ].join('');
}

/** Faces that formulas of this book can call for; KaTeX ships others, and older formats of all. */
const formulaFaces =
  /^KaTeX_(Main-Regular|Main-Bold|Main-Italic|Math-Italic|AMS-Regular|Caligraphic-Regular|Size\d-Regular)\./;

/** Sizes that formulas of this book are set in: text, scripts, and scripts of those. Another one stops the build (`formulas.ts`). */
export const formulaSizes: readonly string[] = ['1', '3', '6'];

function katexStyles(): string {
  const folder = join(packageFolder('katex'), 'dist');
  return readFileSync(join(folder, 'katex.min.css'), 'utf8')
    .replace(/@font-face\{[^}]*\}/g, (rule) => {
      const file = /fonts\/([\w-]+\.woff2)/.exec(rule)![1];
      const source = `src:url('${join(folder, 'fonts', file)}') format("woff2")`;
      return formulaFaces.test(file) ? rule.replace(/src:[^}]*/, source) : '';
    })
    .replace(/[^{}]*\.reset-size(\d+)\.size(\d+)\{[^}]*\}/g, (rule, from: string, to: string) =>
      formulaSizes.includes(from) && formulaSizes.includes(to) ? rule : '',
    );
}

/**
 * In our stylesheets `:lit` is whatever belongs to a quantity that is touched. Which ones these are stands in one place, on the
 * root, so that nothing has to be written onto marks that are drawn anew. A browser needs one selector for each quantity.
 */
export function withLit(styles: string, quantities: Iterable<string>): string {
  const lit = Array.from(quantities, (id) => `:root[data-lit~='${id}'] [data-q='${id}']`);
  return styles.replaceAll(/:lit\b/g, `:is(${lit.join()})`);
}

/** Writes one of the `sheets` for Vite to resolve and minify. Returns its path. */
export function writeStyles(name: string): string {
  const file = resolve('.cache', `${name}.css`);
  const parts = [
    ...(name === 'page' || name === 'embed' ? [textFonts()] : []),
    ...(name === 'page' ? [katexStyles()] : []),
    ...sheets()
      .get(name)!
      .map((path) => readFileSync(path, 'utf8')),
  ];
  mkdirSync(dirname(file), { recursive: true });
  const styles = withLit(parts.join('\n'), quantityNames());
  if (!existsSync(file) || readFileSync(file, 'utf8') !== styles) writeFileSync(file, styles);
  return file;
}
