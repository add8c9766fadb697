import type { StartedChain } from '#theory/belief/evidence.ts';
import type { Asked } from './parameters.ts';
import type { Runner } from './race.ts';

/** The largest first, in logarithms: no evidence is too strong. */
function posteriorOf(logOdds: readonly number[]): number[] {
  const most = Math.max(...logOdds);
  const shares = logOdds.map((odds) => Math.exp(odds - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Probabilities of the sources after each token. */
export const posteriors = (runners: readonly Runner[]) =>
  runners[0].logOdds.map((_, t) => posteriorOf(runners.map(({ logOdds }) => logOdds[t])));

/** ln of the chance of each token in a source’s eyes. */
export const logChances = ({ start, chain }: StartedChain, tokens: readonly number[]) =>
  tokens.map((token, t) => Math.log(t === 0 ? start[token] : chain[tokens[t - 1]][token]));

export function added(start: number, gains: readonly number[]): number[] {
  const sums = [start];
  for (const gain of gains) sums.push(sums[sums.length - 1] + gain);
  return sums;
}

/** What a source of the race has ahead before the first token, in nats. */
export const headStart = ({ lead }: Asked, source: number) => (source === 0 ? lead * Math.LN2 : 0);
