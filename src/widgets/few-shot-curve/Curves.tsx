import { scaleLinear, type ScaleContinuousNumeric } from 'd3';
import { useId } from 'react';
import { natsPer } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import { polyline } from '#kit/plot/path.ts';
import type { CurveProps } from './View.tsx';

/** How far from its line a name stands, in pixels. */
const over = -8;
const under = 17;
/** Pixels that “(log N)/τ” takes. */
const nameWidth = 62;

interface CurvesProps extends CurveProps {
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly x: ScaleContinuousNumeric<number, number>;
  /** Per example and not in total. */
  readonly each?: boolean;
}

/** The optimal predictor, the network, the bound and log N. */
export function Curves({ model, say, box, x, each = false }: CurvesProps) {
  const clip = useId();
  const { positions, optimal, bound, network, tasks } = model;
  const unit = natsPer(say.unit);
  const amount = (nats: number, i: number) => nats / (each ? positions[i] : 1) / unit;
  const ceiling = Math.log(tasks);
  const shown = [...optimal.map(({ mean }) => mean), ...(network ?? []).map(({ mean, error }) => mean + error)];
  const all = shown.map((nats, i) => amount(nats, i % positions.length));
  const most = each
    ? 1.15 * Math.max(0.02, ...all, bound ? amount(bound[0], 0) : 0)
    : 1.12 * Math.max(ceiling / unit, ...all);
  const y = scaleLinear([0, most], [box.bottom, box.top]);
  const path = (nats: readonly number[]) => polyline(nats.map((one, i) => [x(positions[i]), y(amount(one, i))]));
  const isCoins = model.source === 'coins';
  // Under a line that rises steeply a name needs more room.
  const steep = box.right - box.left < 500;
  const ends = positions.map(() => ceiling);
  // Where the line of log N / τ has come into the picture, if it does, its name stands over it, or under it where there is no room.
  const enters = positions.find((tau) => ceiling / tau / unit < most * 0.86);
  const isOver = enters !== undefined && x(enters) + nameWidth < box.right;
  const whiskers = (network ?? [])
    .map(({ mean, error }, i) => {
      const [from, to] = [y(amount(mean - error, i)), y(amount(mean + error, i))];
      return `M${x(positions[i]).toFixed(1)},${from.toFixed(1)}V${to.toFixed(1)}`;
    })
    .join('');
  const label = (text: string, at: number, nats: readonly number[], className: string, away: number, end = false) => (
    <text
      className={`label ${className} few-shot-halo`}
      x={x(positions[at])}
      y={y(amount(nats[at], at)) + away}
      textAnchor={end || at > positions.length / 2 ? 'end' : 'start'}
    >
      {text}
    </text>
  );
  const means = optimal.map(({ mean }) => mean);
  const ofNetwork = network?.map(({ mean }) => mean);
  const last = positions.length - 1;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={box.left} y={box.top - 2} width={box.right - box.left + 8} height={box.bottom - box.top + 4} />
      </clipPath>
      <AxisLeft
        scale={y}
        at={box.left}
        label={`Paid for not knowing the task, ${say.unit} ${each ? 'per example' : 'in all'}`}
        ticks={4}
      />
      <g clipPath={`url(#${clip})`}>
        <path className="stroke-quiet few-shot-ceiling" d={path(ends)} />
        {bound && <path className="stroke-x few-shot-bound" d={path(bound)} />}
        {means.length > 0 && <path className="stroke-exact few-shot-exact" d={path(means)} />}
        {ofNetwork && <path className="stroke-model" d={path(ofNetwork)} />}
        <path className="stroke-model" d={whiskers} />
        {ofNetwork?.map((nats, i) => (
          <circle key={i} className="solid-model" cx={x(positions[i])} cy={y(amount(nats, i))} r={3} />
        ))}
      </g>
      {each ? (
        <>
          {bound && label('theorem 4.7', 1, bound, 'ink-x', over)}
          {isCoins && label('optimal', 1, means, 'ink-exact', bound ? under : over, bound !== undefined)}
          {enters !== undefined && (
            <text
              className="label ink-quiet few-shot-halo"
              x={x(enters) + (isOver ? 7 : -9)}
              y={y(ceiling / enters / unit) + (isOver ? -5 : 9)}
              textAnchor={isOver ? 'start' : 'end'}
            >
              (log N)/τ
            </text>
          )}
        </>
      ) : (
        <>
          <text className="label ink-quiet few-shot-halo" x={box.left + 6} y={y(ceiling / unit) - 6}>
            log N
          </text>
          {bound && label('theorem 4.7', last, bound, 'ink-x', over)}
          {means.length > 0 && label('optimal', last, means, 'ink-exact', isCoins && steep ? 30 : under)}
          {ofNetwork && label('network', last, ofNetwork, 'ink-model', over)}
        </>
      )}
    </g>
  );
}
