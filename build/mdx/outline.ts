import { visit, SKIP } from 'unist-util-visit';
import { parse, slug, wordsOf, type Block } from './processor.ts';

/** A stretch of a page below a heading of the second level, or before the first one; its words are without formulas and answers. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly words: string;
}

/** What a reader finds out by answering. */
const answers = new Set(['Reveal', 'Solution', 'Reply', 'Wrong', 'Otherwise']);

function plain(block: Block): string {
  const words: string[] = [];
  visit(block, (node) => {
    if ('name' in node && answers.has(node.name ?? '')) return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value);
    return undefined;
  });
  return words.join(' ');
}

/** The blocks of a page in their order, those inside of an Explore among them. */
const blocksOf = (nodes: readonly Block[]): Block[] =>
  nodes.flatMap((node) =>
    node.type === 'mdxJsxFlowElement' && node.name === 'Explore' ? blocksOf(node.children as Block[]) : [node],
  );

/** The sections of a page, the first of which has no heading. A text that cannot be parsed has none; the linter says why. */
export function sectionsIn(source: string): Section[] {
  const sections = [{ anchor: '', title: '', words: '' }];
  try {
    for (const node of blocksOf(parse(source).children)) {
      if (node.type === 'yaml') continue;
      if (node.type === 'heading' && node.depth === 2)
        sections.push({ anchor: slug(wordsOf(node)), title: wordsOf(node), words: '' });
      else sections.at(-1)!.words += ` ${plain(node)}`;
    }
  } catch {
    return [];
  }
  return sections.map((section) => ({ ...section, words: section.words.replace(/\s+/g, ' ').trim() }));
}

/** Ids of the widgets that a page shows as figures, each once. */
export const widgetsIn = (source: string): string[] => [
  ...new Set(Array.from(source.matchAll(/<(?:Explore|Figure)\b[^>]*? widget="([^"]+)"/g), ([, id]) => id)),
];
