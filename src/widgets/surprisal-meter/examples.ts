export type Kind = 'everyday' | 'language' | 'medicine';

export interface Example {
  readonly kind: Kind;
  /** What happens; where there is no room, in fewer words. */
  readonly says: string;
  readonly short: string;
  /** One chance in so many. */
  readonly oneIn: number;
}

/** n(n − 1) … (n − k + 1)/k!: ways to choose k of n. */
export const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k);

const hands = ways(52, 5);

/**
 * Chances that can be counted or are set by a definition; only the letters are a statistic of English (the usual table, e 12.702 and z 0.074 percent).
 * Rarest last.
 */
export const examples: readonly Example[] = [
  { kind: 'everyday', says: 'a tossed coin shows heads', short: 'a coin shows heads', oneIn: 2 },
  { kind: 'medicine', says: 'a wide-open diagnosis turns out bad', short: 'an open diagnosis', oneIn: 2 },
  // Mendel’s second generation: one child in four has both copies.
  { kind: 'medicine', says: 'two carriers’ child has their illness', short: 'ill, of two carriers', oneIn: 4 },
  { kind: 'everyday', says: 'a die shows six', short: 'a die shows six', oneIn: 6 },
  { kind: 'language', says: 'a letter of an English text is e', short: 'the letter e', oneIn: 1 / 0.12702 },
  { kind: 'everyday', says: 'a stranger has your birthday', short: 'born on your day', oneIn: 365 },
  { kind: 'language', says: 'a letter of an English text is z', short: 'the letter z', oneIn: 1 / 0.00074 },
  // At most 5 in 10,000 people: Regulation (EC) No 141/2000.
  { kind: 'medicine', says: 'somebody has an illness that just counts as rare', short: 'a rare illness', oneIn: 2000 },
  // The most frequent of those that package leaflets call very rare.
  { kind: 'medicine', says: 'a side effect at the edge of “very rare”', short: 'very rare side effect', oneIn: 10_000 },
  {
    kind: 'language',
    says: 'one of GPT-2’s 50,257 tokens, drawn evenly',
    short: 'a token of 50,257',
    oneIn: 50_257,
  },
  { kind: 'everyday', says: 'five cards are a royal flush', short: 'a royal flush', oneIn: hands / 4 },
  { kind: 'everyday', says: 'five cards are these very five', short: 'these five cards', oneIn: hands },
  { kind: 'everyday', says: 'six numbers of 49 are guessed', short: 'six of 49 guessed', oneIn: ways(49, 6) },
  { kind: 'language', says: 'six letters, drawn evenly, spell “please”', short: '“please” by chance', oneIn: 26 ** 6 },
];
