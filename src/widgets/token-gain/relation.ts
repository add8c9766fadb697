import { partialRankCorrelation, rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { accountOf } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';

export interface Relation {
  readonly correlation: number;
  /** With the place in the text taken out of both. */
  readonly apart: number;
  readonly byChance: number;
}

/** Do tokens that add much, as written, also surprise? Undefined in the plane and for fewer than four tokens. */
export function relationOf(model: TokenGain, asked: Asked): Relation | undefined {
  const account = accountOf(model, asked);
  if (!account || asked.what === 'plane' || model.surprisal.length < 4) return undefined;
  const { correlation, byChance } = rankCorrelation(account.written, model.surprisal);
  const places = account.written.map((_, t) => t);
  return { correlation, byChance, apart: partialRankCorrelation(account.written, model.surprisal, places).correlation };
}
