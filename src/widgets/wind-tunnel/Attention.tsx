import { tenth } from '#kit/plot/path.ts';
import { inductionShares } from './amounts.ts';
import { followers } from './learners.ts';
import { stripHeight, strokes } from './layout.ts';
import type { InFigure } from './Lanes.tsx';
import { letters } from './parameters.ts';
import type { Shown } from './state.ts';

/** Where each head looks from the position on display: a bar at each earlier place, the start token left of all. */
export function Attention({ model, say, columns, figure, shown }: InFigure & { readonly shown: Shown }) {
  const { sequence } = model;
  const { position, weights } = shown.attention;
  const { left, right, x, pitch } = columns;
  const { strips, narrow } = figure;
  const last = position > 0 ? letters[sequence[position - 1]] : undefined;
  const places = followers(sequence, position).filter((t) => t < position);
  const shares = inductionShares(model);
  const marks = places.map((t) => `M${(x(t) + pitch / 2).toFixed(1)},2l3.5,6h-7z`).join('');
  const tall = stripHeight;
  return (
    <g>
      <text className="label strong" x={0} y={strips[0] - tall - 24}>
        Attention
      </text>
      <text className="label soft" x={84} y={strips[0] - tall - 24}>
        {last === undefined
          ? 'only the start token is there'
          : narrow
            ? `▲ what followed an earlier ${last}`
            : `after ${position} symbols; ▲ marks what followed an earlier ${last}`}
      </text>
      {weights.flatMap((heads, l) =>
        heads.map((row, h) => {
          const floor = strips[l * heads.length + h];
          const most = row.slice(1).reduce((best, weight, t, all) => (weight > all[best] ? t : best), 0);
          const largest = Math.max(...row);
          // Each strip has a scale of its own, because weight that is spread over many places is little at each.
          const heightOf = (weight: number) => (tall * weight) / largest;
          const where = position > 0 && most === position - 2 ? ', mostly the one before' : '';
          return (
            <g key={`${l}.${h}`}>
              <text className="label" x={left} y={floor - tall - 3}>
                layer {l + 1}, head {h + 1}
                {last !== undefined && (
                  <tspan className="soft">
                    : {say.percent(shares[l][h])} on ▲{narrow ? '' : `, ${say.number(largest, 2)} at most`}
                    {!narrow && row[most + 1] > 0.5 && where}
                  </tspan>
                )}
              </text>
              <path
                className="wind-tunnel-weights"
                strokeWidth={tenth(0.76 * pitch)}
                d={strokes(columns, row.slice(1).map(heightOf), floor)}
              />
              <rect
                className="solid-quiet"
                x={left - 12}
                width={7}
                y={tenth(floor - heightOf(row[0]))}
                height={tenth(heightOf(row[0]))}
              />
              <path className="stroke-quiet" d={`M${left - 14},${floor}H${right}`} />
              <path className="wind-tunnel-mark" transform={`translate(0,${floor})`} d={marks} />
            </g>
          );
        }),
      )}
    </g>
  );
}
