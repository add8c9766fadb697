import { readFileSync } from 'node:fs';

/** Prose of this book, without its markup, as often as it takes. */
export function prose(characters: number): string {
  const chapter = readFileSync('src/book/shared-information.mdx', 'utf8');
  const once = chapter
    .slice(chapter.indexOf('## '))
    .replace(/<[^>]*>|\$[^$]*\$|[*#{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trimStart();
  return once.repeat(Math.ceil(characters / once.length)).slice(0, characters);
}
