import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import type { Values } from '#contract/values.ts';
import type { Ablation } from './model.ts';
import type { params } from './parameters.ts';
import { headNames } from './parts.ts';
import type { HeadProfile } from './profiles.ts';

type Against = Values<typeof params>['against'];

export const measureOf = ({ largest, evenness, written }: HeadProfile, against: Against): number =>
  ({ largest, entropy: evenness, written })[against];

export const measureWords: Record<Against, string> = {
  largest: 'Mean of the largest attention weight',
  entropy: 'Mean entropy, as a share of the most',
  written: 'Size of what the head adds, beside the stream',
};

/** Over the heads: does what is lost without one grow with what can be read off it? Undefined until all are known. */
export function relationOf({ profiles, cells }: Ablation, against: Against) {
  const lost = headNames.map((name) => cells[name]?.mean);
  if (profiles.length !== lost.length || lost.includes(undefined as never)) return undefined;
  return rankCorrelation(profiles.map((profile) => measureOf(profile, against)), lost); // prettier-ignore
}
