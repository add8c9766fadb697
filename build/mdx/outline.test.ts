import { expect, it } from 'vitest';
import { sectionsIn, widgetsIn } from './outline.ts';

const source = [
  '---\ntitle: A\n---\n',
  'Before $x$ all.\n',
  '<Bet id="a" answer="no">\nIs it?\n\n<Reveal>\nNo.\n</Reveal>\n</Bet>\n',
  '## One *thing*\n',
  '<Explore id="e" widget="first">\n\nInside <Value of="x" /> it.\n\n<Figure />\n\n## Two\n\nAnd `code`.\n\n</Explore>\n',
  '<Figure widget="second" p="1" />\n\n<Figure widget="first" />\n',
].join('\n');

it('divides a page at its headings, and keeps formulas and answers out of the words', () => {
  expect(sectionsIn(source)).toEqual([
    { anchor: '', title: '', words: 'Before all. Is it?' },
    { anchor: 'one-thing', title: 'One thing', words: 'Inside it.' },
    { anchor: 'two', title: 'Two', words: 'And code .' },
  ]);
  expect(sectionsIn('<Broken')).toEqual([]);
});

it('knows which widgets a page shows', () => {
  expect(widgetsIn(source)).toEqual(['first', 'second']);
});
