import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import type { GuessingEstimate } from '#theory/codes/guessing-game.ts';
import { signs } from '#sim/reduced-text.ts';
import { game, type Players, type Tally } from './model.ts';
import type { Asked } from './parameters.ts';
import { titles } from './passages.ts';

/** From which number of letters on a bound is more than noise: its standard error is then some quarter of a bit. */
export const enough = 20;

/** Where the formula of the lower bound gives more than the upper one, it bounds nothing: its guesser is not ideal, or the letters are few. */
export const isCrossed = ({ lower, upper }: GuessingEstimate) => lower > upper;

function between({ bounds }: Tally, say: Say): string {
  if (!bounds) return '';
  const [lower, upper] = [say.amount(bounds.lower, 2), say.information(bounds.upper, 2)];
  return isCrossed(bounds)
    ? `${upper} as an upper bound on a letter and no lower one, whose formula gives more, ${lower}`
    : `${lower} and ${upper} as bounds on a letter`;
}

export function describe(players: Players, asked: Asked, say: Say): string {
  const { text, ranks, own, pairs, network } = game(players, asked);
  const { player, passage } = asked;
  const title = `“${titles[passage]}”`;
  if (own.bounds === undefined)
    return player === 'you'
      ? `The ${text.length} letters of ${title} are hidden. If 27 signs were equally likely, each of them would carry ${say.information(Math.log(signs.length))}.`
      : `The machine has not yet begun with the ${text.length} letters of ${title}.`;
  const { letters, counts } = own;
  const who = player === 'you' ? 'You' : 'The machine';
  const here = player === 'you' ? `${ranks.own.length} ${ranks.own.length === 1 ? 'letter' : 'letters'} of ${title}, ${letters} in all` : `all ${letters} letters of ${title}`; // prettier-ignore
  const first = `${who} found ${here}, ${counts[0]} of them at the first guess.`;
  const bounds =
    letters < enough
      ? `From ${letters === 1 ? 'one letter' : `${letters} letters`} nothing can be said yet of what a letter carries.`
      : `The guess numbers give ${between(own, say)}, and those of letter pairs on the same letters ${between(pairs, say)}.`;
  const read =
    network.letters === 0 || letters < enough
      ? ''
      : ` The network, on ${network.letters === letters ? 'the same letters' : `the first ${network.letters} of them`}: ${between(network, say)}; the probabilities that it gives come to ${say.information(network.loss ?? 0, 2)} a letter.`; // prettier-ignore
  return `${first} ${bounds}${read}`;
}

/** The reduced text: a row for each letter found of this passage. */
export function table(players: Players, _say: Say, asked: Asked): Table {
  const { text, ranks } = game(players, asked);
  return {
    columns: ['place', 'letter', asked.player === 'you' ? 'your guess' : 'machine, guess', 'pairs, guess', 'network, guess'], // prettier-ignore
    verbatim: ['letter'],
    rows: ranks.own.map((rank, i) => [
      ...[i + 1, text[i] === ' ' ? '␣' : text[i], rank, ranks.pairs[i]],
      ranks.network[i] ?? '',
    ]),
  };
}
