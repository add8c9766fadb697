/** Two styles of writing over the same few words: what the source of `two-styles`, and the network that learned from it, are made of. */
import { assertEach, assertIndex } from '#theory/numerics/assert.ts';
import type { MarkovChain } from '#theory/chains/markov-chain.ts';
import type { MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';
import { BayesMixture } from './bayes-mixture.ts';
import { MarkovPredictor } from './markov-predictor.ts';

/** The words of both styles; word i is symbol i. */
export const STYLE_WORDS =
  'all and arriving asleep calm home hush is late little money moon mother night safe sea send ship sleep stop the tonight wind'.split(
    ' ',
  );

/** The symbol that stands before the first word. */
export const STYLE_START = STYLE_WORDS.length;

export const STYLE_NAMES = ['telegram', 'lullaby'] as const;

/** Share of the next word that any word may take, whatever the habit: no text is impossible in either style. */
const SLIP = 0.08;

/** After each word, the words that may follow; one that is written twice is twice as likely. `begin` is what a text begins with. */
type Habits = Readonly<Record<string, string>>;

const TELEGRAM: Habits = {
  begin: 'mother mother ship ship arriving send sea all all',
  all: 'safe safe calm home is',
  and: 'safe home money',
  arriving: 'tonight tonight late home home safe stop',
  asleep: 'stop',
  calm: 'stop stop stop tonight',
  home: 'stop stop stop tonight safe late',
  hush: 'stop',
  is: 'late safe arriving',
  late: 'stop stop stop tonight',
  little: 'money money wind',
  money: 'stop stop stop tonight home late',
  moon: 'calm late stop',
  mother: 'safe safe home arriving late',
  night: 'calm stop',
  safe: 'stop stop stop home tonight',
  sea: 'calm calm calm stop',
  send: 'money money money ship mother little home',
  ship: 'late late arriving arriving safe home stop',
  sleep: 'stop',
  stop: 'send send send arriving arriving ship ship mother mother all sea wind',
  the: 'ship money',
  tonight: 'stop stop stop all mother',
  wind: 'calm calm calm late stop',
};

const LULLABY: Habits = {
  begin: 'hush hush sleep the mother mother ship sea all all',
  all: 'the is is calm night asleep safe',
  and: 'the the the all all mother hush sleep little',
  arriving: 'hush and',
  asleep: 'and and hush hush the all',
  calm: 'and and and tonight hush',
  home: 'and and and tonight tonight hush',
  hush: 'hush little little little the the sleep mother',
  is: 'asleep asleep asleep calm calm safe safe home late',
  late: 'and hush sleep',
  little: 'moon moon ship ship wind sea',
  money: 'is and',
  moon: 'is is is and hush',
  mother: 'is is is safe home',
  night: 'is is and hush',
  safe: 'and and and home tonight hush',
  sea: 'is is is calm calm',
  send: 'the hush',
  ship: 'is is is home safe',
  sleep: 'little little little and and hush tonight',
  stop: 'hush the',
  the: 'moon moon sea sea wind wind night ship little little',
  tonight: 'and hush hush sleep',
  wind: 'is is is calm calm',
};

function law(successors: string): number[] {
  const words = successors.split(' ');
  const counts = STYLE_WORDS.map((word) => words.filter((other) => other === word).length);
  const total = sum(counts);
  if (total !== words.length) throw new RangeError(`successors must be words of the styles, got “${successors}”`);
  return counts.map((count) => (1 - SLIP) * (count / total) + SLIP / STYLE_WORDS.length);
}

const chainOf = (habits: Habits): MarkovChain => STYLE_WORDS.map((word) => law(habits[word]));

/** A style is drawn by the toss of a fair coin, once, and writes the whole text. */
export const STYLES: MarkovMixture = { chains: [chainOf(TELEGRAM), chainOf(LULLABY)], weights: [0.5, 0.5] };

/** The law of the first word in each style. */
export const STYLE_STARTS: readonly (readonly number[])[] = [law(TELEGRAM.begin), law(LULLABY.begin)];

/** The exact predictor of the source: it believes in the telegram, and in the lullaby, by Bayes' rule, and that the style never changes. */
export const stylesPredictor = () =>
  new BayesMixture(
    STYLES.chains.map((chain, j) => new MarkovPredictor(chain, STYLE_STARTS[j])),
    STYLES.weights,
  );

function assertWords(words: readonly number[]): void {
  assertEach(words, 'words', (word, name) => assertIndex(word, name, STYLE_WORDS.length));
}

/** The law of the next word in each style after a text; it depends on the last word alone. */
export function lawsAfter(words: readonly number[]): readonly (readonly number[])[] {
  assertWords(words);
  return words.length === 0 ? STYLE_STARTS : STYLES.chains.map((chain) => chain[words[words.length - 1]]);
}

/** −ln of the probability of a text in each style, in nats. Throws RangeError unless all are words. */
export const styleSurprisals = (words: readonly number[]): readonly [telegram: number, lullaby: number] => {
  assertWords(words);
  const total: [number, number] = [0, 0];
  words.forEach((word, t) => {
    lawsAfter(words.slice(0, t)).forEach((law, j) => (total[j] -= Math.log(law[word])));
  });
  return total;
};

/**
 * ln of the odds of telegram against lullaby before the first word and after each, for one who expects the style to change before any
 * word with probability `rate`. For rate 0 it is the exact posterior of the source. Throws RangeError unless 0 ≤ rate ≤ 1 and all are words.
 */
export function styleLogOdds(words: readonly number[], rate = 0): number[] {
  assertProbability(rate, 'rate');
  assertWords(words);
  let odds = 0;
  return [
    odds,
    ...words.map((word, t) => {
      const [telegram, lullaby] = lawsAfter(words.slice(0, t));
      odds += Math.log(telegram[word] / lullaby[word]);
      if (rate > 0) {
        // p' = p (1 − rate) + (1 − p) rate.
        const p = 1 / (1 + Math.exp(-odds));
        const after = p * (1 - rate) + (1 - p) * rate;
        odds = Math.log(after) - Math.log1p(-after);
      }
      return odds;
    }),
  ];
}
