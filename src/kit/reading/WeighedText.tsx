import { Fragment, type CSSProperties } from 'react';
import { cellsOf, drawnText, type Cell, type TokenPlaces } from './cells.ts';
import { TokenList } from './TokenList.tsx';

/** How a token is drawn: the part of the scale that it fills, and what it says when it is chosen. */
interface Weighed {
  readonly share: number;
  readonly says: string;
  /** In the other hue. */
  readonly opposite?: boolean;
}

interface WeighedTextProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly selected: number;
  /** What is drawn of tokens from ≤ t < to, which are one piece of text. */
  of(cell: Cell): Weighed | undefined;
  onSelect(token: number): void;
}

export const styleOf = ({ share, opposite }: Weighed) =>
  ({
    '--share': Math.min(1, Math.max(0, share)).toFixed(2),
    ...(opposite && { '--model': 'color-mix(in oklab, var(--exact) 70%, var(--paper))' }),
  }) as CSSProperties;

/** A text whose tokens are colored by some amount, one of them chosen. */
export function WeighedText({ id, label, text, starts, ends, selected, of, onSelect }: WeighedTextProps) {
  const places: TokenPlaces = { text, starts, ends };
  const whole = { ...places, ids: starts, surprisal: [], entropy: [], rank: [], done: 0, total: 0 };
  return (
    <TokenList {...{ id, label, selected, onSelect }} reading={whole}>
      {cellsOf(places, 0, starts.length).map((cell) => {
        const piece = text.slice(cell.start, cell.end);
        const space = piece.length > 1 && piece.startsWith(' ') ? ' ' : '';
        const weighed = of(cell);
        return (
          <Fragment key={cell.from}>
            {space}
            <span
              role="option"
              id={`${id}-${cell.from}`}
              aria-selected={cell.from <= selected && selected < cell.to}
              className={weighed ? 'token' : 'token open'}
              style={weighed && styleOf(weighed)}
              data-token={cell.from}
              data-amount={weighed?.says ?? ''}
            >
              {drawnText(piece.slice(space.length))}
            </span>
            {/* A space that is a token of its own is drawn as a dot, after which a line may end. */}
            {piece === ' ' && <wbr />}
            {piece.endsWith('\n') && '\n'}
          </Fragment>
        );
      })}
    </TokenList>
  );
}
