import type { Say } from '#contract/say.ts';
import { isRead, nothingToFollow, pairAt, stageAt, type SentenceDistance } from './model.ts';
import type { Asked } from './parameters.ts';
import { relationAt, wordsAreGiven } from './readouts.ts';

export const summaryNames = { mean: 'the mean', covariance: 'the covariance', last: 'the last token', words: 'the words alone' }; // prettier-ignore
export const stageNamed = (stage: number) => (stage === 0 ? 'at the embedding' : `after block ${stage}`);

/** What the distances are compared with. */
export const wantedNamed = ({ meanings }: Pick<SentenceDistance, 'meanings'>, compare: Asked['compare']) =>
  !meanings
    ? 'the distance by their words'
    : { meaning: 'what is said', beyond: 'what is said, with the words held fixed', form: 'how it is said' }[compare];

const capital = (words: string) => words[0].toUpperCase() + words.slice(1);

export function describe(model: SentenceDistance, asked: Asked, say: Say): string {
  if (model.problem !== undefined) return model.problem;
  if (!isRead(model, asked)) return 'The network has not read the sentences yet.';
  const [i, j] = pairAt(model, asked);
  const stage = stageAt(model, asked);
  const at = asked.summary === 'words' ? '' : `, ${stageNamed(stage)}`;
  const pair = `The pair looked at: “${model.texts[i]}” and “${model.texts[j]}”`;
  const found = relationAt(model, asked, asked.summary);
  const words = relationAt(model, asked, 'words');
  if (!found) {
    const why =
      nothingToFollow(model) ??
      (asked.summary !== 'words' || !wordsAreGiven(model, asked)
        ? 'The correlations are being computed.'
        : model.meanings
          ? 'Shared words are held fixed: nothing is left of them that could follow what is said.'
          : 'Their words are what the other distances are compared with.');
    return `${say.count(model.texts.length)} sentences${model.named}, compared by ${summaryNames[asked.summary]}${at}. ${why} ${pair}`;
  }
  const beside =
    asked.summary === 'words' || !words
      ? ''
      : `; shared words alone follow it with ${say.number(words.correlation, 2)}`;
  const error = model.meanings ? `standard error ${say.number(found.standardError, 2)}; ` : '';
  return (
    `${capital(summaryNames[asked.summary])} of ${say.count(model.texts.length)} sentences${model.named}${at}: ` +
    `distances follow ${wantedNamed(model, asked.compare)} with a rank correlation of ${say.number(found.correlation, 2)} (${error}up to about ±${say.number(2 * found.byChance, 2)} could be by chance)${beside}. ${pair}`
  );
}
