/**
 * In which surroundings a widget is tested: in one of eight rows, in which every two settings of every two factors meet.
 *
 * The rows are the orthogonal array of eight runs. With three bits a, b, c, the host is (a, b), and the four factors of two
 * levels are c, a⊕c, b⊕c and a⊕b⊕c: any two of these columns take each pair of levels equally often. Eight neighbors in the
 * registry have the eight rows among them; four of them have every host once and both levels of every factor, because one half
 * of the rows has c = a·b and the other c ≠ a·b.
 */
export const hosts = ['http', 'file', 'cross-site frame', 'sandbox'] as const;
export type Host = (typeof hosts)[number];

export interface Row {
  readonly width: 360 | 1280;
  readonly theme: 'light' | 'dark';
  readonly motion: 'no-preference' | 'reduce';
  readonly forcedColors: 'none' | 'active';
  readonly host: Host;
}

function rowOf(a: number, b: number, c: number): Row {
  return {
    width: c ? 1280 : 360,
    theme: a ^ c ? 'dark' : 'light',
    motion: b ^ c ? 'reduce' : 'no-preference',
    forcedColors: a ^ b ^ c ? 'active' : 'none',
    host: hosts[2 * a + b],
  };
}

const hostBits = [0, 1].flatMap((a) => [0, 1].map((b) => [a, b] as const));
export const rows: readonly Row[] = [
  ...hostBits.map(([a, b]) => rowOf(a, b, a & b)),
  ...hostBits.map(([a, b]) => rowOf(a, b, 1 - (a & b))),
];

export const nameOf = ({ width, theme, motion, forcedColors, host }: Row) =>
  [
    host,
    `${width} px`,
    theme,
    ...(motion === 'reduce' ? ['reduced motion'] : []),
    ...(forcedColors === 'active' ? ['forced colors'] : []),
  ].join(', ');
