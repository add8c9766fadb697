import { area, scaleLinear } from 'd3';
import { natsPer } from '#contract/say.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { polyline } from '#kit/plot/path.ts';
import { spread } from './spread.ts';
import { latest, type Point } from './model.ts';
import type { TrainProps } from './View.tsx';

const margin = { top: 28, bottom: 44, left: 34 };
const mostWhiskers = 24;
const lineHeight = 15;

/** Loss against steps: the floor that is known, what the network pays above it on what is new, and what it paid in training. */
export function Curve({ model, width, say }: TrainProps) {
  const { points, goal, even, floor, rate } = model;
  const height = width < 500 ? 250 : 300;
  const right = width - (width < 500 ? 110 : 118);
  const bottom = height - margin.bottom;
  const unit = natsPer(say.unit);
  const highest = Math.max(
    even,
    ...points.flatMap(({ heldOut, train, error, measured }) => [
      heldOut + error,
      train,
      measured ? measured.loss + measured.error : 0,
    ]),
  );
  const x = scaleLinear([0, goal], [margin.left, right]);
  const scale = scaleLinear([0, (1.04 * highest) / unit], [bottom, margin.top]);
  const y = (nats: number) => scale(nats / unit);
  // A fresh network gives all symbols about the same.
  const all = [{ step: 0, heldOut: even, train: even, error: 0 }, ...points];
  const to = x(all[all.length - 1].step);
  const curve = (of: (point: Point) => number) => polyline(all.map((point) => [x(point.step), y(of(point))]));
  const above = area<Point>(
    ({ step }) => x(step),
    () => y(floor ?? 0),
    ({ heldOut }) => y(heldOut),
  ).digits(1)(all)!;
  const every = Math.ceil(points.length / mostWhiskers);
  // What was measured where the law is known: its noise is drawn, not only the expectation.
  const asTheyCame = points
    .filter(({ measured }, i) => measured && (points.length - 1 - i) % every === 0)
    .map(({ step, measured }) => ({ at: x(step), ...measured! }));
  const whiskers = points
    .filter(({ error }, i) => error > 0 && (points.length - 1 - i) % every === 0)
    .map(
      ({ step, heldOut, error }) =>
        `M${x(step).toFixed(1)},${y(heldOut - error).toFixed(1)}V${y(heldOut + error).toFixed(1)}`,
    )
    .join('');
  const last = latest(model);
  const hasAnew = floor !== undefined && rate !== undefined && rate > 0 && floor - rate > 0.005;
  const labels = spread(
    [
      ...(last
        ? [
            {
              at: y(last.heldOut),
              text: `new ${say.amount(last.heldOut)}`,
              className: 'ink-model',
              quantity: 'cross-entropy',
            },
            { at: y(last.train), text: `training ${say.amount(last.train)}`, className: 'strong', quantity: undefined },
            ...(last.measured
              ? [{ at: y(last.measured.loss), text: `○ came ${say.amount(last.measured.loss)}`, className: 'soft', quantity: undefined }] // prettier-ignore
              : []),
          ]
        : [{ at: y(even), text: `untrained ${say.amount(even)}`, className: 'soft', quantity: undefined }]),
      ...(floor === undefined
        ? []
        : [{ at: y(floor), text: `floor ${say.amount(floor)}`, className: 'ink-exact', quantity: undefined }]),
      ...(hasAnew
        ? [{ at: y(rate), text: `rate ${say.amount(rate)}`, className: 'soft', quantity: 'entropy-rate' }]
        : []),
    ],
    lineHeight,
    [margin.top + 4, bottom + 4],
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="train-it-curve"
      role="img"
      aria-label="The loss while it falls; the table has the numbers"
    >
      {floor !== undefined && (
        <>
          <rect
            className="fill-exact"
            x={margin.left}
            y={y(floor)}
            width={right - margin.left}
            height={bottom - y(floor)}
          />
          <path className="fill-model" d={above} />
          <path className="stroke-exact train-it-floor" d={`M${margin.left},${y(floor)}H${right}`} />
          {bottom - y(floor) > 60 && (
            <text className="soft" x={margin.left + 8} y={Math.min(bottom - 8, (y(floor) + bottom) / 2 + 5)}>
              nobody can save this
            </text>
          )}
        </>
      )}
      {hasAnew && <path className="stroke-quiet" d={`M${margin.left},${y(rate)}H${right}`} data-q="entropy-rate" />}
      <AxisLeft scale={scale} at={margin.left} ticks={4} label={`${say.unit} a symbol`} />
      <AxisBottom scale={x} at={bottom} ticks={width < 500 ? 4 : 6} label="steps" format={say.count} />
      <path className="train-it-train" d={curve(({ train }) => train)} />
      {asTheyCame.map(({ at, loss, error }) => (
        <g key={at} className="train-it-came">
          <path
            className="stroke-quiet"
            d={`M${at.toFixed(1)},${y(loss - error).toFixed(1)}V${y(loss + error).toFixed(1)}`}
          />
          <circle cx={at} cy={y(loss)} r={2.5} />
        </g>
      ))}
      <g data-q="cross-entropy">
        <path className="stroke-model train-it-new" d={curve(({ heldOut }) => heldOut)} />
        <path className="stroke-model" d={whiskers} />
        {last && <circle className="solid-model" cx={to} cy={y(last.heldOut)} r={3.5} />}
      </g>
      {labels.map(({ text, at, className, quantity }) => (
        <text key={text} className={className} x={right + 8} y={at + 4} data-q={quantity}>
          {text}
        </text>
      ))}
    </svg>
  );
}
