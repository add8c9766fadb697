import type { KeyboardEvent, PointerEvent } from 'react';
import type { GoingProps } from './parts.ts';
import { addressIn, shades } from './stages.ts';
import { quoted } from './words.ts';

const gutter = 58;

/** One path for each shade: M x,y h w over runs of equal cells. */
function pathsOf(lines: readonly string[]): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const [y, line] of lines.entries())
    for (let x = 0; x < line.length;) {
      const level = line.charCodeAt(x) - 103;
      let end = x + 1;
      while (end < line.length && line.charCodeAt(end) - 103 === level) end++;
      if (level !== 0) paths.set(level, `${paths.get(level) ?? ''}M${x},${y}h${end - x}`);
      x = end;
    }
  return paths;
}

/** The stage in which the number stands: rows of tokens, and all columns, of which one can be chosen. */
export function Stage({ shown, alive, width, onGo, say }: GoingProps) {
  const { strip, rows, sizes } = shown;
  const { levels, first, row, column, kind } = strip;
  const columns = levels[0]?.length ?? 0;
  if (columns === 0) return null;
  // A hidden layer is four times as wide: each of its rows takes four lines.
  const fold = columns > sizes.width ? columns / sizes.width : 1;
  const across = columns / fold;
  const lines = levels.flatMap((line) => Array.from({ length: fold }, (_, f) => line.slice(f * across, (f + 1) * across))); // prettier-ignore
  const height = fold > 1 ? 4 : 14;
  const drawn = lines.length * height;
  const step = (width - gutter) / across;
  const go = (toRow: number, toColumn: number) => {
    const most = kind === 'weight' ? toRow : columns - 1;
    onGo(addressIn(strip, toRow, Math.max(0, Math.min(most, toColumn))));
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (!alive) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    const line = Math.floor(((event.clientY - box.top) * scale) / height);
    const x = Math.floor(((event.clientX - box.left) * scale - gutter) / step);
    if (x < 0 || line < 0 || line >= lines.length) return;
    go(first + Math.floor(line / fold), (line % fold) * across + x);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (!alive) return;
    const moves: Record<string, readonly [number, number]> = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [0, 10],
      PageUp: [0, -10],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    go(Math.max(0, Math.min(rows.length - 1, row + move[0])), Math.max(0, column + move[1]));
  };
  const [markLine, markX] = [(row - first) * fold + Math.floor(Math.max(0, column) / across), Math.max(0, column) % across]; // prettier-ignore
  const where = `row ${row + 1} ${quoted(rows[row])}${column < 0 ? '' : `, column ${column + 1} of ${columns}`}`;
  return (
    <figure className="anatomy-stage">
      <figcaption>
        {levels.length < rows.length
          ? `Rows ${say.count(first + 1)} to ${say.count(first + levels.length)} of the stage`
          : 'The whole stage'}
        : {kind === 'weight' ? 'rows that look, by rows that are looked at' : 'one line of numbers for each row'}. The
        deeper a shade, the farther from zero; the largest is {say.number(strip.most)}. Choose any.
      </figcaption>
      <svg
        width={width}
        height={drawn + 2}
        viewBox={`0 0 ${width} ${drawn + 2}`}
        role="slider"
        tabIndex={0}
        aria-label="Number of this stage"
        aria-valuemin={1}
        aria-valuemax={columns}
        aria-valuenow={Math.max(0, column) + 1}
        aria-valuetext={where}
        onPointerUp={press}
        onKeyDown={keyDown}
      >
        {levels.map((_, t) => (
          <text
            key={t}
            x={gutter - 6}
            y={(t + 0.5) * fold * height + 4}
            textAnchor="end"
            fontSize={12}
            className={first + t === row ? undefined : 'ink-quiet'}
          >
            {rows[first + t].replaceAll('\n', '↵').slice(0, 7)}
          </text>
        ))}
        <rect x={gutter} y={0} width={width - gutter} height={drawn} className="anatomy-ground" />
        <g transform={`translate(${gutter} ${height / 2}) scale(${step} ${height})`} strokeWidth={0.9} fill="none">
          {Array.from(pathsOf(lines), ([level, d]) => (
            <path
              key={level}
              d={d}
              className={level > 0 ? 'anatomy-plus' : 'anatomy-minus'}
              strokeOpacity={Math.abs(level) / shades}
            />
          ))}
        </g>
        {column >= 0 ? (
          <rect x={gutter + markX * step - 1.5} y={markLine * height - 0.5} width={step + 3} height={height + 1} className="anatomy-mark"
            strokeWidth={2} /> // prettier-ignore
        ) : (
          <rect x={gutter - 1} y={(row - first) * fold * height} width={width - gutter} height={fold * height} className="anatomy-mark" /> // prettier-ignore
        )}
      </svg>
    </figure>
  );
}
