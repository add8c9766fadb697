import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { reduced, symbols, symbolsOf } from '#sim/author-symbols.ts';
import { uniforms, type Uniform } from '#sim/random.ts';
import { boundOnWindowLoss } from '#theory/chains/markov-mixture.ts';
import { fewest, lettersDrawn, mostLetters, type Asked } from './parameters.ts';
import { readingOf, type Reading } from './reading.ts';

/** Both authors are drawn with the same chance. */
const prior = [0.5, 0.5];
/** Letters that a text is let run before a window is taken out of it. */
const before = 40;
const windowsDrawn = 240;
const authors = [austenOfPairs, melvilleOfPairs];
const logarithms = authors.map(({ chain }) => chain.map((law) => law.map(Math.log)));

/** A letter of a law, by one number between 0 and 1. */
export function drawn(law: ArrayLike<number>, u: number): number {
  let left = u;
  for (let y = 0; y < law.length - 1; y++) {
    left -= law[y];
    if (left < 0) return y;
  }
  return law.length - 1;
}

/** Letters by an author, as after a space. */
export function write(author: number, length: number, uniform: Uniform): number[] {
  const { start, chain } = authors[author];
  const letters: number[] = [];
  while (letters.length < length) letters.push(drawn(letters.length > 0 ? chain[letters[letters.length - 1]] : start, uniform())); // prettier-ignore
  return letters;
}

/** ln of Austen’s chance over Melville’s for the letter at place t, given the one before it. */
const evidence = (letters: readonly number[], t: number) =>
  logarithms[0][letters[t - 1]][letters[t]] - logarithms[1][letters[t - 1]][letters[t]];

/** The odds of a window: its first two letters are taken as given, with even odds. */
function oddsOfWindow(letters: readonly number[], window: number): number {
  let odds = 0;
  for (let t = Math.max(2, letters.length - window + 2); t < letters.length; t++) odds += evidence(letters, t);
  return odds;
}

function measure(window: number, seed: number) {
  const losses = Array.from({ length: windowsDrawn }, (_, i) => {
    const author = i % 2;
    const letters = write(author, before + window, uniforms(seed, i));
    const austen = 1 / (1 + Math.exp(-oddsOfWindow(letters, window)));
    const [one, other] = authors.map(({ chain }) => chain[letters[letters.length - 1]]);
    const law = author === 0 ? one : other;
    return law.reduce((total, p, y) => total + p * Math.log(p / (austen * one[y] + (1 - austen) * other[y])), 0);
  });
  const loss = losses.reduce((total, one) => total + one, 0) / windowsDrawn;
  const spread = losses.reduce((total, one) => total + (one - loss) ** 2, 0) / (windowsDrawn - 1);
  return { loss, error: Math.sqrt(spread / windowsDrawn), bound: boundOnWindowLoss(prior, window) };
}

/** The last measurement is kept: reading on leaves it as it is. */
let kept: { readonly key: string; readonly measured: ReturnType<typeof measure> } | undefined;

/** The reader’s own letters, if there are enough of them. */
export function ownLetters({ own }: Asked): number[] | undefined {
  const typed = reduced(own).slice(0, mostLetters);
  return typed.length >= fewest ? symbolsOf(typed) : undefined;
}

export const authorOf = ({ author }: Asked) => (author === 'austen' ? 0 : 1);

/** Two chains of letters read a text, exactly. */
function readByChains(asked: Asked): Reading {
  const { window, seed } = asked;
  const own = ownLetters(asked);
  const author = authorOf(asked);
  const letters = own ?? write(author, lettersDrawn, uniforms(seed));
  const key = [window, seed].join();
  if (kept?.key !== key) kept = { key, measured: measure(window, seed) };
  const laws = logarithms.map((chain) => letters.slice(1).map((letter) => chain[letter]));
  const windowed = Array.from({ length: letters.length - 1 }, (_, i) => oddsOfWindow(letters.slice(0, i + 2), window));
  const read = Math.min(asked.read, letters.length);
  return {
    // A chain of order one sees as much of a window as of the whole past.
    ...readingOf({ letters, isOwn: own !== undefined, author, read, laws, windowLaws: laws, windowed }),
    drawn: kept.measured,
  };
}

const even = symbols.split('').map(() => 1 / symbols.length);
const nobody = { odds: 0, austen: 0.5, prediction: even };

/** Before the networks have read anything. */
const unread = (asked: Asked): Reading => ({
  text: (ownLetters(asked) ?? []).map((letter) => symbols[letter]).join(''),
  isOwn: ownLetters(asked) !== undefined,
  isRead: false,
  read: 2,
  whole: [0],
  windowed: [0],
  now: { whole: nobody, window: nobody },
  authors: [even, even],
  gap: 0,
  between: 0,
});

export const compute = (asked: Asked): Reading => (asked.authors === 'networks' ? unread(asked) : readByChains(asked));
