import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { boundsPanel, type Player } from './bounds.tsx';
import { frequencyPanels } from './frequencies.tsx';
import { Keys } from './Keys.tsx';
import { game } from './model.ts';
import { params } from './parameters.ts';
import { guessesOf, withGuess, withGuesses } from './replay.ts';
import type { spec } from './spec.ts';
import { TextRows } from './TextRows.tsx';

type GameProps = ViewProps<typeof spec>;

function playersOf({ values, model }: Pick<GameProps, 'values' | 'model'>): readonly Player[] {
  const { own, pairs, network } = game(model, values);
  const isYou = values.player === 'you';
  return [
    { name: isYou ? 'you' : 'machine', role: 'x', tally: own },
    { name: 'pairs', role: 'y', tally: pairs },
    { name: 'network', role: 'model', tally: network },
  ];
}

/** The text as far as it is known, keys to guess on, and what the guess numbers say of a letter. */
export function View(props: GameProps) {
  const { values, model, width, set, say } = props;
  const now = game(model, values);
  const { player, passage, guesses } = values;
  const yours = player === 'you';
  const players = playersOf(props);
  const open = yours && now.ranks.own.length < now.text.length;
  const isReading = model.problem === undefined && now.ranks.network.length < now.ranks.own.length;
  return (
    <div className="guessing-game">
      <TextRows
        {...{ width, open, game: now }}
        rows={players.map(({ name, role }, i) => ({
          ...{ name, role },
          ranks: [now.ranks.own, now.ranks.pairs, now.ranks.network][i],
        }))}
      />
      <Keys
        game={now}
        yours={yours}
        onGuess={(sign) => set({ player: 'you', guesses: withGuess(guesses, passage, sign) })}
      />
      {model.problem !== undefined && <p className="hint">The network does not play: {model.problem}</p>}
      <div aria-busy={isReading}>
        <Figure {...{ width, say }} rows={[[boundsPanel(players, say)]]} label="Bounds on the entropy of a letter" />
      </div>
      <Settings {...props} params={params} show={['player', 'passage']} />
      {yours && guessesOf(guesses, passage) !== '' && (
        <div className="row">
          <button type="button" onClick={() => set({ guesses: withGuesses(guesses, passage, '') })}>
            Begin this passage again
          </button>
        </div>
      )}
    </div>
  );
}

/** How often each guess was the right one. */
function More(props: GameProps) {
  const { width, say } = props;
  return (
    <Folds>
      <Fold question="How often was the first guess right, the second, the third?">
        <Figure {...{ width, say }} rows={frequencyPanels(playersOf(props))} label="Guess numbers of each player" />
      </Fold>
    </Folds>
  );
}
View.More = More;
