import { caseOf } from './cases.ts';
import type { Asked } from './parameters.ts';

/** The table in which column y has this share of row x, and the other columns the rest, in the ratios that they have: or, if they have none, of the whole table. */
export function withChance(joint: Asked['joint'], x: number, y: number, chance: number): number[][] {
  const total = joint[x].reduce((a, b) => a + b);
  const others = (weights: readonly number[]) => weights.map((w, k) => (k === y ? 0 : w));
  const columns = joint[0].map((_, k) => joint.reduce((sum, row) => sum + row[k], 0));
  const own = others(joint[x]);
  const rest = own.some((w) => w > 0) ? own : others(columns);
  const mass = rest.reduce((a, b) => a + b);
  return joint.map((row, i) => (i === x ? row.map((_, k) => total * (k === y ? chance : mass > 0 ? ((1 - chance) * rest[k]) / mass : 0)) : [...row])); // prettier-ignore
}

/** The reader’s table in the place of another: sky and weather are still called so where only their chances differ. */
export const changed = (asked: Pick<Asked, 'joint' | 'called'>, joint: Asked['joint']) => ({
  joint,
  called: caseOf(asked)?.id ?? asked.called,
});
