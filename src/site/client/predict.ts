import { recall, record } from '#kit/state/predictions.ts';
import { sayGuess, startOf, type Asked } from '#kit/prose/prediction.ts';
import { sayScore, scoreOf } from '#kit/prose/score.ts';
import { askBars } from './bars.ts';
import { reveal } from './bets.ts';
import { askCurve, drawn } from './curve.ts';
import { part } from './part.ts';

/* Predictions of a chapter: bars to drag and curves to draw. Without this they are questions with an answer to open. */

function outcome({ score, truth, at }: Asked, bits: number, atFirst: number, isMoved: boolean): string {
  const mean = truth.length > 1 && score !== 'distribution' ? ' in the mean' : '';
  const [start, stood] = at ? ['line', 'it stood'] : truth.length > 1 ? ['bars', 'they stood'] : ['bar', 'it stood'];
  if (!isMoved)
    return score === 'distance'
      ? `You left the ${start} as ${stood}, ${sayScore(bits)} off${mean}.`
      : `You left the ${start} as ${stood}. Relying on that would cost ${sayScore(bits)} per case${mean}.`;
  return score === 'distance'
    ? `You were ${sayScore(bits)} off${mean}. The ${start} as ${stood} at first would have been ${sayScore(atFirst)} off.`
    : `Relying on your guess would cost ${sayScore(bits)} per case${mean}. The ${start} as ${stood} at first would have cost ${sayScore(atFirst)}.`;
}

/** Draws the guess into the picture of what is true. */
function addGuess(result: HTMLElement, asked: Asked, guess: readonly number[]) {
  if (!asked.at) {
    for (const [i, truth] of result.querySelectorAll('.bars dd.truth').entries()) {
      const yours = truth.cloneNode(true) as HTMLElement;
      yours.className = 'yours';
      part(yours, '.track > span').style.width = `${(100 * guess[i]) / asked.top}%`;
      yours.lastChild!.textContent = `${sayGuess(guess[i], { ...asked, unit: '' })} yours`;
      truth.before(yours);
    }
    return;
  }
  const truth = part<SVGPathElement>(result, '.sketch path.truth');
  const yours = truth.cloneNode() as SVGPathElement;
  yours.setAttribute('class', 'yours');
  yours.setAttribute('d', drawn(asked, guess));
  truth.after(yours);
  const name = part(result, '.key .truth').cloneNode() as HTMLElement;
  name.className = name.textContent = 'yours';
  part(result, '.key').append(' ', name);
  for (const [i, row] of [part(result, 'thead tr'), ...result.querySelectorAll('tbody tr')].entries()) {
    const cell = row.lastElementChild!.cloneNode() as HTMLElement;
    cell.textContent = i === 0 ? 'yours' : sayGuess(guess[i - 1], { ...asked, unit: '' });
    row.append(cell);
  }
}

function startPrediction(section: HTMLElement) {
  const id = section.dataset.predict!;
  const asked = JSON.parse(section.dataset.asked!) as Asked;
  const form = part<HTMLFormElement>(section, 'form');
  const result = part(section, '.reveal');
  const bitsOf = (guess: readonly number[]) => scoreOf(asked.score, asked.truth, guess);
  function show(guess: readonly number[], follow: boolean) {
    addGuess(result, asked, guess);
    const start = startOf(asked);
    const isMoved = guess.some((value, i) => value !== start[i]);
    part(section, '.outcome').textContent = outcome(asked, bitsOf(guess), bitsOf(start), isMoved);
    reveal(section, follow);
  }
  const before = recall(id)?.guess;
  const legal = (value: number) => value >= asked.min - 1e-9 && value <= asked.max + 1e-9;
  if (before?.length === asked.truth.length && before.every(legal)) return show(before, false);
  const guess = asked.at ? askCurve(form, part(result, '.sketch'), asked) : askBars(form, asked);
  form.hidden = false;
  result.hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    record({ id, kind: asked.at ? 'curve' : 'bars', guess, bits: bitsOf(guess) });
    show(guess, true);
  });
}

export function startPredictions() {
  for (const section of document.querySelectorAll<HTMLElement>('[data-predict]')) startPrediction(section);
}
