import { useContext, useId, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { StepRow } from '#kit/controls/StepRow.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { shownOf } from './model.ts';
import { alphabet, lettersIn, mostDigits, mostSymbols, params, sizeOf } from './parameters.ts';
import { bits, wholeOf } from './readouts.ts';
import type { spec } from './spec.ts';
import { digitsText, textOf } from './words.ts';

type CoderProps = ViewProps<typeof spec>;

/** Writes the text; after each change all of it is coded. */
export function Writer({ values, set }: CoderProps) {
  const id = useId();
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('message');
  const { message } = values;
  /** What was left of a text that had more in it. */
  const [rest, setRest] = useState<string>();
  const write = (raw: string) => {
    const kept = lettersIn(raw);
    setRest(kept === raw ? undefined : kept);
    set({ message: kept, taken: mostSymbols + 1, arrived: mostDigits });
  };
  return (
    <div className="row" role="group" aria-label="Write the text">
      <label htmlFor={id}>{params.message.label}</label>
      <input
        id={id}
        type="text"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={message}
        disabled={disabled}
        onChange={(event) => write(event.target.value)}
      />
      {[...alphabet.slice(0, sizeOf(values))].map((letter) => (
        <button
          key={letter}
          type="button"
          aria-label={`Add ${letter}`}
          disabled={disabled || !alive || message.length >= mostSymbols}
          onClick={() => write(message + letter)}
        >
          {letter}
        </button>
      ))}
      <button type="button" disabled={disabled || !alive || message === ''} onClick={() => write(message.slice(0, -1))}>
        Take the last one back
      </button>
      <span className="hint" role="status">
        {rest === message && `Only the letters ${[...alphabet].join(', ')} are read, ${mostSymbols} of them at most.`}
      </span>
    </div>
  );
}

/** One symbol or one digit on, or back. */
export function Stepper({ values, model, set }: CoderProps) {
  const { isReceived, digits, place } = shownOf(model, values);
  const name = isReceived ? 'arrived' : 'taken';
  const [at, end, what] = isReceived ? [digits, model.word.length, 'digit'] : [place, model.symbols.length, 'symbol'];
  const disabled = useContext(FixedContext).has(name);
  return (
    <StepRow
      label={params[name].label}
      last={end}
      onStep={(next) => set({ [name]: next })}
      {...{ what, at, disabled }}
    />
  );
}

/** The numbers of the picture. */
export function Account({ values, model, say }: CoderProps) {
  const { isReceived, digits, place, stage } = shownOf(model, values);
  const { word, size, read } = model;
  const whole = wholeOf(model);
  const isAnother = textOf(read, size) !== textOf(model.symbols, size);
  const rows: (readonly [string, string])[] = isReceived
    ? [
        ['arrived', digitsText(word.slice(0, digits))],
        ['certain', place === 0 ? 'none' : textOf(read.slice(0, place), size)],
        ['still to come, digits', say.count(word.length - digits)],
        ...(isAnother ? [['the text that was sent', textOf(model.symbols, size)] as const] : []),
      ]
    : [
        ['these symbols are worth', say.information(stage.nats, 2)],
        ['digits that have left', digitsText(stage.settled)],
        [place === model.symbols.length ? 'the whole code' : 'the code, if the text ended here', stage.word || 'empty'],
        ['digits beyond the worth', say.number(stage.word.length - bits(stage.nats), 2)],
        ['a word for each symbol, digits', say.count((place === model.symbols.length ? whole : stage).huffman)],
      ];
  return (
    <dl className="amounts ruled">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
