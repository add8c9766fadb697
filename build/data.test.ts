import { expect, it } from 'vitest';
import { chapters, places } from '#site/chapters.ts';
import { book, problems } from '../fixtures/book.ts';
import { checkFormulas, frontMatter, readEntries } from './data.ts';

const schema = { id: (value: unknown) => typeof value === 'string', year: Number.isInteger };
const read = (text: string) => readEntries<{ id: string; year: number }>(text, 'a.yml', schema);
const said = (text: string) => read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

it('reads entries that fit', () => {
  expect([...read('- id: a\n  year: 1948\n- { id: b, year: 1951 }\n').entries.values()]).toEqual([
    { id: 'a', year: 1948 },
    { id: 'b', year: 1951 },
  ]);
});

it('says where an entry is wrong, and how', () => {
  expect(said('- id: a\n  year: x\n')).toEqual(['1:3 “a”: year is not as it should be']);
  expect(said('- id: a\n  year: 1\n- id: b\n')).toEqual(['3:3 “b”: year is missing']);
  expect(said('- id: a\n  year: 1\n  jear: 2\n')).toEqual(['1:3 unknown field “jear”']);
  expect(said('- id: a\n  year: 1\n- id: a\n  year: 1\n')).toEqual(['3:3 “a” is there twice']);
  expect(said('- just words\n')).toEqual(['1:3 an entry is a list of fields']);
  expect(said('- id: [a\n')).toHaveLength(1);
});

it('finds the front matter of a chapter', () => {
  expect(frontMatter('---\ntitle: A\n---\n\ntext\n---\n')).toBe('title: A');
  expect(frontMatter('no front matter')).toBe('');
});

it('finds nothing wrong with the data of this book', () => {
  expect(problems).toEqual([]);
});

it('says which entry has broken TeX in it', () => {
  const [first] = book.notation.values();
  const notation = new Map([[first.id, { ...first, symbol: '\\broken' }]]);
  const formula = (tex: string) => {
    if (tex.includes('broken')) throw new Error('no such command');
  };
  expect(checkFormulas({ ...book, notation }, formula)).toEqual([
    { file: 'src/book/notation.yml', line: 4, column: 1, message: `broken TeX in “${first.id}”: no such command` },
  ]);
});

it('has the pages of the list, under the same names and in its order', () => {
  const listed = places.map(({ id, number, title }) => ({ id, number, title }));
  expect([...book.chapters.values()].map(({ id, number, title }) => ({ id, number, title }))).toEqual(listed);
});

it('numbers chapters one after another, and the pages of a chapter within it', () => {
  expect(chapters.map(({ number }) => number)).toEqual(chapters.map((_, i) => i + 1));
  expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  for (const { number, pages } of chapters)
    expect(places.filter(({ chapter }) => chapter.number === number).map((place) => place.number)).toEqual(
      pages.length === 1 ? [String(number)] : pages.map((_, i) => `${number}.${i + 1}`),
    );
});
