import type { Say } from '#contract/say.ts';

const digits = (p: number, many: number) => p.toFixed(Math.max(0, many - 1 - Math.floor(Math.log10(p))));

/** Beliefs in words. Those that differ are not told alike, as far as four digits do; and one that rounding has made certain is not told as certain. */
export function beliefsIn(beliefs: readonly number[], say: Say): string[] {
  const certain = (p: number) => (p === 1 ? 'more than 0.999' : p === 0 ? 'less than 0.001' : undefined);
  const told = beliefs.map((p) => certain(p) ?? say.probability(p));
  const isAlike = beliefs.some((p, i) => beliefs.some((q, j) => p !== q && Number(told[i]) === Number(told[j])));
  if (!isAlike) return told;
  const more = [3, 4].find((many) => new Set(beliefs.map((p) => digits(p, many))).size === new Set(beliefs).size) ?? 4;
  return beliefs.map((p, i) => certain(p) ?? (Number.isNaN(Number(told[i])) ? told[i] : digits(p, more)));
}
