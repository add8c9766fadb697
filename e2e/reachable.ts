import { readFileSync } from 'node:fs';

/** The pages of a folder to which `index.html` leads, by links in their HTML, in alphabetical order. */
export function reachable(folder: string): string[] {
  const found = ['index.html'];
  for (const name of found)
    for (const [, href] of readFileSync(folder + name, 'utf8').matchAll(/<a [^>]*href="([^"#?]+)/g)) {
      const address = new URL(href, `file:///${name}`);
      const target = address.pathname.slice(1);
      if (address.protocol === 'file:' && target.endsWith('.html') && !found.includes(target)) found.push(target);
    }
  return found.sort();
}

/** The pages that one page of a folder calls the one before or after it. */
export const relatedTo = (folder: string, name: string, rel: 'prev' | 'next'): string[] =>
  [...readFileSync(folder + name, 'utf8').matchAll(/<a [^>]*>/g)]
    .filter(([link]) => link.includes(` rel="${rel}"`))
    .map(([link]) => new URL(/ href="([^"#?]+)/.exec(link)![1], `file:///${name}`).pathname.slice(1));
