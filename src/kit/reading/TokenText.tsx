import { Fragment, memo, type CSSProperties } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { amountAt, amountOf, cellsOf, drawnText, shareOf, type Shown } from './cells.ts';

/** The part of the scale, for the stylesheet. */
export const shareStyle = (nats: number) => ({ '--share': shareOf(nats).toFixed(2) }) as CSSProperties;

interface TokenTextProps {
  readonly reading: Reading;
  readonly from: number;
  readonly to: number;
  readonly shown: Shown;
  /** The selected token, which may be one of several in a cell. */
  readonly selected: number;
  /** Of the list that these are options of. */
  readonly listId: string;
  readonly say: Say;
}

/** Whether two readings would be drawn alike between two tokens: while a long text is read, most of what is in sight stays. */
function isSameText(a: TokenTextProps, b: TokenTextProps): boolean {
  const { reading, from, to, shown, selected } = a;
  if (from !== b.from || to !== b.to || shown !== b.shown || a.say !== b.say || a.listId !== b.listId) return false;
  const isHere = (token: number) => from <= token && token < to;
  if (selected !== b.selected && (isHere(selected) || isHere(b.selected))) return false;
  if (reading === b.reading) return true;
  const { text, starts, ends } = b.reading;
  if (reading.text !== text) return false;
  for (let t = from; t < to; t++) {
    if (reading.starts[t] !== starts[t] || reading.ends[t] !== ends[t]) return false;
    if (amountAt(reading, shown, t) !== amountAt(b.reading, shown, t)) return false;
  }
  return true;
}

/** Tokens from ≤ t < to as running text, each colored and underlined by its amount; the number itself on hover or choice. */
export const TokenText = memo(function TokenText(props: TokenTextProps) {
  const { reading, from, to, shown, selected, listId, say } = props;
  return cellsOf(reading, from, to).map((cell) => {
    const amount = amountOf(reading, shown, cell);
    const whole = reading.text.slice(cell.start, cell.end);
    // The space that most tokens begin with is left white: words stand apart, and the pieces of one word do not.
    const space = whole.length > 1 && whole.startsWith(' ') ? ' ' : '';
    const text = whole.slice(space.length);
    const isSelected = cell.from <= selected && selected < cell.to;
    const number = amount === unknown ? '' : shown === 'rank' ? rankOf(reading, cell, say) : say.amount(amount, 1);
    return (
      <Fragment key={cell.from}>
        {space}
        <span
          role="option"
          id={`${listId}-${cell.from}`}
          aria-selected={isSelected}
          className={amount === unknown ? 'token open' : 'token'}
          style={amount === unknown ? undefined : shareStyle(amount)}
          data-token={cell.from}
          data-amount={number}
        >
          {drawnText(text)}
        </span>
        {text.endsWith('\n') && '\n'}
      </Fragment>
    );
  });
}, isSameText);

const rankOf = ({ rank }: Reading, { from, to }: { from: number; to: number }, say: Say) =>
  rank.slice(from, to).map(say.count).join(', ');
