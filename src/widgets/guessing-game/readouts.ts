import type { Readout } from '#contract/spec.ts';
import { firstPage } from '#sim/first-page.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import { crossEntropy } from '#theory/measures/entropy.ts';
import { game, type Game, type Players, type Tally } from './model.ts';
import type { Asked } from './parameters.ts';

type Who = 'own' | 'pairs' | 'network';
const names: Readonly<Record<Who, string>> = {
  own: 'of who guesses',
  pairs: 'of the letter pairs, on the same letters',
  network: 'of the network, on the same letters as far as it has read them',
};

const information = (
  label: string,
  formula: string,
  source: string,
  of: (tally: Tally) => number | undefined,
  who: Who,
): Readout<Players, Asked> => ({
  // prettier-ignore
  ...{ label: `${label} ${names[who]}`, kind: 'information', formula, source },
  of: (players, asked) => of(game(players, asked)[who]) ?? 0,
  none: (players, asked) => of(game(players, asked)[who]) === undefined,
});

const estimate = 'theory/codes/guessing-game.estimateGuessingBounds';
const finite = (x: number | undefined) => (x === Infinity ? undefined : x);

const upper = (who: Who) =>
  information('Upper bound', String.raw`-\sum_i \hat g_i \log \hat g_i`, estimate, ({ bounds }) => bounds?.upper, who);
const lower = (who: Who) =>
  information('Lower bound', String.raw`\sum_i i\,(\hat g_i - \hat g_{i+1}) \log i`, estimate, ({ bounds }) => bounds?.lower, who); // prettier-ignore
const loss = (who: Who, source: string) =>
  information('Surprisal of a letter', String.raw`-\tfrac1n \sum_t \log q(x_t \given x_{<t})`, source, (tally) => tally.loss, who); // prettier-ignore

const count = (label: string, of: (now: Game) => number): Readout<Players, Asked> => ({
  ...{ label, kind: 'count', formula: 'n', source: 'widgets/guessing-game/model.game' },
  of: (players, asked) => of(game(players, asked)),
});

/** How often each sign comes among others. */
function frequencies(text: readonly number[]): number[] {
  const counts = new Array<number>(signs.length).fill(0);
  for (const sign of text) counts[sign]++;
  return counts.map((count) => count / text.length);
}
let page: number[] | undefined;

export const readouts = {
  letters: count('Letters found', ({ own }) => own.letters),
  firstTry: {
    label: 'Share of them found at the first guess',
    kind: 'probability' as const,
    formula: String.raw`\hat g_1`,
    source: 'widgets/guessing-game/model.game',
    of: (players: Players, asked: Asked) => {
      const { counts, letters } = game(players, asked).own;
      return letters > 0 ? counts[0] / letters : 0;
    },
    none: (players: Players, asked: Asked) => game(players, asked).own.letters === 0,
  },
  upper: upper('own'),
  upperError: information('Standard error of the upper bound', String.raw`s/\sqrt n`, estimate, ({ bounds }) => finite(bounds?.upperError), 'own'), // prettier-ignore
  corrected: information('Upper bound after Miller and Madow', String.raw`-\sum_i \hat g_i \log \hat g_i + \tfrac{m-1}{2n}`, 'theory/estimation/entropy-estimators.millerMadowEntropy', ({ bounds }) => bounds?.upperCorrected, 'own'), // prettier-ignore
  lower: lower('own'),
  lowerError: information('Standard error of the lower bound', String.raw`s/\sqrt n`, estimate, ({ bounds }) => finite(bounds?.lowerError), 'own'), // prettier-ignore
  pairsUpper: upper('pairs'),
  pairsLower: lower('pairs'),
  pairsLoss: loss('pairs', 'sim/reduced-text.pairChain'),
  networkLetters: count('Letters that the network has read of them', ({ network }) => network.letters),
  networkUpper: upper('network'),
  networkLower: lower('network'),
  networkLoss: loss('network', 'sim/signs-of-tokens.weightsOfSigns'),
  even: {
    label: 'A letter, if 27 signs were equally likely',
    kind: 'information' as const,
    formula: String.raw`\log 27`,
    source: 'theory/measures/entropy.entropy',
    of: () => Math.log(signs.length),
  },
  singleLoss: {
    label: 'What a letter costs one who knows how frequent each sign is on the first page of the book',
    kind: 'information' as const,
    formula: String.raw`-\tfrac1n \sum_t \log \hat p(x_t)`,
    source: 'theory/measures/entropy.crossEntropy',
    of: (players: Players, asked: Asked) => {
      const { found } = game(players, asked);
      return found.length > 0 ? crossEntropy(frequencies(found), (page ??= frequencies(signsOf(firstPage)))) : 0;
    },
    none: (players: Players, asked: Asked) => game(players, asked).found.length === 0,
  },
};
