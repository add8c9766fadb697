import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statements } from '#widgets/errata-quiz/statements.ts';
import { places } from '../src/site/chapters.ts';
import { sectionsIn } from './mdx/outline.ts';

const table = readFileSync('docs/coverage.md', 'utf8');
const sourceHeadings = JSON.parse(readFileSync('fixtures/source-headings.json', 'utf8')) as Record<string, string[]>;
const rows = table.split('\n').filter((line) => /^\| (?!of the source|-)/.test(line));

/** What can be linked to in a page: its sections of the second level, and its proofs. */
function anchorsOf(page: string): string[] {
  const source = readFileSync(`src/book/${page}.mdx`, 'utf8');
  const proofs = Array.from(source.matchAll(/<Proof id="([^"]+)"/g), ([, id]) => `proof-${id}`);
  return [...sectionsIn(source).map(({ anchor }) => anchor), ...proofs];
}

describe('what the quiz says of the sources', () => {
  it('is treated where it says', () => {
    const lost = statements.filter(({ page, anchor }) => !anchorsOf(page).includes(anchor));
    expect(lost.map(({ page, anchor }) => `${page}#${anchor}`)).toEqual([]);
  });
});

describe('what the source takes up has its place in the book', () => {
  it('behind every link, at a heading or a proof that exists', () => {
    const links = Array.from(table.matchAll(/\]\(([^)#]+)\.html#([^)]+)\)/g), ([, page, anchor]) => ({ page, anchor }));
    expect(links.length).toBeGreaterThan(20);
    const pages = places.map(({ id }) => id).filter((id) => links.some(({ page }) => page === id));
    const anchors = new Map(pages.map((page) => [page, anchorsOf(page)]));
    const lost = links.filter(({ page, anchor }) => !anchors.get(page)?.includes(anchor));
    expect(lost).toEqual([]);
  });

  it('in every row, by a link, or by a reason why not', () => {
    const vague = rows.filter((row) => !/\]\([^)]+\)|^ not taken up: .{10}/.test(row.split('|')[2]));
    expect(rows.length).toBeGreaterThan(90);
    expect(vague).toEqual([]);
    expect(table).not.toContain('to come');
  });

  it('with every heading, class and open point of each source, and with no other', () => {
    const named = rows.flatMap((row) => row.split('|')[3].trim().split('; '));
    for (const [source, headings] of Object.entries(sourceHeadings)) {
      expect(headings.length, source).toBeGreaterThan(5);
      expect(
        headings.filter((heading) => !named.includes(heading)),
        source,
      ).toEqual([]);
    }
    const all = Object.values(sourceHeadings).flat();
    expect(named.filter((name) => name !== '' && !all.includes(name))).toEqual([]);
  });
});
