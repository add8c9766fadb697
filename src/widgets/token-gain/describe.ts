import type { Say } from '#contract/say.ts';
import { tokenNamed } from '#kit/reading/cells.ts';
import { accountOf } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';
import { relationOf } from './relation.ts';

export const arrowNames = ['a', 'b', 'c'];

const orders: Record<Asked['order'], string> = {
  text: 'as written',
  backwards: 'backwards',
  shuffled: 'in a shuffled order',
  first: 'with the chosen one first',
  last: 'with the chosen one last',
};

/** What is shown is still that of another text, or of another block. */
export const isStale = (model: TokenGain, { what, text, stage }: Asked) =>
  what === 'text' && (model.text !== text || model.stage !== stage);

/** A token in words. */
export function nameOf(model: TokenGain, { what }: Asked, token: number): string {
  if (what === 'plane') return arrowNames[token];
  const { text, starts, ends } = model;
  return tokenNamed({ text, starts, ends, ids: starts, surprisal: [], entropy: [], rank: [], done: 0, total: 0 }, token); // prettier-ignore
}

export function describe(model: TokenGain, asked: Asked, say: Say): string {
  const account = accountOf(model, asked);
  if (!account) return asked.text === '' ? 'No text, no vectors.' : 'The network has not read the text yet.';
  if (isStale(model, asked)) return 'The network is reading.';
  const { gains, token, sum, most, rebuilt, past } = account;
  const plane = asked.what === 'plane';
  const digits = plane ? 3 : 2;
  const relation = relationOf(model, asked);
  const of = plane ? 'Three arrows in a plane' : `${say.count(gains.length)} ${gains.length === 1 ? 'token' : 'tokens'} after ${asked.stage === 0 ? 'the embedding' : `block ${Math.min(asked.stage, model.layers)}`}`; // prettier-ignore
  return (
    `${of}, counted ${orders[asked.order]}, with λ = ${say.number(asked.penalty, 2)}: the gains add up to ${say.information(sum, digits)}. ` +
    `${plane ? `Arrow ${arrowNames[token]}` : `The token ${nameOf(model, asked, token)}`} adds ${say.information(gains[token], digits)} of at most ${say.amount(most, 2)}` +
    `${past.length > 0 ? `: ${say.percent(Math.max(0, Math.min(1, rebuilt)))} of its squared length is rebuilt from ${past.length === 1 ? 'the one' : `the ${say.count(past.length)}`} before it` : ', for it is counted first'}.` +
    (plane ? '' : ` Its surprisal is ${say.information(model.surprisal[token] ?? 0, 1)}.`) +
    (relation
      ? ` Over all tokens the rank correlation of gain and surprisal is ${say.number(relation.correlation, 2)}, and ${say.number(relation.apart, 2)} with the place taken out; by chance 0, give or take ${say.number(relation.byChance, 2)}.`
      : '')
  );
}
