import { Fragment } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import { cellsOf, amountOf, drawnText } from '#kit/reading/cells.ts';
import { Legend } from '#kit/reading/Legend.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { shareStyle } from '#kit/reading/TokenText.tsx';
import type { Say } from '#contract/say.ts';
import { longestText } from './parameters.ts';

/** More tokens than this are read and not shown one by one. */
const mostShown = 700;

interface TextPaneProps {
  readonly reading: Reading;
  readonly text: string;
  /** First tokens of the second and later batches. */
  readonly cuts: readonly number[];
  readonly prompt: number;
  readonly say: Say;
  onText(text: string): void;
}

/** The text with its surprisals and its batches; another one can be typed. */
export function TextPane({ reading, text, cuts, prompt, say, onText }: TextPaneProps) {
  const shown = Math.min(reading.ids.length, mostShown);
  return (
    <div className="perplexity-lab-text">
      <Legend shown="surprisal" say={say} />
      {/* A long text scrolls, so that it must be within reach of the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <p className="tokens" tabIndex={0} role="group" aria-label="The text, cut into batches">
        {cellsOf(reading, 0, shown).map((cell) => {
          const whole = reading.text.slice(cell.start, cell.end);
          const space = whole.length > 1 && whole.startsWith(' ') ? ' ' : '';
          const amount = amountOf(reading, 'surprisal', cell);
          const cut = cuts.findIndex((c) => cell.from <= c && c < cell.to);
          return (
            <Fragment key={cell.from}>
              {cut >= 0 && <span className="perplexity-lab-chip"> {cut + 2}</span>}
              {cell.from <= prompt && prompt < cell.to && prompt > 0 && (
                <span className="perplexity-lab-chip prompt"> prompt ends</span>
              )}
              {space}
              <span
                className={amount === unknown ? 'token open' : 'token'}
                style={amount === unknown ? undefined : shareStyle(amount)}
              >
                {drawnText(whole.slice(space.length))}
              </span>
              {whole.endsWith('\n') && '\n'}
            </Fragment>
          );
        })}
        {reading.ids.length > shown &&
          ` … and ${say.count(reading.ids.length - shown)} more ${reading.ids.length - shown === 1 ? 'token' : 'tokens'}`}
        {reading.ids.length === 0 && reading.text}
      </p>
      <details>
        <summary>Another text</summary>
        <TextInput
          label="Your text, which stays in this page"
          text={text}
          longest={longestText}
          say={say}
          onText={onText}
        />
      </details>
    </div>
  );
}
