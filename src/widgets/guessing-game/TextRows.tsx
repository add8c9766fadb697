import type { Role } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Game } from './model.ts';

/** Pixels: a letter and its guess numbers below one another; words at the left from this width of the picture on. */
const [cell, letterLine, rankLine, gap] = [19, 24, 21, 12];
const [roomy, words] = [480, 66];
/** The bar of the 27th guess. */
const highest = 18;

interface Row {
  readonly name: string;
  readonly role: Role;
  readonly ranks: readonly number[];
}

interface TextRowsProps {
  readonly game: Game;
  readonly rows: readonly Row[];
  readonly width: number;
  /** Whether somebody is to guess the next letter. */
  readonly open: boolean;
}

/** From where to where each line goes: broken after spaces, as long as a word fits. */
function linesOf(text: string, most: number): (readonly [from: number, to: number])[] {
  const lines: (readonly [number, number])[] = [];
  for (let from = 0; from < text.length;) {
    const space = text.lastIndexOf(' ', from + most - 1);
    const to = from + most >= text.length ? text.length : space >= from ? space + 1 : from + most;
    lines.push([from, to]);
    from = to;
  }
  return lines.length > 0 ? lines : [[0, 0]];
}

/** The letters found, and under each at which guess each player found it: a bar that grows with the logarithm of the number. */
export function TextRows({ game, rows, width, open }: TextRowsProps) {
  const left = width >= roomy ? words : 0;
  const found = game.text.slice(0, game.ranks.own.length);
  // The place that is open needs room too.
  const lines = linesOf(found + (open ? '?' : ''), Math.floor((width - left) / cell));
  const pitch = letterLine + rows.length * rankLine + gap;
  const key = left > 0 ? 0 : 20;
  const height = key + lines.length * pitch - gap + 2;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label="The letters found, and at which guess"
    >
      {key > 0 && (
        <text className="fig-small" x={0} y={12}>
          {'from above: '}
          {rows.map(({ name, role }, i) => (
            <tspan key={name} className={`ink-${role} strong`}>
              {i > 0 ? `, ${name}` : name}
            </tspan>
          ))}
        </text>
      )}
      {lines.map(([from, to], line) => (
        <g key={line} transform={`translate(${left},${key + line * pitch})`}>
          {[...found.slice(from, to)].map((letter, i) =>
            letter === ' ' ? (
              <path key={i} className="stroke-quiet" d={`M${(i + 0.25) * cell},12v4h${cell / 2}v-4`} />
            ) : (
              <text key={i} className="strong" x={(i + 0.5) * cell} y={16} textAnchor="middle">
                {letter}
              </text>
            ),
          )}
          {open && to > found.length && (
            <path className="stroke-x fig-dashed" d={`M${(found.length - from) * cell + 1.5},1.5h16v18h-16z`} />
          )}
          {rows.map((row, r) => (
            <Ranks key={row.name} row={row} from={from} to={to} y={letterLine + (r + 1) * rankLine} named={left > 0} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** One player in one line. What was found at once has a dot instead of a number. */
function Ranks({ row, from, to, y, named }: { row: Row; from: number; to: number; y: number; named: boolean }) {
  const { name, role, ranks } = row;
  const here = ranks.slice(from, to);
  const bars = here
    .map((rank, i) => {
      const top = tenth(y - (highest * Math.log(rank)) / Math.log(27));
      return rank > 1 ? `M${i * cell + 1.5},${y}V${top}h16V${y}z` : '';
    })
    .join('');
  const dots = here.map((rank, i) => (rank === 1 ? `M${(i + 0.5) * cell - 1.5},${y - 4}h3` : '')).join('');
  return (
    <>
      {named && (
        <text className={`fig-small strong ink-${role}`} x={-words} y={y - 3}>
          {name}
        </text>
      )}
      <path className={`fill-${role}`} d={bars} />
      <path className={`stroke-${role} fig-solid`} d={dots} />
      {here.map(
        (rank, i) =>
          rank > 1 && (
            <text key={i} className={`fig-small value ink-${role}`} x={(i + 0.5) * cell} y={y - 3} textAnchor="middle">
              {rank}
            </text>
          ),
      )}
    </>
  );
}
