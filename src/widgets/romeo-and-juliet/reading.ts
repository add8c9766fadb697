import { symbols } from '#sim/author-symbols.ts';

/** What one who has read some letters believes, and expects next. */
export interface Belief {
  /** ln of the odds for Austen. */
  readonly odds: number;
  readonly austen: number;
  readonly prediction: readonly number[];
}

interface Paid {
  readonly whole: number;
  readonly window: number;
  /** The part of `window` that one would pay, too, who knows the author and sees the window. It may be negative: less text may mislead less. */
  readonly reading: number;
}

export interface Reading {
  readonly text: string;
  readonly isOwn: boolean;
  /** The networks have read it; chains always have. */
  readonly isRead: boolean;
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
  /** What the letters read so far, after the first two, have cost more than one who knows the author and has read all, in nats. Nobody knows who wrote a text of the reader’s. */
  readonly paid?: Paid;
  /** For chains, of windows out of drawn texts: what the next letter costs more than one who knows the author, with its standard error. */
  readonly drawn?: {
    readonly loss: number;
    readonly error: number;
    /** H(J)/w, for the best predictor with this window. */
    readonly bound: number;
  };
}

/** Natural logarithms of the laws of the next letter, by author, after 2, 3, … letters; the last one is for the letter to come. */
export type Laws = readonly (readonly ArrayLike<number>[])[];

export interface Read {
  readonly letters: readonly number[];
  readonly isOwn: boolean;
  /** Who writes, 0 for Austen. */
  readonly author: number;
  readonly read: number;
  /** By who has read all, and by who sees the window. */
  readonly laws: Laws;
  readonly windowLaws: Laws;
  /** ln of the odds for Austen after 2, 3, … letters, by the window. */
  readonly windowed: readonly number[];
}

const variation = (p: readonly number[], q: readonly number[]) =>
  p.reduce((total, value, y) => total + Math.abs(value - q[y]) / 2, 0);

const belief = (odds: number, laws: readonly (readonly number[])[]): Belief => {
  const austen = 1 / (1 + Math.exp(-odds));
  return { odds, austen, prediction: laws[0].map((p, y) => austen * p + (1 - austen) * laws[1][y]) };
};

/** What a mixture with these odds gives to a letter: ln(a p + (1 − a) q) from ln p and ln q. */
function mixed(odds: number, one: number, other: number): number {
  const [a, b] = [one - Math.log1p(Math.exp(-odds)), other - Math.log1p(Math.exp(odds))];
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** All that is shown of a text, from what both authors expect along it. */
export function readingOf({ letters, isOwn, author, read, laws, windowLaws, windowed }: Read): Reading {
  const whole = [0];
  const paid = { whole: 0, window: 0, reading: 0 };
  for (let i = 0; i < letters.length - 2; i++) {
    const letter = letters[i + 2];
    const [one, other] = laws.map((law) => law[i][letter]);
    if (i + 2 < read) {
      const known = laws[author][i][letter];
      paid.whole += known - mixed(whole[i], one, other);
      paid.reading += known - windowLaws[author][i][letter];
      paid.window += known - mixed(windowed[i], windowLaws[0][i][letter], windowLaws[1][i][letter]);
    }
    whole.push(whole[i] + (one - other));
  }
  const at = (all: Laws) => all.map((law) => Array.from(law[read - 2], Math.exp));
  const authors = at(laws);
  const now = { whole: belief(whole[read - 2], authors), window: belief(windowed[read - 2], at(windowLaws)) };
  return {
    ...{ isOwn, read, whole, windowed, now, authors },
    isRead: true,
    text: letters.map((letter) => symbols[letter]).join(''),
    gap: variation(now.whole.prediction, now.window.prediction),
    between: variation(authors[0], authors[1]),
    ...(!isOwn && { paid }),
  };
}
