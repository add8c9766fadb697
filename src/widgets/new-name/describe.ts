import type { Say } from '#contract/say.ts';
import { later, savedOf, type By, type Listed, type NewName } from './model.ts';
import { isRead } from './reading.ts';

const saved = (list: readonly Listed[], by: By, say: Say) => {
  const { mean, standardError } = savedOf(list, by) ?? { mean: 0, standardError: 0 };
  return `${say.information(mean, 1)} (standard error ${say.amount(standardError, 1)})`;
};

/** Of the lists, once they are read. */
function ofLists({ madeUp, ofItsNovels }: NewName, say: Say): string {
  if (!savedOf(ofItsNovels)) return '';
  return (
    ` Its own earlier mentions save a made-up name ${saved(madeUp, 'own', say)} on average over ${madeUp.length} of them, and a name ` +
    `of the network’s novels ${saved(ofItsNovels, 'own', say)}; to that name, mentions of another character of the same novel ` +
    `save ${saved(ofItsNovels, 'companion', say)}, and of a character of another novel ${saved(ofItsNovels, 'stranger', say)}.`
  );
}

export function describe(model: NewName, _: unknown, say: Say): string {
  const { name, own, others, lookingBack } = model.reading;
  if (!isRead(model.reading)) return `The network has not read the passage with “${name}” yet.`;
  return (
    `“${name}” costs ${say.information(own[0], 1)} at its first mention and ${say.amount(later(own), 1)} on average at the next ` +
    `${own.length - 1}; after other names these would cost ${say.amount(later(others), 1)}, so that its own mentions save ${say.amount(later(others) - later(own), 1)}, and one who looks back pays ` +
    `${say.amount(later(lookingBack), 1)}.${ofLists(model, say)}`
  );
}
