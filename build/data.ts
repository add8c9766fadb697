import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, parseDocument, type Node } from 'yaml';
import {
  quantityColors,
  type Book,
  type Chapter,
  type ChapterHead,
  type GlossaryEntry,
  type Quantity,
  type Source,
} from '#kit/prose/book.ts';
import type { Place } from '#site/chapters.ts';
import { betsIn } from './mdx/bets.ts';
import { sectionsIn, widgetsIn } from './mdx/outline.ts';

/** Something wrong in a file of the book, where the author can find it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const say = ({ file, line, column, message }: Problem) => `${file}:${line}:${column} ${message}`;

type Check = (value: unknown) => boolean;
const words: Check = (value) => typeof value === 'string' && value.trim() !== '';
const whole: Check = (value) => Number.isInteger(value);
const list: Check = (value) => Array.isArray(value) && value.every(words);
const name: Check = (value) => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
const oneOf =
  (...options: readonly string[]): Check =>
  (value) =>
    options.includes(value as string);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const filled =
  (check: Check): Check =>
  (value) =>
    check(value) && (value as unknown[]).length > 0;

type Schema<T> = { readonly [K in keyof Required<T>]: Check };

const sourceSchema: Schema<Source> = {
  id: name,
  authors: filled(list),
  year: whole,
  title: words,
  venue: optional(words),
  doi: optional((value) => words(value) && /^10\.\d{4,}\/\S+$/.test(value as string)),
  arxiv: optional((value) => words(value) && /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/.test(value as string)),
  url: optional((value) => words(value) && /^https?:\/\//.test(value as string)),
  note: optional(words),
};
const glossarySchema: Schema<GlossaryEntry> = {
  id: name,
  term: words,
  definition: words,
  chapter: name,
  see: optional(list),
};
const quantitySchema: Schema<Quantity> = {
  id: name,
  symbol: words,
  name: words,
  spoken: words,
  color: oneOf(...quantityColors),
  definition: words,
};
const headSchema: Schema<ChapterHead> = {
  id: name,
  title: words,
  lede: words,
  unit: oneOf('bits', 'nats'),
  minutes: whole,
  objectives: filled(list),
  prerequisites: list,
  terms: list,
};

/** The entries of YAML text that fit the schema, and a problem for each that does not. */
export function readEntries<T extends { readonly id: string }>(
  text: string,
  file: string,
  schema: Schema<T>,
  firstLine = 1,
): { entries: Map<string, T>; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const report = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line: line + firstLine - 1, column: col, message });
  };
  for (const { pos, message } of document.errors) report(pos[0], message.split('\n')[0]);
  const entries = new Map<string, T>();
  if (problems.length > 0) return { entries, problems };
  const root = document.contents as Node & { items: Node[] };
  for (const node of isMap(root) ? [root] : (root?.items ?? [])) {
    const entry = (node as Node).toJS(document) as T & Record<string, unknown>;
    const offset = (node as Node).range?.[0] ?? 0;
    if (typeof entry !== 'object' || entry === null) {
      report(offset, 'an entry is a list of fields');
      continue;
    }
    for (const key of Object.keys(entry)) if (!Object.hasOwn(schema, key)) report(offset, `unknown field “${key}”`);
    for (const key of Object.keys(schema) as (keyof T & string)[])
      if (!schema[key](entry[key]))
        report(
          offset,
          `“${entry.id ?? '?'}”: ${key} is ${entry[key] === undefined ? 'missing' : 'not as it should be'}`,
        );
    if (entries.has(entry.id)) report(offset, `“${entry.id}” is there twice`);
    entries.set(entry.id, entry);
  }
  return { entries, problems };
}

/** The YAML between the first two lines of dashes. */
export function frontMatter(source: string): string {
  return /^---\n([\s\S]*?)\n---(\n|$)/.exec(source)?.[1] ?? '';
}

/** Pages of prose that are no chapters: they have a title and an id. */
export const plainPages = ['home', 'about', 'teaching'] as const;

