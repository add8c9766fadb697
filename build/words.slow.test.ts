import { expect, it } from 'vitest';
import { proseIn, wordsOfBook } from './words.ts';

it('takes whole sentences, and no formulas, numbers that move, notes, citations or markup', () => {
  const source = [
    '---\ntitle: A\n---\n',
    '## A heading\n',
    'Take *two* things <Cite id="a" />, and a <Term id="b">third</Term>.<Note>Or four.</Note>\n',
    'A formula $x$ stands here.\n',
    '<Choice>Four.<Reply>No.</Reply></Choice>\n',
    '<Explore id="c" widget="d">\n\n<Figure />\n\nIt is <Value of="e" /> now. But this “stays”.\n\n</Explore>\n',
  ].join('\n');
  expect(proseIn(source)).toBe('Take two things, and a third.\n\nFour. No.\n\nBut this “stays”.');
});

it('is enough of a text to train on, without traces of markup', () => {
  const words = wordsOfBook();
  expect(words.length).toBeGreaterThan(45_000);
  expect(words).not.toMatch(/[<>{}$\\]|\bTerm\b|\n\n\n| {2}/);
});
