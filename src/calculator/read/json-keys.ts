const piece = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/gs;

/** The first key that stands twice in one object of a JSON text, where parsers keep the last value alone, and its offset. */
export function repeatedKey(text: string): { readonly key: string; readonly offset: number } | undefined {
  const open: Set<string>[] = [];
  for (const { 0: found, 1: colon, index } of text.matchAll(piece)) {
    if (found === '{') open.push(new Set());
    else if (found === '}') open.pop();
    else if (colon) {
      const key = JSON.parse(found.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, offset: index };
      keys?.add(key);
    }
  }
  return undefined;
}
