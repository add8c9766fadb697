import type { Say } from '#contract/say.ts';
import { polyline } from '#kit/plot/path.ts';
import type { Chain } from './chain.ts';
import { stairs } from './layout.ts';
import { linear } from '#kit/plot/linear.ts';

interface LevelsProps {
  readonly model: Chain;
  readonly columns: readonly number[];
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly say: Say;
}

/** I(X;Y) at each station, one bit as tall as the panel, with H(X) as the ceiling. */
export function Staircase({ model, columns, width, top, height, say }: LevelsProps) {
  const y = linear([0, Math.LN2], [top + height, top]);
  const treads = stairs(
    columns,
    model.stations.map(({ information }) => y(information)),
    width,
  );
  // Above its tread, or inside where the ceiling would strike it through.
  const besideTread = (level: number) => {
    const room = level - y(model.entropy);
    return room > 0.5 && room < 20 && top + height - level > 20 ? level + 17 : level - 7;
  };
  return (
    <g>
      <text className="label" x={0} y={top - 26}>
        <tspan className="ink-shared" data-q="mutual">
          Information about X
        </tspan>{' '}
        in {say.unit}
        {width < 320 ? '; ceiling ' : ', under the ceiling '}
        <tspan className="ink-x" data-q="hx">
          H(X)
        </tspan>
      </text>
      {model.entropy < 0.9 * Math.LN2 && (
        <g>
          <path className="stroke-quiet relay-cascade-blind" d={`M0,${top}H${width}`} />
          <text className="relay-cascade-small soft" x={width} y={top - 6} textAnchor="end">
            {say.information(Math.LN2)}
          </text>
        </g>
      )}
      <path className="fill-shared" data-q="mutual" d={`${treads}V${top + height}H0Z`} />
      <path className="stroke-x relay-cascade-ceiling" data-q="hx" d={`M0,${y(model.entropy)}H${width}`} />
      <path className="stroke-shared relay-cascade-tread" data-q="mutual" d={treads} />
      <path className="stroke-quiet" d={`M0,${top + height}H${width}`} />
      {model.stations.map(({ information }, k) => (
        <text
          key={k}
          className={`relay-cascade-small value fig-halo ${k === 0 ? 'ink-x' : 'ink-shared'}`}
          data-on-lines
          data-q={k === 0 ? 'hx' : 'mutual'}
          x={Math.min(columns[k], width - 22)}
          y={besideTread(y(information))}
          textAnchor="middle"
        >
          {say.brief(information)}
        </text>
      ))}
    </g>
  );
}

/** How often the best guess of X is right at each station, from one half up. */
export function Guesses({ model, columns, width, top, height, say }: LevelsProps) {
  const y = linear([0.5, 1], [top + height, top]);
  const points = model.stations.map(({ accuracy }, k): [number, number] => [columns[k], y(accuracy)]);
  return (
    <g>
      <text className="label" x={0} y={top - 28}>
        <tspan className="strong">Best guess of X right</tspan>
        {width < 480 ? '; dashed: not listening' : ` with probability; dashed: without listening, `}
        {width >= 480 && <tspan className="value">{say.probability(model.blindAccuracy)}</tspan>}
      </text>
      <path className="stroke-quiet relay-cascade-blind" d={`M0,${y(model.blindAccuracy)}H${width}`} />
      <path className="stroke-quiet relay-cascade-guess" d={polyline(points)} />
      {points.map(([cx, cy], k) => (
        <g key={k}>
          <circle className="solid-quiet" cx={cx} cy={cy} r={4} />
          <text
            className="relay-cascade-small value"
            x={Math.min(Math.max(cx, 22), width - 22)}
            y={cy - 9}
            textAnchor="middle"
          >
            {say.probability(model.stations[k].accuracy)}
          </text>
        </g>
      ))}
    </g>
  );
}
