import type { Say } from '#contract/say.ts';
import type { Values } from '#contract/values.ts';
import { evenness, indexOf, lostBy, placeByLoss, placeWords, sayShare } from './head.ts';
import type { AttentionModel } from './model.ts';
import type { params } from './parameters.ts';
import { placeNames, type HeadScore } from './scores.ts';

type V = Values<typeof params>;

/** `0.47 bits more (standard error 0.09)`. */
export const sayLost = ({ mean, standardError }: { mean: number; standardError: number }, say: Say) =>
  `${say.information(Math.abs(mean))} ${mean < 0 ? 'less' : 'more'} (standard error ${say.amount(standardError)})`;

/** The place on which a head has most beyond what even weights would put there. */
export function mostOn(score: HeadScore, say: Say): string {
  const over = placeNames.filter((name) => score.shares[name].rows > 0);
  const best = over.reduce((a, b) =>
    score.shares[b].share - score.shares[b].chance > score.shares[a].share - score.shares[a].chance ? b : a,
  );
  const { share, chance } = score.shares[best];
  return `${sayShare(share, say)} of its weight is on ${placeWords[best]}, where even weights would put ${sayShare(chance, say)}`;
}

const offWords: Record<V['by'], string> = {
  mean: 'With its mean in its place',
  zero: 'With nothing in its place',
  even: 'With even weights',
};

/** What the figure says of the chosen head. */
export function describe(model: AttentionModel, values: V, say: Say): string {
  const head = indexOf(values.head);
  const score = model.heads.at(head);
  if (!score && model.text === '') return 'There is no text.';
  if (!score) return model.tokens > 0 ? 'The text is too short to compare heads on.' : 'No head has read the text yet.';
  const tokens = `${model.starts.length} tokens${model.starts.length < model.tokens ? ' of the text' : ''}`;
  const spread = `Head ${values.head} on ${tokens}: entropy ${say.information(score.entropy)} of at most ${say.amount(score.most)}, or ${sayShare(evenness(score), say)}; ${mostOn(score, say)}.`;
  const lost = lostBy(model, head);
  if (!lost) return spread;
  const place = placeByLoss(model, head);
  return `${spread} ${offWords[values.by]} a token costs ${sayLost(lost, say)}${place > 0 ? `, place ${place} of ${model.heads.length}` : ''}.`;
}
