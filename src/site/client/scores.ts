import { isOfQuiz, predictions, type Prediction } from '#kit/state/predictions.ts';
import { sayScore } from '#kit/prose/score.ts';
import { part } from './part.ts';

export const meanOf = (made: readonly Prediction[]) => made.reduce((sum, { bits }) => sum + bits, 0) / made.length;

/** What the reader's predictions have cost so far. Bets and guessed amounts are scored against different zeros, so they are not mixed. */
export function sayScores(made: readonly Prediction[]): string {
  if (made.length === 0) return 'You have made no predictions yet, as far as this browser remembers.';
  const bets = made.filter((one) => one.kind === 'bet' && !isOfQuiz(one));
  const statements = made.filter(isOfQuiz);
  const guesses = made.filter(({ kind }) => kind !== 'bet');
  const each = (all: readonly Prediction[]) => `${sayScore(meanOf(all))}${all.length > 1 ? ' each in the mean' : ''}`;
  return [
    ...(bets.length > 0
      ? [`${bets.length} ${bets.length > 1 ? 'bets' : 'bet'} cost you ${each(bets)}, where half and half costs 1.`]
      : []),
    ...(statements.length > 0
      ? [
          `${statements.length > 1 ? `Answers to ${statements.length} statements` : 'An answer to a statement'} of our sources cost you ` +
            `${each(statements)}, where half and half costs 1.`,
        ]
      : []),
    ...(guesses.length > 0
      ? [
          `${guesses.length} ${guesses.length > 1 ? 'guesses' : 'guess'} with bars or curves cost you ${each(guesses)}, ` +
            'where the truth itself costs none.',
        ]
      : []),
  ].join(' ');
}

/** Fills in the bets that were asked twice, and says how many of them have both answers. */
export function showPairs(place: HTMLElement): number {
  const made = predictions();
  const pairs = [...place.querySelectorAll<HTMLElement>('[data-pair]')];
  for (const pair of pairs) {
    const [then, now] = pair.dataset.pair!.split(' ').map((id) => made.find((bet) => bet.id === id));
    pair.hidden = !then || !now;
    if (then && now) part(pair, 'span').textContent = `then ${sayScore(then.bits)}, now ${sayScore(now.bits)}.`;
  }
  return pairs.filter(({ hidden }) => !hidden).length;
}

/** The reader’s scores, and those of bets that were asked twice. */
export function showScores(place: HTMLElement) {
  part(place, '[data-scores]').textContent = sayScores(predictions());
  showPairs(place);
}
