import type { Question } from '#calculator/report.ts';
import { isKind, usualSettings, type Settings } from '#calculator/subject.ts';

export type Asked = Question;

/** Longer addresses are cut off by some programs that they are sent through. */
const longest = 2000;

/** The reader's input as what follows the # of an address, which no server sees; undefined if it is too long. */
export function toFragment({ text, kind, settings }: Asked, most = longest): string | undefined {
  const query = new URLSearchParams({ input: text, ...(kind !== 'guess' && { as: kind }) });
  for (const [name, value] of Object.entries(settings))
    if (value !== usualSettings[name as keyof Settings]) query.set(name, String(value));
  const fragment = query.toString();
  return fragment.length <= most ? fragment : undefined;
}

/** The way back. What means nothing is left at what is usual, and named in `ignored`. */
export function fromFragment(hash: string): (Asked & { readonly ignored: readonly string[] }) | undefined {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const text = query.get('input');
  if (text === null) return undefined;
  const kind = query.get('as') ?? '';
  const base = query.get('base') ?? '';
  const ignored: string[] = [];
  const ignore = (name: string) =>
    void (query.get(name)?.trim() && ignored.push(`${name}=${query.get(name)!.slice(0, 30)}`));
  const number = (name: 'order' | 'temperature' | 'beta' | 'prompt') => {
    const value = query.get(name)?.trim() ? Number(query.get(name)) : NaN;
    if (value >= 0 && value <= 1e4 && (name !== 'prompt' || Number.isInteger(value))) return value;
    ignore(name);
    return usualSettings[name];
  };
  const isBase = base === 'auto' || base === 'e' || base === '2' || base === '10';
  if (!isBase) ignore('base');
  if (!isKind(kind) && kind !== 'guess') ignore('as');
  return {
    text,
    ignored,
    kind: isKind(kind) ? kind : 'guess',
    settings: {
      base: isBase ? base : 'auto',
      order: number('order'),
      temperature: number('temperature'),
      beta: number('beta'),
      prompt: number('prompt'),
    },
  };
}
