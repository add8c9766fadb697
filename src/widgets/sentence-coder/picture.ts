import type { Say } from '#contract/say.ts';
import { intervals } from '#kit/figure/intervals.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { visibleText } from '#kit/reading/cells.ts';
import { digitBoxes, placeOfWord } from '#sim/exact-digits.ts';
import { shownOf } from './coding.ts';
import type { Law, Sentence } from './model.ts';
import type { Asked } from './parameters.ts';

const bars = [[58, 14], [66, 24], [74, 30]] as const; // prettier-ignore

/** The likeliest tokens one by one, the one that comes wherever it stands, and what lies between and behind them as one part each. */
function piecesOf({ names, weights, total, vocabulary, next }: Law, comes: string | undefined) {
  const pieces = weights.map((weight, i) => ({ share: weight / total, name: visibleText(names[i]) }));
  let left = total - weights.reduce((sum, weight) => sum + weight, 0);
  const others = (count: number, weight: number) => ({ share: weight / total, name: `${count} others` });
  if (!next || next.rank < weights.length) {
    if (left > 0) pieces.push(others(vocabulary - weights.length, left));
    return { pieces, taken: next?.rank };
  }
  const between = next.before - (total - left);
  if (between > 0) pieces.push(others(next.rank - weights.length, between));
  const taken = pieces.push({ share: next.own / total, name: visibleText(comes ?? '') }) - 1;
  left -= between + next.own;
  if (left > 0) pieces.push(others(vocabulary - next.rank - 1, left));
  return { pieces, taken };
}

/** The intervals of the tokens so far; what was taken of each is drawn large in the next. */
export function picture(model: Sentence, values: Asked, say: Say): Mark {
  const { stages, stage, place, isReceived, digits, word } = shownOf(model, values);
  const shown = isReceived ? word.slice(0, digits) : stage.word;
  return intervals({
    stages: model.laws.slice(0, place + 1).map((law, k) => {
      // A decoder does not know yet what comes next.
      const isOpen = isReceived && k === place;
      const { pieces, taken } = piecesOf(isOpen ? { ...law, next: undefined } : law, model.tokens[k]);
      return {
        shares: pieces.map(({ share }) => share),
        names: pieces.map(({ name }) => name),
        taken,
        below: say.amount(stages[k].nats, 1),
      };
    }),
    boxes: digitBoxes(shown, isReceived ? 1 : Math.min(stage.settled.length, shown.length), stage.interval),
    foot: isReceived ? `${digits} arrived` : `${stage.settled.length} sent`,
    ...(!isReceived && { middle: placeOfWord(`${stage.settled}0`, stage.interval)[1] }),
    bars,
  });
}
