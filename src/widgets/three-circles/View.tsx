import type { KeyboardEvent } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { useAlive } from '#kit/state/alive.ts';
import { circles, turned, written } from './model.ts';
import type { spec } from './spec.ts';

const radius = 78;
/** Middles of A, B and C, from the middle of the picture. */
const middles = [
  [-46, -28],
  [46, -28],
  [0, 50],
] as const;
/** Where the places 1 to 7 stand, and the letters of the circles. */
const places = [
  [-80, -46],
  [80, -46],
  [0, -56],
  [0, 96],
  [-44, 24],
  [44, 24],
  [0, -2],
] as const;
/** The number of each place from its middle, in pixels: where no circle passes. */
const numbers = [
  [26, -11],
  [26, -11],
  [0, 29],
  [26, -11],
  [0, -21],
  [0, -21],
  [0, 29],
] as const;
const letters = [
  [-112, -92],
  [112, -92],
  [70, 118],
] as const;

function buttonFor(label: string, pressed: boolean, act: () => void) {
  return {
    ...{ role: 'button', tabIndex: 0, 'aria-label': label, 'aria-pressed': pressed, onClick: act },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    },
  } as const;
}

/** Seven bits in their circles; odd circles are filled, and the place that they name has a ring. */
export function View({ model, width, set }: ViewProps<typeof spec>) {
  const { word, ones, odd, named, decoded } = model;
  const alive = useAlive();
  const scale = Math.min(1.25, (width / 2 - 6) / 122);
  const [cx, cy] = [Math.min(width / 2, 170), 114 * scale];
  const isBeside = width >= 560;
  const below = cy + 134 * scale;
  const said = isBeside ? { x: 2 * cx + 16, y: 78 } : { x: 0, y: below + 22 };
  const height = isBeside ? below : below + 124;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <g transform={`translate(${cx},${cy})`}>
        {middles.map(([x, y], i) => (
          <circle
            key={i}
            className={`three-circles-circle ${odd[i] ? 'is-odd' : ''}`}
            cx={scale * x}
            cy={scale * y}
            r={scale * radius}
          />
        ))}
        {letters.map(([x, y], i) => (
          <text
            key={i}
            className={odd[i] ? 'ink-model strong' : 'soft'}
            x={scale * x}
            y={scale * y}
            dy="0.36em"
            textAnchor="middle"
          >
            {circles[i]}
          </text>
        ))}
        {places.map(([x, y], i) => (
          <g key={i} transform={`translate(${scale * x},${scale * y})`}>
            <g
              {...(alive ? buttonFor(`place ${i + 1}`, word[i] === 1, () => set({ word: turned(word, i + 1) })) : {})}
              className="three-circles-place"
            >
              {named === i + 1 && <circle className="stroke-model fig-thick fig-hollow" r={19} />}
              <circle className="three-circles-hit" r={22} />
              <circle className={`three-circles-bit ${word[i] ? 'is-one' : ''}`} r={14} />
              <text className="value strong" dy="0.36em" textAnchor="middle">
                {word[i]}
              </text>
            </g>
            <text className="three-circles-number soft" x={numbers[i][0]} y={numbers[i][1]} textAnchor="middle">
              {i + 1}
            </text>
          </g>
        ))}
      </g>
      <g transform={`translate(${said.x},${said.y})`}>
        {circles.map((circle, i) => (
          <text key={circle} className={odd[i] ? 'ink-model' : ''} y={22 * i}>
            {circle}, worth {2 ** i}: {ones[i]} {ones[i] === 1 ? 'one' : 'ones'}, {odd[i] ? 'odd' : 'even'}
          </text>
        ))}
        <text className="strong" y={72}>
          {named === 0
            ? 'No circle is odd'
            : `${[1, 2, 4].filter((_, i) => odd[i] === 1).join(' + ')}${odd.filter(Boolean).length > 1 ? ` = ${named}` : ''}: turn place ${named}`}
        </text>
        <text className="value" y={94}>
          {written(word)}
          {named > 0 && ` → ${written(decoded)}`}
        </text>
      </g>
    </svg>
  );
}
