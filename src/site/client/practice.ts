import { sayIn } from '#contract/say.ts';
import { remember } from '#kit/storage.ts';

/* Bets and exercises of a chapter. Without this they are text with replies to open; with it they are asked and checked. */

const part = <E extends HTMLElement>(element: HTMLElement, selector: string) => element.querySelector<E>(selector)!;

/** Nats that the answer cost the one who gave `p` to yes. */
export const cost = (p: number, truth: boolean) => -Math.log(truth ? p : 1 - p);

function showOutcome(bet: HTMLElement, p: number) {
  const truth = bet.dataset.answer === 'yes';
  const said = `${Math.round(100 * p)} percent for yes`;
  const bits = sayIn('bits').information(cost(p, truth), 2);
  part(bet, '.outcome').textContent =
    `You gave ${said}. The answer is ${bet.dataset.answer}: that cost you ${bits}, where half and half costs 1.`;
  part(bet, 'form').hidden = true;
  const reveal = part<HTMLDetailsElement>(bet, '.reveal');
  reveal.hidden = false;
  reveal.open = true;
}

function startBet(bet: HTMLElement) {
  const key = `bet/${bet.dataset.bet}`;
  const form = part<HTMLFormElement>(bet, 'form');
  const slider = part<HTMLInputElement>(form, 'input');
  const before = Number(remember.get(key));
  if (before > 0 && before < 1) return showOutcome(bet, before);
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
    remember.set(key, String(p));
    showOutcome(bet, p);
  });
}

const typed = (text: string) => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.').replace('−', '-')));

/** An answer in numbers: right, a particular wrong one with a reply of its own, or any other. */
function startNumeric(numeric: HTMLElement) {
  const form = part<HTMLFormElement>(numeric, 'form');
  const input = part<HTMLInputElement>(form, 'input');
  const replies = part(numeric, '.replies');
  const particular = [...replies.querySelectorAll<HTMLElement>('[data-wrong]')];
  const right = part(replies, '[data-right]');
  const unread = part(replies, '[data-unread]');
  const near = (value: number, { dataset }: HTMLElement, target: string | undefined) =>
    Math.abs(value - Number(target)) <= Number(dataset.within) + 1e-12;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = typed(input.value);
    const reply = Number.isNaN(value)
      ? unread
      : near(value, numeric, numeric.dataset.answer)
        ? right
        : (particular.find((wrong) => near(value, wrong, wrong.dataset.wrong)) ?? part(replies, '[data-otherwise]'));
    for (const other of replies.querySelectorAll<HTMLElement>('.reply')) other.hidden = other !== reply;
    input.setAttribute('aria-invalid', String(reply === unread));
  });
}

/** Opening a choice is answering: the others close, so that one can try again. */
function startChoices(exercise: HTMLElement) {
  const choices = [...exercise.querySelectorAll<HTMLDetailsElement>('.choice')];
  for (const choice of choices)
    choice.addEventListener('toggle', () => {
      if (choice.open) for (const other of choices) if (other !== choice) other.open = false;
    });
}

export function startPractice() {
  for (const bet of document.querySelectorAll<HTMLElement>('[data-bet]')) startBet(bet);
  for (const numeric of document.querySelectorAll<HTMLElement>('.numeric')) startNumeric(numeric);
  for (const exercise of document.querySelectorAll<HTMLElement>('.exercise')) startChoices(exercise);
}
