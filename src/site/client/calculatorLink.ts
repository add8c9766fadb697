import type { Question } from '#calculator/report.ts';
import { isKind, usualSettings, type Settings } from '#calculator/subject.ts';

export type Asked = Question;

/** Longer addresses are cut off by some programs that they are sent through. */
const longest = 2000;

/** The reader's input as what follows the # of an address, which no server sees; undefined if it is too long. */
export function toFragment({ text, kind, settings }: Asked): string | undefined {
  const query = new URLSearchParams({ input: text, ...(kind !== 'guess' && { as: kind }) });
  for (const [name, value] of Object.entries(settings))
    if (value !== usualSettings[name as keyof Settings]) query.set(name, String(value));
  const fragment = query.toString();
  return fragment.length <= longest ? fragment : undefined;
}

/** The way back. What means nothing is left at what is usual. */
export function fromFragment(hash: string): Asked | undefined {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const text = query.get('input');
  if (text === null) return undefined;
  const kind = query.get('as') ?? '';
  const base = query.get('base');
  const number = (name: 'order' | 'temperature' | 'beta' | 'prompt') => {
    const value = Number(query.get(name) ?? NaN);
    return value >= 0 && value <= 1e4 && (name !== 'prompt' || Number.isInteger(value)) ? value : usualSettings[name];
  };
  return {
    text,
    kind: isKind(kind) ? kind : 'guess',
    settings: {
      base: base === 'e' || base === '2' || base === '10' ? base : 'auto',
      order: number('order'),
      temperature: number('temperature'),
      beta: number('beta'),
      prompt: number('prompt'),
    },
  };
}
