import { line, scaleLinear, type ScaleContinuousNumeric } from 'd3';
import { useId } from 'react';
import { natsPer } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import type { CurveProps } from './View.tsx';

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
  const path = line<number>(
    (_, i) => x(positions[i]),
    (nats, i) => y(amount(nats, i)),
  );
  const ends = positions.map(() => ceiling);
  // Where the line of log N / τ comes into the picture.
  const enters = positions.find((tau) => ceiling / tau / unit < most * 0.94) ?? 1;
  const whiskers = (network ?? [])
    .map(({ mean, error }, i) => {
      const [from, to] = [y(amount(mean - error, i)), y(amount(mean + error, i))];
      return `M${x(positions[i]).toFixed(1)},${from.toFixed(1)}V${to.toFixed(1)}`;
    })
    .join('');
  const label = (text: string, at: number, nats: readonly number[], className: string, up: boolean) => (
    <text
      className={`label ${className} few-shot-halo`}
      x={x(positions[at])}
      y={y(amount(nats[at], at)) + (up ? -8 : 17)}
      textAnchor={at > positions.length / 2 ? 'end' : 'start'}
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
        <path className="stroke-quiet few-shot-ceiling" d={path(ends)!} />
        {bound && <path className="stroke-x few-shot-bound" d={path(bound)!} />}
        {means.length > 0 && <path className="stroke-exact few-shot-exact" d={path(means)!} />}
        {ofNetwork && <path className="stroke-model" d={path(ofNetwork)!} />}
        <path className="stroke-model" d={whiskers} />
        {ofNetwork?.map((nats, i) => (
          <circle key={i} className="solid-model" cx={x(positions[i])} cy={y(amount(nats, i))} r={3} />
        ))}
      </g>
      {each ? (
        <>
          {bound && label('theorem 4.7', 1, bound, 'ink-x', true)}
          {bound && label('optimal', 1, means, 'ink-exact', false)}
          <text
            className="label ink-quiet few-shot-halo"
            x={x(enters) + 16}
            y={y(Math.min(most * 0.94, ceiling / enters / unit)) + 4}
          >
            (log N)/τ
          </text>
        </>
      ) : (
        <>
          <text className="label ink-quiet few-shot-halo" x={box.left + 6} y={y(ceiling / unit) - 6}>
            log N
          </text>
          {bound && label('theorem 4.7', last, bound, 'ink-x', true)}
          {means.length > 0 && label('optimal', last, means, 'ink-exact', false)}
          {ofNetwork && label('network', last, ofNetwork, 'ink-model', true)}
        </>
      )}
    </g>
  );
}
