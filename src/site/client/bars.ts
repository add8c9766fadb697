import { sayGuess, startOf, type Asked } from '#kit/prose/prediction.ts';
import { part } from './part.ts';

/**
 * A distribution after one of its probabilities was moved: the others keep their proportions, as far as they exceed the
 * least that each may have.
 */
export function moveShare(shares: readonly number[], moved: number, to: number, least: number): number[] {
  const free = 1 - least * shares.length;
  const mine = Math.min(free, Math.max(0, to - least));
  const others = shares.reduce((sum, share, i) => (i === moved ? sum : sum + share - least), 0);
  return shares.map((share, i) => {
    if (i === moved) return least + mine;
    const proportion = others > 1e-12 ? (share - least) / others : 1 / (shares.length - 1);
    return least + proportion * (free - mine);
  });
}

/** Bars that are range inputs: what the reader drags is the native control itself. Returns the guess, which changes with them. */
export function askBars(form: HTMLFormElement, asked: Asked): readonly number[] {
  const guess = startOf(asked);
  const bars = [...form.querySelectorAll<HTMLInputElement>('input')];
  const show = () =>
    bars.forEach((bar, i) => {
      bar.value = String(guess[i]);
      const text = sayGuess(guess[i], asked);
      bar.style.setProperty('--filled', String((guess[i] - asked.min) / (asked.max - asked.min)));
      bar.setAttribute('aria-valuetext', text);
      part(bar.parentElement!, 'output').textContent = text;
    });
  bars.forEach((bar, i) =>
    bar.addEventListener('input', () => {
      const value = Number(bar.value);
      if (asked.score === 'distribution') guess.splice(0, guess.length, ...moveShare(guess, i, value, asked.min));
      else guess[i] = value;
      show();
    }),
  );
  show();
  return guess;
}
