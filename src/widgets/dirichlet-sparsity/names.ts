/** A, B, …, Z for the first 26 sources; the others share a dot in the picture and are counted in the table. */
export const letterOf = (name: number): string => (name < 26 ? String.fromCharCode(65 + name) : '·');

/** A name for the table, where every source has its own. */
export const nameOf = (name: number): string => (name < 26 ? letterOf(name) : `no. ${name + 1}`);

/** The five largest sources have a color; the others are pale. The letter tells them apart. */
export const hues = ['x', 'y', 'shared', 'model', 'exact'] as const;
export type Hue = (typeof hues)[number];

/** The color of a source, by the rank of its share. */
export function huesOf(shares: readonly { readonly name: number }[]): (name: number) => Hue | undefined {
  const ranked = new Map(hues.slice(0, shares.length).map((hue, rank) => [shares[rank].name, hue]));
  return (name) => ranked.get(name);
}
