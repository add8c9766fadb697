import { expect, it } from 'vitest';
import { brokenLinks, repeatedIds } from './links.ts';

const files = new Map<string, string | Uint8Array>([
  ['index.html', '<a href="./a.html#top">a</a> <a href="https://example.org/none">away</a> <img src="./none.png">'],
  ['a.html', '<h1 id="top">A</h1> <a href="./embed/w.html?p=0.3&amp;q=1">w</a> <a href="#none">none</a>'],
  ['embed/w.html', '<a href="../index.html">up</a> <a href="../b.html">b</a><a href="../b.html">b</a>'],
]);

it('knows where the pages are going to stand', () => {
  const lost = new Map([...files, ['404.html', '<a href="/book/index.html">a</a> <a href="/index.html">b</a>']]);
  const found = brokenLinks(lost, '/book/').filter((link) => link.startsWith('404'));
  expect(found).toEqual(['404.html → /index.html']);
});

it('finds links to missing files and anchors, each once, and no others', () => {
  expect(brokenLinks(files)).toEqual(['index.html → ./none.png', 'a.html → #none', 'embed/w.html → ../b.html']);
});

it('finds ids that occur twice in one page, each once, and not those of two pages', () => {
  const pages = new Map([
    ['a.html', '<p id="x"></p><p id="y"></p><p id="x"></p><p id="x"></p>'],
    ['b.html', '<p id="y"></p>'],
    ['c.js', ' id="x" id="x"'],
  ]);
  expect(repeatedIds(pages)).toEqual(['a.html: x']);
});
