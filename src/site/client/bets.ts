import { recall, record } from '#kit/state/predictions.ts';
import { sayScore, scoreOf } from '#kit/prose/score.ts';
import { part } from './part.ts';

/* Bets of a chapter. Without this they are statements with an answer to open; with it they are asked, scored and kept. */

/** Shows what is true below a question that has been answered; the focus, which was on the form, goes with it. */
export function reveal(question: HTMLElement, follow: boolean) {
  part(question, 'form').hidden = true;
  const truth = part<HTMLDetailsElement>(question, '.reveal');
  truth.hidden = false;
  truth.open = true;
  if (follow) part(truth, 'summary').focus();
}

/** The scores of a bet and of the one that it asks again, side by side. */
function thenAndNow(bet: HTMLElement, now: number | undefined): string {
  const hint = bet.querySelector<HTMLElement>('[data-again]');
  if (!hint) return '';
  const first = recall(hint.dataset.again!);
  part(hint, 'span').textContent = !first
    ? 'This browser remembers no answer of yours to it yet.'
    : now === undefined
      ? 'You have answered that one. Once you answer this one, you see both scores side by side.'
      : '';
  return first && now !== undefined ? ` Then ${sayScore(first.bits)}, now ${sayScore(now)}.` : '';
}

const costOf = (bet: HTMLElement, p: number) => scoreOf('divergence', [bet.dataset.answer === 'yes' ? 1 : 0], [p]);

function showOutcome(bet: HTMLElement, p: number, follow: boolean) {
  const bits = costOf(bet, p);
  part(bet, '.outcome').textContent =
    `You gave ${Math.round(100 * p)} percent for yes. The answer is ${bet.dataset.answer}: that cost you ` +
    `${sayScore(bits)}, where half and half costs 1.${thenAndNow(bet, bits)}`;
  reveal(bet, follow);
}

function startBet(bet: HTMLElement) {
  const id = bet.dataset.bet!;
  const form = part<HTMLFormElement>(bet, 'form');
  const slider = part<HTMLInputElement>(form, 'input');
  const [before] = recall(id)?.guess ?? [];
  if (before > 0 && before < 1) return showOutcome(bet, before, false);
  thenAndNow(bet, undefined);
  const show = () => {
    part(form, 'output').textContent = `${slider.value} %`;
    slider.setAttribute('aria-valuetext', `${slider.value} percent`);
  };
  show();
  slider.addEventListener('input', show);
  form.hidden = false;
  part(bet, '.reveal').hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const p = Number(slider.value) / 100;
    record({ id, kind: 'bet', guess: [p], bits: costOf(bet, p) });
    showOutcome(bet, p, true);
    // One that asks it again may stand further down.
    for (const later of document.querySelectorAll(`[data-again="${id}"]`)) {
      const asked = later.closest<HTMLElement>('[data-bet]')!;
      const [now] = recall(asked.dataset.bet!)?.guess ?? [];
      if (now === undefined) thenAndNow(asked, undefined);
      else showOutcome(asked, now, false);
    }
  });
}

export function startBets() {
  for (const bet of document.querySelectorAll<HTMLElement>('[data-bet]')) startBet(bet);
}
