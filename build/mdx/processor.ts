import { createProcessor, type CompileOptions } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { visit } from 'unist-util-visit';
import { punctuation } from '#kit/prose/punctuation.ts';

export type Root = ReturnType<ReturnType<typeof createProcessor>['parse']>;
export type Block = Root['children'][number];
interface Parent {
  children: Block[];
}

/** The words of a node: its text without the markup. */
export function wordsOf(node: Root | Block): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Block[]).map(wordsOf).join('') : '';
}

const jsx = (
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  inline: boolean,
  children: Block[] = [],
) =>
  ({
    type: inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  }) as unknown as Block & Parent;

/** `$…$` and `$$…$$` become the component Tex. Punctuation after a formula in a line goes into it, to stay with it. */
const formulas = () => (tree: Root) =>
  visit(tree, (node, i, parent) => {
    const { children } = (parent ?? { children: [] }) as Parent;
    if (node.type === 'math') children[i!] = jsx('Tex', { tex: node.value, display: null }, false);
    const symbol = node.type === 'mdxJsxTextElement' && node.name === 'Q' && node.children.length === 0;
    if (node.type !== 'inlineMath' && !symbol) return;
    const next = children[i! + 1];
    const after = next?.type === 'text' ? (punctuation.exec(next.value)?.[0] ?? '') : '';
    if (next?.type === 'text') next.value = next.value.slice(after.length);
    if (node.type === 'inlineMath') children[i!] = jsx('Tex', { tex: node.value, after }, true);
    else if (symbol) node.attributes.push({ type: 'mdxJsxAttribute', name: 'after', value: after });
  });

/** The anchor of a heading: its words. */
export const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const anchors = () => (tree: Root) =>
  visit(tree, 'heading', (node) => {
    node.data = { ...node.data, hProperties: { id: slug(wordsOf(node)) } };
  });

const wide = new Set(['Figure', 'Explore', 'Derivation', 'Proof', 'Claims', 'AllClaims']);
const isWide = (node: Block) =>
  (node.type === 'mdxJsxFlowElement' && wide.has(node.name ?? '')) || node.type === 'table';

/** Runs of ordinary blocks become one column, so that notes beside them can flow past paragraphs. */
const columns = () => (tree: Root) => {
  const group = (parent: Parent) => {
    const grouped: Block[] = [];
    let column: Parent | undefined;
    for (const node of parent.children) {
      if (node.type === 'yaml') continue;
      if (isWide(node)) {
        column = undefined;
        if (node.type === 'mdxJsxFlowElement' && node.name === 'Explore') group(node as Parent);
        grouped.push(node);
      } else if (column) column.children.push(node);
      else {
        const measure = jsx('div', { className: 'measure' }, false, [node]);
        column = measure;
        grouped.push(measure);
      }
    }
    parent.children = grouped;
  };
  group(tree);
};

const syntax = [remarkFrontmatter, remarkGfm, remarkMath];

/** How chapters are compiled. */
export const mdxOptions: CompileOptions = { remarkPlugins: [...syntax, formulas, anchors, columns] };

const trees = new Map<string, Root>();

/** The tree of a chapter as it was written, to be read and not changed. A page is parsed once, however many ask. */
export function parse(source: string): Root {
  const known = trees.get(source);
  if (known) return known;
  const tree = createProcessor({ remarkPlugins: syntax }).parse(source);
  trees.set(source, tree);
  return tree;
}
