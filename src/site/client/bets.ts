import { recall, record } from '#kit/state/predictions.ts';
import { remember } from '#kit/state/storage.ts';
import { sayScore, scoreOf } from '#kit/prose/score.ts';
import { part } from './part.ts';
import { whenReached } from './settling.ts';

/*
 * Bets of a chapter. Without this they are statements with an answer to open; with it they are asked, scored and kept. Their
 * answer is kept back until the reader has come to the heading that the bet names, after the figure that settles it.
 */

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
const settled = (bet: HTMLElement) => `settled/${bet.dataset.bet}`;

function showOutcome(bet: HTMLElement, p: number, follow: boolean) {
  const bits = costOf(bet, p);
  bet.querySelector('.show-now')?.remove();
  remember.set(settled(bet), 'yes');
  part(bet, '.outcome').textContent =
    `You gave ${Math.round(100 * p)} percent for yes. The answer is ${bet.dataset.answer}: that cost you ` +
    `${sayScore(bits)}, where half and half costs 1.${thenAndNow(bet, bits)}`;
  reveal(bet, follow);
  bet.dispatchEvent(new Event('settled', { bubbles: true }));
}

/** What was bet and what is true, where the reader has come to know it. */
function settleAt(place: Element, bet: HTMLElement) {
  const outcome = document.createElement('p');
  outcome.textContent = part(bet, '.outcome').textContent;
  const link = document.createElement('a');
  link.href = `#bet-${bet.dataset.bet}`;
  link.textContent = 'Your bet';
  const name = document.createElement('h3');
  name.append(link);
  const aside = document.createElement('section');
  aside.className = 'bet settled';
  aside.append(name, outcome);
  for (const paragraph of bet.querySelectorAll('.reveal > :not(summary)')) aside.append(paragraph.cloneNode(true));
  place.before(aside);
}

/** Keeps the answer back until its place is reached, or the reader wants it now. */
function keepBack(bet: HTMLElement, p: number, follow: boolean) {
  const place = bet.dataset.until === undefined ? null : document.getElementById(bet.dataset.until);
  if (!place || remember.get(settled(bet))) return showOutcome(bet, p, follow);
  part(bet, 'form').hidden = true;
  part(bet, '.reveal').hidden = true;
  const outcome = part(bet, '.outcome');
  outcome.textContent =
    `Locked in: ${Math.round(100 * p)} percent for yes. You will see the answer further down, before ` +
    `“${place.textContent}”.`;
  const now = document.createElement('button');
  now.type = 'button';
  now.className = 'show-now';
  now.textContent = 'Show what is true now';
  outcome.after(now);
  if (follow) now.focus();
  now.addEventListener('click', () => showOutcome(bet, p, true));
  whenReached(place, () => {
    if (!now.isConnected) return;
    showOutcome(bet, p, false);
    settleAt(place, bet);
  });
}

function startBet(bet: HTMLElement) {
  const id = bet.dataset.bet!;
  const form = part<HTMLFormElement>(bet, 'form');
  const slider = part<HTMLInputElement>(form, 'input');
  const [before] = recall(id)?.guess ?? [];
  if (before > 0 && before < 1) return keepBack(bet, before, false);
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
    remember.forget(settled(bet));
    keepBack(bet, p, true);
    // One that asks it again may stand further down.
    for (const later of document.querySelectorAll(`[data-again="${id}"]`)) {
      const asked = later.closest<HTMLElement>('[data-bet]')!;
      const [now] = recall(asked.dataset.bet!)?.guess ?? [];
      if (now === undefined) thenAndNow(asked, undefined);
      else if (remember.get(settled(asked))) showOutcome(asked, now, false);
    }
  });
}

export function startBets() {
  for (const bet of document.querySelectorAll<HTMLElement>('[data-bet]')) startBet(bet);
}
