import { numberFor } from '#contract/numberIn.ts';
import { part } from './part.ts';

/* Exercises of a chapter. Without this they are text with replies to open; with it they are asked and checked. */

interface Target {
  readonly value: number;
  readonly within: number;
}

/** A share may be written as 48 %, too. */
const percent = /\s*(%|percent)\s*$/;

/** Whether what is written is the answer, rounded to as many digits, and not far from it: 0.1 is no good try at 0.142. */
function isRounded(written: string, said: number, answer: number): boolean {
  const decimals = /[.,](\d+)\s*$/.exec(written)?.[1].length ?? 0;
  return Math.abs(said - answer) <= Math.min(0.5 * 10 ** -decimals + 1e-12, Math.abs(answer) / 15);
}

/**
 * What is said to a text: that it is right, which of the particular mistakes it is, that it has too few digits, −1 for any other number,
 * or that it is none. Where a text may mean two numbers it is the right one, if that is one of them, and otherwise the likelier, as in
 * the boxes of figures.
 */
export function judged(
  text: string,
  answer: Target,
  mistakes: readonly Target[],
): 'right' | 'rounded' | 'unread' | number {
  const units = percent.test(text) ? [1, 100] : [1];
  const written = text.replace(percent, '');
  const isNear = (said: number, { value, within }: Target) =>
    units.some((unit) => Math.abs(said / unit - value) <= within + 1e-12);
  const said = numberFor(written, (value) => isNear(value, answer));
  if (Number.isNaN(said)) return 'unread';
  if (isNear(said, answer)) return 'right';
  const mistake = mistakes.findIndex((one) => isNear(said, one));
  return mistake < 0 && units.some((unit) => isRounded(written, said, unit * answer.value)) ? 'rounded' : mistake;
}

/** An answer in numbers: right, a particular wrong one with a reply of its own, one of too few digits, or any other. */
function startNumeric(numeric: HTMLElement) {
  const form = part<HTMLFormElement>(numeric, 'form');
  const input = part<HTMLInputElement>(form, 'input');
  const replies = part(numeric, '.replies');
  const particular = [...replies.querySelectorAll<HTMLElement>('[data-wrong]')];
  const targetOf = ({ dataset }: HTMLElement): Target => ({
    value: Number(dataset.answer ?? dataset.wrong),
    within: Number(dataset.within),
  });
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = judged(input.value, targetOf(numeric), particular.map(targetOf));
    const reply = particular[Number(said)] ?? part(replies, said === -1 ? '[data-otherwise]' : `[data-${said}]`);
    for (const other of replies.querySelectorAll<HTMLElement>('.reply')) other.hidden = other !== reply;
    input.setAttribute('aria-invalid', String(said === 'unread'));
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
