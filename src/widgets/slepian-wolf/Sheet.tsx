import type { KeyboardEvent } from 'react';
import type { ParityCheck, Word } from '#theory/codes/syndrome-code.ts';

interface SheetProps {
  readonly name: 'X' | 'Y';
  readonly who: string;
  readonly word: Word;
  /** The sum without carrying of the numbers of the ones. */
  readonly sum: Word;
  /** What its owner does with the sum. */
  readonly result: string;
  readonly checks: ParityCheck;
  readonly top: number;
  readonly pitch: number;
  readonly width: number;
  differs?(place: number): boolean;
  onTurn(place: number): void;
}

export const rowHeight = 22;
const gutter = 34;

/** A word whose bits can be turned around, under each the number of its place in binary, and the sum of those that count. */
export function Sheet({ name, who, word, sum, result, checks, top, pitch, differs, onTurn }: SheetProps) {
  const side = name === 'X' ? 'x' : 'y';
  const cells = { top: top + 32, size: Math.min(36, pitch - 4) };
  const rows = cells.top + cells.size + 10;
  const middle = (place: number) => gutter + pitch * (place + 0.5);
  const end = gutter + pitch * word.length;
  return (
    <g>
      <text className={`label ink-${side}`} data-q={side} x={0} y={top + 11}>
        {who}
      </text>
      {word.map((bit, place) => (
        <g key={place} transform={`translate(${middle(place) - cells.size / 2},${cells.top})`}>
          <g {...buttonFor(`${name}, place ${place + 1}`, bit === 1, () => onTurn(place))} className="slepian-wolf-bit">
            <rect
              className={`slepian-wolf-${side} ${bit ? 'is-one' : ''}`}
              width={cells.size}
              height={cells.size}
              rx={5}
            />
            <text className="value strong" x={cells.size / 2} y={cells.size / 2} dy="0.36em" textAnchor="middle">
              {bit}
            </text>
          </g>
          {differs?.(place) && (
            <text className="ink-y" x={cells.size / 2} y={-4} textAnchor="middle">
              ≠
            </text>
          )}
        </g>
      ))}
      {checks.map((digits, row) => (
        <g key={row} transform={`translate(0,${rows + row * rowHeight + 12})`}>
          <text className="slepian-wolf-small soft" x={0} dy="0.35em">
            {2 ** (checks.length - 1 - row)}s
          </text>
          {digits.map((digit, place) => (
            <g key={place} transform={`translate(${middle(place)},0)`}>
              {word[place] === 1 && digit === 1 && <circle className={`fill-${side}`} r={9.5} />}
              <text
                className={`slepian-wolf-small value ${word[place] === 1 ? 'strong' : 'slepian-wolf-idle'}`}
                textAnchor="middle"
                dy="0.36em"
              >
                {digit}
              </text>
            </g>
          ))}
          <text className={`value ink-${side}`} x={end + 26} dy="0.36em" textAnchor="middle">
            {sum[row]}
          </text>
        </g>
      ))}
      <text
        className="slepian-wolf-small soft"
        x={end + 26}
        y={cells.top + cells.size / 2}
        dy="0.36em"
        textAnchor="middle"
      >
        {result}
      </text>
      <path
        className={`stroke-${side} slepian-wolf-bracket`}
        d={`M${end + 10},${rows + 3}h-4v${checks.length * rowHeight - 4}h4M${end + 42},${rows + 3}h4v${checks.length * rowHeight - 4}h-4`}
      />
    </g>
  );
}

function buttonFor(label: string, pressed: boolean, act: () => void) {
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    'aria-pressed': pressed,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    },
  } as const;
}
