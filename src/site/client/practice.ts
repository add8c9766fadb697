import { meaningsOf } from '#contract/numberIn.ts';
import { part } from './part.ts';

/* Exercises of a chapter. Without this they are text with replies to open; with it they are asked and checked. */

/** Whether what is written is the answer, rounded to as many digits, and not far from it: 0.1 is no good try at 0.142. */
export function isRounded(written: string, answer: number): boolean {
  const decimals = /[.,](\d+)\s*$/.exec(written)?.[1].length ?? 0;
  const most = Math.min(0.5 * 10 ** -decimals + 1e-12, Math.abs(answer) / 15);
  return meaningsOf(written).some((value) => Math.abs(value - answer) <= most);
}

/** An answer in numbers: right, a particular wrong one with a reply of its own, one of too few digits, or any other. */
function startNumeric(numeric: HTMLElement) {
  const form = part<HTMLFormElement>(numeric, 'form');
  const input = part<HTMLInputElement>(form, 'input');
  const replies = part(numeric, '.replies');
  const particular = [...replies.querySelectorAll<HTMLElement>('[data-wrong]')];
  const right = part(replies, '[data-right]');
  const unread = part(replies, '[data-unread]');
  const other = (written: string) =>
    part(replies, isRounded(written, Number(numeric.dataset.answer)) ? '[data-rounded]' : '[data-otherwise]');
  const near = (value: number, { dataset }: HTMLElement, target: string | undefined) =>
    Math.abs(value - Number(target)) <= Number(dataset.within) + 1e-12;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A share may be written as 48 %, too.
    const percent = /\s*(%|percent)\s*$/;
    const all = meaningsOf(input.value.replace(percent, ''));
    const meant = percent.test(input.value) ? all.flatMap((value) => [value, value / 100]) : all;
    const isNear = (of: HTMLElement, target: string | undefined) => meant.some((value) => near(value, of, target));
    const reply =
      all.length === 0
        ? unread
        : isNear(numeric, numeric.dataset.answer)
          ? right
          : (particular.find((wrong) => isNear(wrong, wrong.dataset.wrong)) ?? other(input.value));
    for (const each of replies.querySelectorAll<HTMLElement>('.reply')) each.hidden = each !== reply;
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
  for (const numeric of document.querySelectorAll<HTMLElement>('.numeric')) startNumeric(numeric);
  for (const exercise of document.querySelectorAll<HTMLElement>('.exercise')) startChoices(exercise);
}
