import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const texts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mdx|yml|md|ts|tsx)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** Words after which “from” names the second law, which the book calls “to”. */
const turned = [
  /\bdivergences? of [^.;:|<>]{1,70} from\b/gi,
  /\bdivergences? from (the )?([*]?prior|posterior|even weights|uniform law|fair law|usual|reference|model before|law before|normal law|mean output|output)\b(?![^.;|]{0,40} to\b)/gi,
];

/** The direction of D(p‖q) in words: from p to q, in the order of the symbols; a bare “from” names the first law. */
it('is one way throughout the book, its figures and the calculator', () => {
  const found = ['src/book', 'src/widgets', 'src/calculator', 'src/theory', 'src/sim']
    .flatMap(texts)
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
      return turned.flatMap((pattern) => Array.from(text.matchAll(pattern), ([words]) => `${file}: ${words}`));
    });
  expect(found).toEqual([]);
});