/** The names of all quantities that have a color. */
export const quantityNames = (folder = 'src/book'): Iterable<string> =>
  readEntries(readFileSync(join(folder, 'notation.yml'), 'utf8'), 'notation.yml', quantitySchema).entries.keys();

/** Everything in a folder of the book: three data files, and the head of each page that is written, in the order of `places`. */
export function readBook(
  places: readonly Pick<Place, 'id' | 'number'>[],
  folder = 'src/book',
): { book: Book; problems: Problem[] } {
  const problems: Problem[] = [];
  function read<T extends { readonly id: string }>(file: string, schema: Schema<T>): Map<string, T> {
    const result = readEntries(readFileSync(join(folder, file), 'utf8'), join(folder, file), schema);
    problems.push(...result.problems);
    return result.entries;
  }
  const bibliography = read('bibliography.yml', sourceSchema);
  const glossary = read('glossary.yml', glossarySchema);
  const notation = read('notation.yml', quantitySchema);
  const heads = readdirSync(folder)
    .filter((file) => file.endsWith('.mdx') && !plainPages.some((id) => file === `${id}.mdx`))
    .flatMap((file) => {
      const path = join(folder, file);
      const result = readEntries(frontMatter(readFileSync(path, 'utf8')), path, headSchema, 2);
      problems.push(...result.problems);
      const [head] = result.entries.values();
      const complain = (message: string) => problems.push({ file: path, line: 2, column: 1, message });
      if (!head) {
        complain('a chapter begins with its front matter, between lines of three dashes');
        return [];
      }
      if (`${head.id}.mdx` !== file) complain(`its id is “${head.id}”, but the file is ${file}`);
      for (const id of head.terms ?? [])
        if (glossary.get(id)?.chapter !== head.id)
          complain(`the glossary does not say that “${id}” is introduced here`);
      const place = places.findIndex(({ id }) => id === head.id);
      if (place < 0) complain('src/site/chapters.ts does not list it');
      const source = readFileSync(path, 'utf8');
      const sections = sectionsIn(source).filter(({ anchor }) => anchor);
      const chapter: Chapter = {
        ...head,
        number: places[place]?.number ?? '?',
        sections: sections.map(({ anchor, title }) => ({ anchor, title })),
        widgets: widgetsIn(source),
      };
      return [{ chapter, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ chapter }) => chapter);
  for (const { id, see = [] } of glossary.values())
    for (const other of see)
      if (!glossary.has(other))
        problems.push({ ...placeOf(id, join(folder, 'glossary.yml')), message: `“${other}” is not there to be seen` });
  const chapters = new Map(heads.map((head) => [head.id, head]));
  const bets = new Map(heads.flatMap(({ id }) => betsIn(readFileSync(join(folder, `${id}.mdx`), 'utf8'), id)));
  return { book: { bibliography, glossary, notation, chapters, bets }, problems };
}

/** Where an entry begins. */
function placeOf(id: string, file: string): Omit<Problem, 'message'> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return { file, line: 1 + Math.max(0, lines.indexOf(`- id: ${id}`)), column: 1 };
}

/** Broken TeX in the data files. */
export function checkFormulas(book: Book, formula: (tex: string) => unknown, folder = 'src/book'): Problem[] {
  const inline = (text = '') => text.split('$').filter((_, i) => i % 2 === 1);
  const all = [
    ...[...book.bibliography.values()].map(({ id, note }) => ({
      id,
      file: 'bibliography.yml',
      formulas: inline(note),
    })),
    ...[...book.glossary.values()].map(({ id, definition }) => ({
      id,
      file: 'glossary.yml',
      formulas: inline(definition),
    })),
    ...[...book.notation.values()].map(({ id, symbol, definition }) => ({
      id,
      file: 'notation.yml',
      formulas: [symbol, ...inline(definition)],
    })),
  ];
  return all.flatMap(({ id, file, formulas }) =>
    formulas.flatMap((tex) => {
      try {
        formula(tex);
        return [];
      } catch (error) {
        return [{ ...placeOf(id, join(folder, file)), message: `broken TeX in “${id}”: ${(error as Error).message}` }];
      }
    }),
  );
}
