import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import katex, { type KatexOptions } from 'katex';
import type { Quantity } from '#kit/prose/book.ts';
import type { Formula } from '#kit/prose/page.ts';
import { createMarker } from './quantities.ts';
import { formulaSizes } from './styles.ts';

const require = createRequire(import.meta.url);

/** What of the speech rule engine is used; it comes without types. */
interface Speech {
  setupEngine(options: Record<string, string>): Promise<unknown>;
  toSpeech(mathml: string): string;
}

/** Commands of the book's own. `\q{id}{tex}` colors a quantity of the notation. `\given` must not be where a line breaks. */
const drawn = {
  '\\H': '\\mathrm{H}',
  '\\I': '\\mathrm{I}',
  '\\D': '\\mathrm{D}',
  '\\E': '\\mathbb{E}',
  '\\P': '\\mathbb{P}',
  '\\given': '\\:\\mathord{\\vert}\\:',
  '\\quantity': '{\\htmlClass{#1}{\\htmlData{q=#2}{#3}}}',
};
const said = { '\\H': 'H', '\\I': 'I', '\\D': 'D', '\\E': 'E', '\\P': 'P', '\\given': '\\text{ given }' };

/** What of KaTeX's macro expander a macro uses: arguments come as tokens, last first. */
interface Expander {
  consumeArgs(count: number): { text: string }[][];
}
const nextArgument = (expander: Expander) =>
  expander
    .consumeArgs(1)[0]
    .map(({ text }) => text)
    .reverse()
    .join('');

/** Node of KaTeX's own tree, as far as its width is concerned. */
interface Node {
  readonly classes?: readonly string[];
  children?: readonly Node[];
  attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly width?: number;
  readonly style?: Readonly<Record<string, string>>;
  toMarkup(): string;
}
const { __renderToHTMLTree: toTree } = katex as unknown as {
  __renderToHTMLTree(tex: string, options: KatexOptions): Node;
};

const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** Width in ems, near enough: what is stacked (fractions, limits) counts once, as wide as its widest. */
function width(node: Node): number {
  const { classes = [], children = [], style = {} } = node;
  // KaTeX joins neighboring letters into one node, which keeps the width of the first. Zero: it knows none.
  if (node.text !== undefined) return node.text === '\u200b' ? 0 : (node.width || 0.5) * [...node.text].length;
  const widths = children.map(width);
  const inner = classes.includes('vlist') ? Math.max(0, ...widths) : widths.reduce((sum, each) => sum + each, 0);
  const size = classes.find((name) => /^size\d+$/.test(name));
  const scale = size && !classes.includes('delimsizing') ? sizes[Number(size.slice(4)) - 1] : 1;
  return scale * inner + (parseFloat(style.marginRight) || 0) + (parseFloat(style.minWidth) || 0);
}

const parts = (node: Node): Node[] =>
  node.classes?.includes('katex-base') ? [node] : (node.children ?? []).flatMap(parts);

/** The color and the name of a quantity on one element: KaTeX makes two, and a chapter has hundreds of quantities. */
function joinMarks(node: Node): void {
  const only = node.children?.length === 1 ? node.children[0] : undefined;
  if (node.classes?.includes('q') && only?.attributes?.['data-q']) {
    node.attributes = { ...node.attributes, ...only.attributes };
    node.children = only.children;
  }
  node.children?.forEach(joinMarks);
}

/** `\big(` is neither opening nor closing to TeX, which then takes a sign after it for a difference: `\bigl(` is meant. */
const paired = (tex: string) =>
  tex.replace(/\\([bB]igg?)(?=[([]|\\\{)/g, '\\$1l').replace(/\\([bB]igg?)(?=[)\]]|\\\})/g, '\\$1r');

/** What the speech engine says too formally for running text. */
const plainer: [RegExp, string][] = [
  [/\b(cap|normal|double struck) /g, ''],
  [/\bof open paren ((?:(?!paren).)+?) close paren/g, 'of $1'],
  [/ semicolon /g, ' and '],
  [/\balmost equals\b/g, 'is about'],
  [/\bright arrow\b/g, 'to'],
  [/\bl n\b/g, 'natural log of'],
];

/** Spoken forms are kept between builds: making them is most of the time that formulas take. */
const cacheFile = '.cache/speech.json';

function readCache(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

export interface Formulas {
  /** Throws KaTeX's ParseError if the TeX is broken, or the quantity of a `\q` unknown. */
  formula(tex: string, display?: boolean): Formula;
  /** Writes the spoken forms to disk. */
  save(): void;
}

export async function createFormulas(notation: ReadonlyMap<string, Quantity>): Promise<Formulas> {
  const speech = require('speech-rule-engine') as Speech;
  await speech.setupEngine({
    json: join(dirname(require.resolve('speech-rule-engine/package.json')), 'lib/mathmaps'),
    locale: 'en',
    domain: 'clearspeak',
    modality: 'speech',
  });

  const quantity = (id: string): Quantity => {
    const found = notation.get(id);
    if (!found) throw new katex.ParseError(`\\q names no quantity of the notation: ${id}`);
    return found;
  };
  const options = (macros: Record<string, string | ((expander: Expander) => string)>): KatexOptions => ({
    throwOnError: true,
    trust({ command }) {
      if (command === '\\htmlClass' || command === '\\htmlData') return true;
      throw new katex.ParseError(`${command} is not for formulas of this book`);
    },
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    macros: macros as unknown as Record<string, string>,
  });
  const toDraw = options({
    ...drawn,
    '\\q': (expander) => {
      const { id, color } = quantity(nextArgument(expander));
      return `\\quantity{q ink-${color}}{${id}}`;
    },
  });
  const toSay = options({
    ...said,
    '\\q': (expander) => {
      const { spoken } = quantity(nextArgument(expander));
      expander.consumeArgs(1);
      return `\\text{${spoken.replaceAll('-', ' ')}}`;
    },
  });

  const mark = createMarker(notation.values());
  const known = readCache();
  function spokenForm(tex: string): string {
    const markup = katex.renderToString(paired(tex), { ...toSay, output: 'mathml' });
    const math = /<math[\s\S]*<\/math>/.exec(markup)![0].replace(/<annotation[\s\S]*?<\/annotation>/, '');
    known[math] ??= plainer.reduce((text, [from, to]) => text.replace(from, to), speech.toSpeech(math));
    return known[math];
  }

  const done = new Map<string, Formula>();
  function formula(tex: string, display = false): Formula {
    const key = `${display}${tex}`;
    const found = done.get(key);
    if (found) return found;
    // Not KaTeX's display mode: that never breaks a line.
    const marked = paired(mark(tex));
    const tree = toTree(display ? `\\displaystyle ${marked}` : marked, toDraw);
    joinMarks(tree);
    const widths = parts(tree).map(width);
    const html = tree.toMarkup();
    for (const [, from, to] of html.matchAll(/reset-size(\d+) size(\d+)/g))
      if (!formulaSizes.includes(from) || !formulaSizes.includes(to))
        throw new katex.ParseError(`the pages have no style for a change from size ${from} to size ${to}`);
    const made = {
      html,
      spoken: spokenForm(tex),
      width: widths.reduce((sum, each) => sum + each, 0),
      widest: Math.max(0, ...widths),
    };
    done.set(key, made);
    return made;
  }

  return {
    formula,
    save() {
      mkdirSync(dirname(cacheFile), { recursive: true });
      writeFileSync(cacheFile, JSON.stringify(known));
    },
  };
}
