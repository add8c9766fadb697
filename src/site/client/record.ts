import { isOfQuiz, predictions, type Prediction } from '#kit/state/predictions.ts';
import { sayScore } from '#kit/prose/score.ts';
import { lifeOf } from './islands.ts';
import { part } from './part.ts';
import { meanOf, sayScores, showPairs } from './scores.ts';

/** Mean cost with its standard error, as far as that is known. */
function sayMean(made: readonly Prediction[]): string {
  const mean = meanOf(made);
  if (made.length < 2) return sayScore(mean).replace(/ bits?$/, '');
  const squares = made.reduce((sum, { bits }) => sum + (bits - mean) ** 2, 0);
  const error = Math.sqrt(squares / (made.length - 1) / made.length);
  return `${mean.toFixed(2)} ± ${error.toFixed(2)}`;
}

/** What the reader has bet in the whole book: page by page, then and now, and in the figure of the page: the quiz, beside the answers given there, or the reliability of forecasts. */
export async function startRecord() {
  const place = document.querySelector<HTMLElement>('[data-record]')!;
  const answers = JSON.parse(part(place, '[data-record-answers]').textContent) as Record<string, 'y' | 'n'>;
  const bets = () => predictions().filter(({ id, kind }) => kind === 'bet' && Object.hasOwn(answers, id));
  function show() {
    const made = bets();
    part(place, '[data-record-says]').textContent =
      sayScores(predictions()) +
      (made.length > 1
        ? ` For the bets of the chapters that is ${sayMean(made)} bits each, with the standard error of a mean of ${made.length}.`
        : '');
    part(place, '[data-record-pairs]').hidden = showPairs(place) === 0;
    for (const row of place.querySelectorAll<HTMLElement>('[data-record-of]')) {
      const ids = row.dataset.recordOf!.split(' ');
      const own = made.filter(({ id }) => ids.includes(id));
      const [, answered, cost] = row.querySelectorAll('td');
      answered.textContent = own.length > 0 ? String(own.length) : '—';
      cost.textContent = own.length > 0 ? sayMean(own) : '—';
    }
  }
  show();
  const island = document.querySelector<HTMLElement>('[data-island="errata-quiz"], [data-island="calibration"]');
  const explore = island?.closest<HTMLElement>('[data-explore]');
  if (!explore) return;
  const store = await lifeOf(explore);
  // The quiz has its own answers already.
  const others = () => (island!.dataset.island === 'calibration' ? predictions().filter(isOfQuiz) : []);
  const handIn = () => {
    const written = [
      ...bets().map(({ id, guess: [p] }) => `${Math.round(100 * p)}${answers[id]}`),
      ...others().map(({ id, guess: [p] }) => `${Math.round(100 * p)}${id.endsWith('-t') ? 'y' : 'n'}`),
    ];
    if (written.length > 0) store.change({ bets: written.join('.') });
  };
  handIn();
  document.addEventListener('settled', () => {
    show();
    handIn();
  });
  let count = predictions().filter(isOfQuiz).length;
  store.subscribe(() => {
    const now = predictions().filter(isOfQuiz).length;
    if (now !== count) show();
    count = now;
    // A reset or a challenge has emptied them.
    if (store.getState().values.bets === '') handIn();
  });
}
