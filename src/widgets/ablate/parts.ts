import type { Silenced } from '#contract/inside.ts';

/** Of the book's reader. */
export const [layers, heads] = [4, 4];

const blocks = Array.from({ length: layers }, (_, l) => String(l + 1));
const headNumbers = Array.from({ length: heads }, (_, h) => String(h + 1));

/** What a part is called: `2.3` is head 3 of block 2, `2.f` its feed-forward layer. */
export const headNames = blocks.flatMap((block) => headNumbers.map((head) => `${block}.${head}`));
const partNames = blocks.flatMap((block) => [...headNumbers, 'f'].map((part) => `${block}.${part}`));

/** Parts that are switched off together: all heads of block 2 are `2.a`, the whole block is `2.b`. */
export const groupNames = blocks.flatMap((block) => [`${block}.a`, `${block}.b`]);
export const cellNames = [...partNames, ...groupNames];

/** The single parts of a cell. */
export function partsOf(name: string): string[] {
  const [block, which] = name.split('.');
  const all = headNumbers.map((head) => `${block}.${head}`);
  return which === 'a' ? all : which === 'b' ? [...all, `${block}.f`] : [name];
}

/** The parts that a text names, each once, in the order of the network. */
export const offOf = (text: string) => {
  const named = new Set(text.split(/[^\w.]+/));
  return partNames.filter((name) => named.has(name));
};
export const isPart = (name: string) => partNames.includes(name);

/** With the parts of a cell turned: off if one of them is on, else on. */
export function turned(off: readonly string[], name: string): string[] {
  const parts = partsOf(name);
  const isOff = parts.every((part) => off.includes(part));
  return partNames.filter((part) => (parts.includes(part) ? !isOff : off.includes(part)));
}

export const silence = <By extends Silenced['by']>(parts: readonly string[], by: By): (Silenced & { by: By })[] =>
  parts.map((name) => {
    const [block, which] = name.split('.');
    return { layer: Number(block) - 1, part: which === 'f' ? 'feedForward' : Number(which) - 1, by };
  });

/** `head 1.4`, `the feed-forward layer of block 1`, `all heads of block 2`, `block 3`. */
export function partNamed(name: string): string {
  const [block, which] = name.split('.');
  if (which === 'f') return `the feed-forward layer of block ${block}`;
  return which === 'a' ? `all heads of block ${block}` : which === 'b' ? `all of block ${block}` : `head ${name}`;
}

/** What is off in words, blocks and rows of heads by their names. */
export function offNamed(off: readonly string[]): string {
  const words = blocks.flatMap((block) => {
    const here = off.filter((name) => name.startsWith(`${block}.`));
    if (here.length === heads + 1) return [partNamed(`${block}.b`)];
    const hs = here.filter((name) => !name.endsWith('f'));
    return [...(hs.length === heads ? [partNamed(`${block}.a`)] : hs.map(partNamed)), ...here.filter((name) => name.endsWith('f')).map(partNamed)]; // prettier-ignore
  });
  if (words.length > 4) return `${off.length} parts`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
