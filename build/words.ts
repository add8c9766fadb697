import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visit } from 'unist-util-visit';
import { places } from '#site/chapters.ts';
import { parse, type Block, type Root } from './mdx/processor.ts';

const folder = 'src/book';

/** What leaves a hole in a sentence when it is left out: a number that moves, words that come and go, a formula. */
const holes = new Set(['Value', 'Scrub', 'Show']);
const hole = '\uFFFC';
/** What can be left out of a sentence. */
const asides = new Set(['Cite', 'Note']);
/** Parts of a sentence; any other element is a text of its own. */
const parts = new Set(['Term', 'Q']);

/** A paragraph as plain text, with a mark in place of each hole. */
function textOf(paragraph: Root | Block): string {
  let text = '';
  visit(paragraph, (node) => {
    const element = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node : undefined;
    const name = element?.name ?? '';
    if (node.type === 'inlineMath' || holes.has(name) || (name === 'Q' && element?.children.length === 0)) {
      text += hole;
      return 'skip';
    }
    if (asides.has(name)) return 'skip';
    if (element && !parts.has(name)) text += ' ';
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    return undefined;
  });
  return text
    .replace(/\s+([.,;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The sentences of a chapter that are words and nothing else, by paragraphs. */
export function proseIn(source: string): string {
  const found: string[] = [];
  visit(parse(source), 'paragraph', (node) => {
    const sentences = textOf(node)
      .split(/(?<=[.?!][”’)]?) (?=[A-Z“(])/)
      .filter((sentence) => !sentence.includes(hole) && /[.?!][”’)]?$/.test(sentence));
    if (sentences.length > 0) found.push(sentences.join(' '));
    return 'skip';
  });
  return found.join('\n\n');
}

/** The prose of all pages, in their order. */
export function wordsOfBook(): string {
  return places.map(({ id }) => proseIn(readFileSync(join(folder, `${id}.mdx`), 'utf8'))).join('\n\n');
}

/** What figures train on: the prose of the book, or passages of other books. */
export const trainingText = (of: 'words' | 'passages'): string =>
  of === 'words' ? wordsOfBook() : readFileSync('train/passages.json', 'utf8');
