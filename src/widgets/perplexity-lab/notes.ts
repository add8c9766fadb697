import type { Say } from '#contract/say.ts';
import { cutsInUse, type Asked } from './parameters.ts';
import { isWhole, reportOf } from './report.ts';
import type { PerplexityLab } from './state.ts';

const length = (tokens: number, { source }: Asked, say: Say) =>
  `The ${source === 'text' ? 'text' : 'list'} has ${tokens === 1 ? 'one token' : `${say.count(tokens)} tokens`}`;

/** Why there are fewer batches than were asked for; nothing if there are as many. */
export function noteOfCuts(model: PerplexityLab, asked: Asked, say: Say): string | undefined {
  const tokens = reportOf(model, asked).costs.length;
  const names = cutsInUse(asked);
  if (!isWhole(model, asked) || names.length === 0) return undefined;
  if (tokens === 1) return `${length(tokens, asked, say)}, so there is nothing to cut.`;
  const behind = names.flatMap((name, c) => (asked[name] >= tokens ? [String(c + 1)] : []));
  if (behind.length > 0) {
    const which =
      behind.length === 1 ? `Cut ${behind[0]} lies` : `Cuts ${behind.slice(0, -1).join(', ')} and ${behind.at(-1)} lie`;
    return `${length(tokens, asked, say)}. ${which} behind its end, and ${behind.length === 1 ? 'stands' : 'stand'} before its last token instead.`;
  }
  return reportOf(model, asked).batches.length < asked.batches ? 'Cuts at one place count as one.' : undefined;
}

/** That nothing follows the prompt. */
export function noteOfPrompt(model: PerplexityLab, asked: Asked, say: Say): string | undefined {
  const { costs, scored } = reportOf(model, asked);
  return isWhole(model, asked) && scored === 0
    ? `${length(costs.length, asked, say)}. No token comes after the prompt, so there is nothing to score.`
    : undefined;
}
