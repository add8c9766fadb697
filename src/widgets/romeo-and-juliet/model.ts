import { uniforms, type Uniform } from '#sim/random.ts';
import { boundOnWindowLoss } from '#theory/chains/markov-mixture.ts';
import { lawAfter, laws } from '#sim/author-letters.ts';
import { reduced, symbols, symbolsOf } from '#sim/author-symbols.ts';
import { fewest, lettersDrawn, mostLetters, type Asked } from './parameters.ts';

/** What one who has read some letters believes, and expects next. */
export interface Belief {
  /** ln of the odds for Austen. */
  readonly odds: number;
  readonly austen: number;
  readonly prediction: readonly number[];
}

export interface Reading {
  readonly text: string;
  readonly isOwn: boolean;
  /** At most the length of the text. */
  readonly read: number;
  /** ln of the odds for Austen after 2, 3, … letters, by the whole past and by the window. */
  readonly whole: readonly number[];
  readonly windowed: readonly number[];
  readonly now: { readonly whole: Belief; readonly window: Belief };
  readonly authors: readonly (readonly number[])[];
  /** Total variation between the two predictions, and between the two authors. */
  readonly gap: number;
  readonly between: number;
  /** Of windows out of drawn texts: what the next letter costs more than one who knows the author, with its standard error. */
  readonly loss: number;
  readonly error: number;
  /** H(J)/(w − 1), for the best predictor with this window. */
  readonly bound: number;
}

/** Both authors are drawn with the same chance. */
const prior = [0.5, 0.5];
/** Letters that a text is let run before a window is taken out of it. */
const before = 40;
const windowsDrawn = 240;
const fullStop = symbols.indexOf('.');

function next(author: number, first: number, second: number, uniform: Uniform): number {
  const law = lawAfter(author, first, second);
  let left = uniform();
  for (let y = 0; y < law.length - 1; y++) {
    left -= law[y];
    if (left < 0) return y;
  }
  return law.length - 1;
}

/** Letters by an author, as after the end of a sentence. */
export function write(author: number, length: number, uniform: Uniform): number[] {
  const letters = [fullStop, 0];
  while (letters.length < length + 2) letters.push(next(author, letters[letters.length - 2], letters[letters.length - 1], uniform)); // prettier-ignore
  return letters.slice(2);
}

/** ln of Austen’s chance over Melville’s for the letter at place t, given the two before it. */
const evidence = (letters: readonly number[], t: number) =>
  Math.log(lawAfter(0, letters[t - 2], letters[t - 1])[letters[t]] / lawAfter(1, letters[t - 2], letters[t - 1])[letters[t]]); // prettier-ignore

const beliefAfter = (odds: number, pair: readonly number[]): Belief => {
  const austen = 1 / (1 + Math.exp(-odds));
  const [one, other] = [0, 1].map((author) => lawAfter(author, pair[0], pair[1]));
  return { odds, austen, prediction: Array.from(one, (p, y) => austen * p + (1 - austen) * other[y]) };
};

/** The odds of a window: its first two letters are taken as given, with even odds. */
function oddsOfWindow(letters: readonly number[], read: number, window: number): number {
  let odds = 0;
  for (let t = Math.max(2, read - window + 2); t < read; t++) odds += evidence(letters, t);
  return odds;
}

function measure(window: number, seed: number) {
  const losses = Array.from({ length: windowsDrawn }, (_, i) => {
    const uniform = uniforms(seed, i);
    const author = i % 2;
    const letters = write(author, before + window, uniform);
    const { prediction } = beliefAfter(oddsOfWindow(letters, letters.length, window), letters.slice(-2));
    const law = lawAfter(author, letters[letters.length - 2], letters[letters.length - 1]);
    return law.reduce((total, p, y) => total + p * Math.log(p / prediction[y]), 0);
  });
  const loss = losses.reduce((total, one) => total + one, 0) / windowsDrawn;
  const spread = losses.reduce((total, one) => total + (one - loss) ** 2, 0) / (windowsDrawn - 1);
  return { loss, error: Math.sqrt(spread / windowsDrawn) };
}

/** The last measurement is kept: reading on leaves it as it is. */
let kept: { readonly key: string; readonly measured: ReturnType<typeof measure> } | undefined;

const variation = (p: ArrayLike<number>, q: ArrayLike<number>) =>
  Array.from(p as ArrayLike<number>, (value, y) => Math.abs(value - q[y]) / 2).reduce((a, b) => a + b, 0);

export function compute({ window, read: asked, author, seed, own }: Asked): Reading {
  const typed = reduced(own).slice(0, mostLetters);
  const isOwn = typed.length >= fewest;
  const letters = isOwn ? symbolsOf(typed) : write(author === 'austen' ? 0 : 1, lettersDrawn, uniforms(seed));
  const read = Math.min(asked, letters.length);
  const whole = [0];
  for (let t = 2; t < letters.length; t++) whole.push(whole[t - 2] + evidence(letters, t));
  const key = [window, seed].join();
  if (kept?.key !== key) kept = { key, measured: measure(window, seed) };
  const pair = letters.slice(read - 2, read);
  const now = {
    whole: beliefAfter(whole[read - 2], pair),
    window: beliefAfter(oddsOfWindow(letters, read, window), pair),
  };
  const authors = laws.map((_, j) => Array.from(lawAfter(j, pair[0], pair[1])));
  return {
    ...{ isOwn, read, whole, now, authors, ...kept.measured },
    text: letters.map((letter) => symbols[letter]).join(''),
    windowed: whole.map((odds, i) => odds - whole[Math.max(0, i + 2 - window)]),
    gap: variation(now.whole.prediction, now.window.prediction),
    between: variation(authors[0], authors[1]),
    bound: boundOnWindowLoss(prior, window, 2),
  };
}
