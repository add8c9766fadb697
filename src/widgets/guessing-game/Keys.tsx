import { useContext, useId, useState } from 'react';
import { signs, space } from '#sim/reduced-text.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { useAlive } from '#kit/state/alive.ts';
import type { Game } from './model.ts';

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const nameOf = (sign: number) => (sign === space ? 'space' : signs[sign]);

interface KeysProps {
  readonly game: Game;
  /** Whether the reader is the one who guesses. */
  readonly yours: boolean;
  onGuess(sign: number): void;
}

/** What came of the last guess. */
function verdict({ played, ranks, text }: Game, yours: boolean): string {
  if (!yours) return 'A number is the guess that was right, a dot the first one. Type a letter, or touch one, and it is you who guesses.'; // prettier-ignore
  if (played.ranks.length === text.length) return 'That was the last letter. Another passage can be chosen below.';
  if (!played.last) return 'Type or touch the first letter. After each word comes a space.';
  const last = nameOf(played.last.sign);
  if (!played.last.right) return `Not ${last}. Guess again.`;
  const at = played.ranks.length - 1;
  const [pairs, network] = [ranks.pairs[at], ranks.network[at]];
  const others = network === undefined ? `Letter pairs: ${pairs}.` : `Letter pairs: ${pairs}, the network: ${network}.`;
  return `Right: ${last}, at guess ${played.ranks[at]}. ${others}`;
}

/** A field for those who have keys, and keys for those who have a finger. */
export function Keys({ game, yours, onGuess }: KeysProps) {
  const id = useId();
  const alive = useAlive();
  const fixed = useContext(FixedContext).has('guesses');
  const [refused, setRefused] = useState('');
  const isOver = yours && game.played.ranks.length === game.text.length;
  const tried = new Set(yours ? game.played.tried : []);
  const off = !alive || fixed || isOver;

  function guess(character: string) {
    const sign = signs.indexOf(character.toLowerCase());
    const why = sign < 0 ? 'Letters and the space only.' : tried.has(sign) ? `You have tried ${nameOf(sign)}.` : '';
    setRefused(why);
    if (why === '' && !off) onGuess(sign);
  }
  const key = (sign: number) => (
    <button
      key={sign}
      type="button"
      className={sign === space ? 'space' : undefined}
      aria-label={sign === space ? undefined : `letter ${nameOf(sign)}`}
      disabled={!alive || fixed}
      aria-disabled={isOver || tried.has(sign)}
      onClick={() => guess(signs[sign])}
    >
      {nameOf(sign)}
    </button>
  );
  return (
    <div className="guessing-game-keys">
      <p className="hint" role="status">
        {refused || verdict(game, yours)}
      </p>
      <label htmlFor={id}>Your next letter</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={off}
        value=""
        onChange={(event) => {
          const { inputType } = event.nativeEvent as InputEvent;
          if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop')
            return setRefused('One letter at a time: nothing of this was counted.');
          // Some keyboards of phones send the word so far.
          const typed = event.target.value.at(-1);
          if (typed !== undefined) guess(typed);
        }}
      />
      <div role="group" aria-label="Letters">
        {keyboard.map((row) => (
          <div key={row}>{[...row].map((letter) => key(signs.indexOf(letter)))}</div>
        ))}
        <div>{key(space)}</div>
      </div>
    </div>
  );
}
