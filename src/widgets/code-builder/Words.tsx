import { useContext, useState } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { fanoLengths } from '#theory/codes/fano-code.ts';
import { huffmanLengths, wordsOfLengths } from '#theory/codes/symbol-code.ts';
import { shannonOf } from './model.ts';
import { letters, longest, wordsOf } from './parameters.ts';
import type { CodeProps } from './props.ts';

const recipes = {
  'All alike': (p: readonly number[]) => p.map(() => Math.ceil(Math.log2(p.length))),
  Huffman: huffmanLengths,
  Fano: fanoLengths,
  Shannon: (p: readonly number[]) => shannonOf(p) ?? p.map(() => longest + 1),
};

/** The words as text, and the codes of others. */
export function Words({ values, say, set, chosen }: CodeProps & { readonly chosen: number }) {
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('words') || !alive;
  const { p } = values;
  const words = wordsOf(values);
  /** The words after one was typed that had more in it. */
  const [rest, setRest] = useState<string>();
  const write = (next: readonly string[]) => set({ words: next.join(',') });
  const type = (i: number, raw: string) => {
    const kept = raw.replace(/[^01]/g, '').slice(0, longest);
    const next = words.map((old, k) => (k === i ? kept : old));
    setRest(kept === raw ? undefined : next.join(','));
    write(next);
  };
  return (
    <>
      <div className="code-builder-words">
        {words.map((word, i) => (
          <div key={letters[i]}>
            <button type="button" aria-pressed={i === chosen} disabled={disabled} onClick={() => set({ chosen: i })}>
              {letters[i]} {say.probability(p[i])}
            </button>
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              aria-label={`Word of ${letters[i]}`}
              value={word}
              disabled={disabled}
              onFocus={() => i !== chosen && set({ chosen: i })}
              onChange={({ target }) => type(i, target.value)}
            />
          </div>
        ))}
        <span className="hint" role="status">
          {rest === words.join(',') && `Only the digits 0 and 1 are read, ${longest} of them at most.`}
        </span>
      </div>
      <div className="row" role="group" aria-label="Codes of others">
        {Object.entries(recipes).map(([name, recipe]) => {
          const lengths = recipe(p);
          const isShown = lengths.every((length) => length >= 1 && length <= longest);
          return (
            <button
              key={name}
              type="button"
              disabled={disabled || !isShown}
              onClick={() => write(wordsOfLengths(lengths))}
            >
              {name}
            </button>
          );
        })}
        <button
          type="button"
          disabled={disabled}
          onClick={() => set({ words: words.map(() => '').join(','), chosen: 0 })}
        >
          Empty
        </button>
      </div>
    </>
  );
}
