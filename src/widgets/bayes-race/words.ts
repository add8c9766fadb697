import type { RaceProps } from './props.ts';
import { watched, type Race } from './race.ts';

/** How many of the tokens read are which: `26 heads, 14 tails`. */
export function counted({ tokens, read }: Race): string {
  const counts = new Map<string, number>();
  for (const token of tokens.slice(0, read)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([token, count]) => `${count} ${token}`)
    .join(', ');
}

/** What the last token was worth, and of two coins what every one of them is. */
export function saysOfTokens({ model, say }: Pick<RaceProps, 'model' | 'say'>): string {
  const { names, runners, tokens, read, worth } = model;
  if (read === 0) return 'Nothing has been read yet.';
  const of = watched(model);
  const { logOdds } = runners[of];
  const gain = logOdds[read] - logOdds[read - 1];
  const against = names.length === 2 ? names[gain < 0 ? 1 : 0] : `${gain < 0 ? names[names.length - 1] : names[of]}`;
  const token = tokens[read - 1] === ' ' ? 'a space' : `“${tokens[read - 1]}”`;
  const last = `The last, ${token}, told ${say.information(Math.abs(gain))} for ${against}${names.length > 2 ? ` (of these two: ${names[of]}, ${names[names.length - 1]})` : ''}.`;
  if (!worth) return last;
  return `${last} So does every ${tokens[read - 1] === 'heads' ? 'head' : 'tail'} here, whatever came before. So far: ${counted(model)}.`;
}
