/**
 * Links of a set of pages that lead to no file or no anchor of the set: `from → to`. Links to elsewhere are not looked at.
 * `base` is the path, with slashes around it, at which the set is going to stand on its host.
 */
export function brokenLinks(files: ReadonlyMap<string, string | Uint8Array>, base = '/'): string[] {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (path: string): Set<string> => {
    let found = anchors.get(path);
    if (!found) {
      const content = files.get(path);
      found = new Set(typeof content === 'string' ? [...content.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id) : []);
      anchors.set(path, found);
    }
    return found;
  };
  const broken: string[] = [];
  for (const [page, content] of files) {
    if (!page.endsWith('.html') || typeof content !== 'string') continue;
    for (const [, link] of content.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const url = new URL(link.replaceAll('&amp;', '&'), `file://${base}${page}`);
      const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!files.has(path) || (anchor && path.endsWith('.html') && !anchorsOf(path).has(anchor)))
        broken.push(`${page} → ${link}`);
    }
  }
  return [...new Set(broken)];
}

/** Ids that occur twice in one page: `page: id`. */
export function repeatedIds(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  return [...files].flatMap(([page, content]) => {
    if (!page.endsWith('.html') || typeof content !== 'string') return [];
    const ids = Array.from(content.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `${page}: ${id}`);
  });
}
