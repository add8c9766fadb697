import { useId } from 'react';
import { Flow } from './Flow.tsx';
import { Guesses, Staircase } from './Levels.tsx';
import { columnsOf } from './layout.ts';
import { RelayList } from './RelayList.tsx';
import type { RelayProps } from './props.ts';

/** The chain as a flow of probability, and under its stations what each of them still knows of the start. */
export function View(props: RelayProps) {
  const { width, model, values, say } = props;
  const hatch = useId();
  const columns = columnsOf(values.relays, width);
  const roomy = width >= 480;
  const flow = { top: 74, height: roomy ? 236 : 200 };
  const names = flow.top + flow.height + 28;
  const stairs = { top: names + 52, height: roomy ? 120 : 100 };
  const guesses = { top: stairs.top + stairs.height + 58, height: 56 };
  const height = guesses.top + guesses.height + 6;
  return (
    <div className="relay-cascade">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="stroke-x relay-cascade-hatch" d="M0,0V5" />
        </pattern>
        <Flow {...props} {...flow} hatch={`url(#${hatch})`} />
        {columns.map((x, k) => (
          <text key={k} className="label strong" data-q={k === 0 ? 'x' : 'y'} x={x} y={names} textAnchor="middle">
            {k === 0 ? 'X' : 'Y'}
            {k > 0 && (
              <tspan className="relay-cascade-station" dy={3}>
                {k}
              </tspan>
            )}
          </text>
        ))}
        <Staircase {...{ model, columns, width, say }} {...stairs} />
        <Guesses {...{ model, columns, width, say }} {...guesses} />
      </svg>
      <RelayList {...props} />
    </div>
  );
}
