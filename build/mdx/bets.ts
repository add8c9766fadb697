import { visit } from 'unist-util-visit';
import type { BetHead } from '#kit/prose/book.ts';
import { parse } from './processor.ts';

/** The bets and predictions of a chapter in their order. A text that cannot be parsed has none; the linter says why. */
export function betsIn(source: string, chapter: string): [id: string, head: BetHead][] {
  const found: [string, BetHead][] = [];
  try {
    visit(parse(source), (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name !== 'Bet' && node.name !== 'Predict') return;
      const prop = (name: string) => {
        const value = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)?.value;
        return typeof value === 'string' ? value : undefined;
      };
      const [id, again, answer] = [prop('id'), prop('again'), prop('answer')];
      if (id !== undefined)
        found.push([
          id,
          { chapter, kind: node.name, ...(answer && { answer }), ...(again !== undefined && { again }) },
        ]);
    });
  } catch {
    return [];
  }
  return found;
}
