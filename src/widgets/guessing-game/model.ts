import type { RunContext } from '#contract/spec.ts';
import { estimateGuessingBounds, type GuessingEstimate } from '#theory/codes/guessing-game.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import { readLetters } from './network.ts';
import type { Asked } from './parameters.ts';
import { passageIds, passages, type Passage } from './passages.ts';
import { machineOn, pairsOn, type Found } from './players.ts';
import { guessesOf, replay, type Played } from './replay.ts';

type ByPassage = Readonly<Partial<Record<Passage, readonly Found[]>>>;

/** What the other players make of the passages, as far as they have got. What the reader does is in the guesses. */
export interface Players {
  readonly machine: ByPassage;
  readonly network: ByPassage;
  /** Why the network does not play. */
  readonly problem?: string;
}

export const nobodyYet: Players = { machine: {}, network: {} };

/** One player on the letters that all are compared on. */
export interface Tally {
  readonly letters: number;
  /** How many letters were found at the first, second, … guess. */
  readonly counts: readonly number[];
  /** Of no letters there is none. */
  readonly bounds?: GuessingEstimate;
  /** Mean surprisal of a letter in nats, for one who has a law. */
  readonly loss?: number;
}

export interface Game {
  readonly text: string;
  /** Of the passage that is shown: of the letters found, at which guess. */
  readonly ranks: {
    readonly own: readonly number[];
    readonly pairs: readonly number[];
    readonly network: readonly number[];
  };
  readonly played: Played;
  /** The signs found, of all passages that are counted. */
  readonly found: readonly number[];
  readonly own: Tally;
  readonly pairs: Tally;
  readonly network: Tally;
}

const rankOf = ({ rank }: Found) => rank;

function tallyOf(ranks: readonly number[], found?: readonly Found[]): Tally {
  const counts = new Array<number>(signs.length).fill(0);
  for (const rank of ranks) counts[rank - 1]++;
  const letters = ranks.length;
  if (letters === 0) return { letters, counts };
  const loss = found && found.reduce((total, { nats }) => total + nats, 0) / letters;
  return { letters, counts, bounds: estimateGuessingBounds(counts), ...(loss !== undefined && { loss }) };
}

/**
 * The game as it stands. The machine is compared on the passage that is shown; the reader on all letters found so far, whatever the
 * passage. The other two are compared on the same letters, the network as far as it has read them.
 */
function gameOf({ player, passage, guesses }: Asked, players: Players): Game {
  const text = passages[passage];
  const played = replay(text, guessesOf(guesses, passage));
  const machine = players.machine[passage] ?? [];
  const own = player === 'you' ? played.ranks : machine.map(rankOf);
  const parts = passageIds
    .map((id) => ({
      id,
      ranks: id === passage ? own : player === 'you' ? replay(passages[id], guessesOf(guesses, id)).ranks : [],
    }))
    .filter(({ ranks }) => ranks.length > 0);
  const same = (of: (id: Passage) => readonly Found[]) => {
    const found = parts.flatMap(({ id, ranks }) => of(id).slice(0, ranks.length));
    return tallyOf(found.map(rankOf), found);
  };
  const networkOn = (id: Passage) => players.network[id] ?? [];
  return {
    ...{ text, played },
    ranks: {
      own,
      pairs: pairsOn(passage).slice(0, own.length).map(rankOf),
      network: networkOn(passage).slice(0, own.length).map(rankOf),
    },
    found: parts.flatMap(({ id, ranks }) => signsOf(passages[id].slice(0, ranks.length))),
    own: tallyOf(
      parts.flatMap(({ ranks }) => ranks),
      player === 'machine' ? machine : undefined,
    ),
    pairs: same(pairsOn),
    network: same(networkOn),
  };
}

const games = new WeakMap<Asked, { readonly players: Players; readonly game: Game }>();

/** The same, worked out once for all readouts of a state. */
export function game(players: Players, asked: Asked): Game {
  const known = games.get(asked);
  if (known?.players === players) return known.game;
  const now = gameOf(asked, players);
  games.set(asked, { players, game: now });
  return now;
}

export const compute = (): Players => nobodyYet;

/** Letters between two pictures. */
const step = 12;

type Context = Pick<RunContext<Players>, 'engine' | 'signal' | 'previous' | 'pause'>;

/** The machine if it plays, then the network on what is played. A network that cannot be had is asked again with the next guess. */
export async function* run(asked: Asked, { engine, signal, previous, pause }: Context): AsyncGenerator<Players> {
  let players = previous ?? nobodyYet;
  const { passage, player } = asked;
  if (player === 'machine' && !players.machine[passage]) {
    players = { ...players, machine: { ...players.machine, [passage]: await machineOn(passage, pause) } };
  }
  if (signal.aborted) return;
  yield players;
  const others =
    player === 'you' ? passageIds.filter((id) => id !== passage && guessesOf(asked.guesses, id) !== '') : [];
  for (const id of [passage, ...others]) {
    if (players.network[id]?.length === passages[id].length) continue;
    const found: Found[] = [];
    try {
      for await (const letter of readLetters(passages[id], engine, signal)) {
        found.push(letter);
        const isDone = found.length === passages[id].length;
        if (!isDone && (found.length % step > 0 || found.length <= (players.network[id]?.length ?? 0))) continue;
        yield (players = { ...players, network: { ...players.network, [id]: [...found] }, problem: undefined });
        await pause?.();
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== players.problem) yield (players = { ...players, problem });
      return;
    }
  }
}
