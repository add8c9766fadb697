import type { PointerEvent } from 'react';
import { snap } from '#kit/controls/slide.ts';
import { pointIn } from '#kit/plot/Handle.tsx';
import { tenth } from '#kit/plot/path.ts';
import { inductionShares } from './amounts.ts';
import { followers } from './learners.ts';
import { columnsOf, stripHeight as tall, strokes } from './layout.ts';
import { letters } from './parameters.ts';
import type { TunnelProps } from './props.ts';

/** From one strip to the next, and to the floor of the first. */
const [pitchOfStrips, firstFloor] = [50, 66];

/** Where each head looks from the position on display: a bar at each earlier place, the start token left of all. */
export function Attention({ model, width, set, say }: TunnelProps) {
  const { sequence, shown } = model;
  if (!shown) return <p className="hint">The network has not looked yet.</p>;
  const { position, weights } = shown.attention;
  const columns = columnsOf(width, sequence.length + 1);
  const { left, right, x, pitch } = columns;
  const narrow = width < 640;
  const strips = weights.flat().map((_, h) => firstFloor + h * pitchOfStrips);
  const end = strips[strips.length - 1];
  const choose = (event: PointerEvent<SVGRectElement>) =>
    set({ position: snap(x.invert(pointIn(event).x) - 0.5, 0, sequence.length, 1) });
  const last = position > 0 ? letters[sequence[position - 1]] : undefined;
  const places = followers(sequence, position).filter((t) => t < position);
  const shares = inductionShares(model);
  const marks = places.map((t) => `M${(x(t) + pitch / 2).toFixed(1)},2l3.5,6h-7z`).join('');
  return (
    <svg viewBox={`0 0 ${width} ${end + 12}`} width={width} height={end + 12} className="wind-tunnel-figure">
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
                    : {say.percent(shares[l][h])} on ▲{narrow ? '' : `, at most ${say.percent(largest)} on one place`}
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
      {strips.map((floor) => (
        <rect
          key={floor}
          className="wind-tunnel-place"
          x={tenth(x(position))}
          y={floor - tall}
          width={tenth(Math.max(2, pitch))}
          height={tall}
        />
      ))}
      {/* A pointer may choose a position here as well; the keyboard has the handle above. */}
      <rect
        className="wind-tunnel-sheet"
        x={left}
        y={strips[0] - tall}
        width={right - left}
        height={end - strips[0] + tall}
        onPointerDown={choose}
        onPointerMove={(event) => event.buttons === 1 && choose(event)}
      />
    </svg>
  );
}
