import { small, widthOf } from '#kit/figure/measure.ts';
import { linear } from '#kit/plot/linear.ts';
import { Handle } from '#kit/plot/Handle.tsx';
import { polyline, tenth } from '#kit/plot/path.ts';
import { gapScale, margin, powerOfTen, powersOn } from './layout.ts';
import { checkpointOf, liveOf } from './state.ts';
import type { TunnelProps } from './props.ts';

const learners = [
  {
    name: 'uniform',
    className: 'wind-tunnel-uniform',
    mark: (x: number, y: number) => `M${x - 3.5},${y - 3.5}h7v7h-7z`,
  },
  { name: 'unigram', className: 'wind-tunnel-unigram', mark: (x: number, y: number) => `M${x},${y - 4.5}l4.5,8h-9z` },
  {
    name: 'bigram',
    className: 'wind-tunnel-bigram',
    mark: (x: number, y: number) => `M${x - 4},${y}a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z`,
  },
] as const;
const least = 1e-4;
/** Pixels from the middle of one number under the axis to the next. */
const apart = 46;

/** How far the network is from three learners against the step of training: the phases; and the handle that goes through them. */
export function Phases({ model, values, width, say, set }: TunnelProps) {
  const { trail, phases } = model;
  const [top, bottom] = [52, 222];
  const height = bottom + 46;
  const steps = trail?.checkpoints.map(({ step }) => step) ?? [0, 1];
  const live = liveOf(model, values);
  const furthest = Math.max(steps[steps.length - 1], live ? steps[live.checkpoint] + live.state.step : 0);
  const log = (step: number) => Math.log2(1 + step / 4);
  const x = linear([0, log(furthest)], [margin.left + 6, width - 16]);
  const { scale, domain, y: exactY } = gapScale(top, bottom, say.unit, least, 1);
  const y = (nats: number) => tenth(exactY(nats));
  const index = trail ? checkpointOf(trail, values) : 0;
  const at = (i: number) => tenth(x(log(steps[i])));
  const here = live ? x(log(steps[index] + live.state.step)) : at(index);
  // Steps whose numbers have room beside each other and beside the last.
  const ticks = steps.reduceRight<number[]>(
    (kept, step) => (kept.length === 0 || x(log(kept[0])) - x(log(step)) >= apart ? [step, ...kept] : kept),
    [],
  );
  const keyLeft = 8;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="wind-tunnel-marked">
      <text className="label strong" x={0} y={13}>
        Phases: distance from a learner, {say.unit}
      </text>
      {learners.map(({ name, className, mark }, i) => (
        <g key={name}>
          <path className={className} d={`M${keyLeft + i * 92},32h20`} />
          <path className={`${className} mark`} d={mark(keyLeft + 10 + i * 92, 32)} />
          <text className={name === 'bigram' ? 'label ink-exact' : 'label soft'} x={keyLeft + 26 + i * 92} y={36}>
            {name}
          </text>
        </g>
      ))}
      <g className="axis">
        {powersOn(domain).map((tick) => (
          <g key={tick}>
            <path className="grid" d={`M${margin.left},${scale(tick)}H${width - 8}`} />
            <text x={margin.left - 6} y={scale(tick)} dy="0.32em" textAnchor="end">
              {powerOfTen(tick)}
            </text>
          </g>
        ))}
        <path d={`M${margin.left},${bottom}H${width - 8}`} />
        {ticks.map((step) => (
          <text
            key={step}
            x={Math.min(x(log(step)), width - widthOf(say.count(step), small) / 2)}
            y={bottom + 24}
            textAnchor="middle"
          >
            {say.count(step)}
          </text>
        ))}
        <text className="axis-label" x={(margin.left + width) / 2} y={bottom + 42} textAnchor="middle">
          training step
        </text>
      </g>
      <path className="wind-tunnel-line" d={`M${here},${top}V${bottom}`} />
      {learners.map(({ name, className, mark }) => {
        const points = phases.points.flatMap((point, i): [number, number][] =>
          point ? [[at(i), y(point[name])]] : [],
        );
        const own = live?.points.map((point): [number, number] => [
          tenth(x(log(steps[index] + point.step))),
          y(point[name]),
        ]);
        const start = phases.points[index];
        const ownFrom: [number, number][] = own && start ? [[at(index), y(start[name])], ...own] : (own ?? []);
        return (
          <g key={name}>
            <path className={className} d={polyline(points)} />
            {points.map(([px, py]) => (
              <path key={px} className={`${className} mark`} d={mark(px, py)} />
            ))}
            {own && <path className={`${className} own`} d={polyline(ownFrom)} />}
            {own && own.length > 0 && <path className={`${className} mark own`} d={mark(...own[own.length - 1])} />}
          </g>
        );
      })}
      {trail && (
        <Handle
          label="Checkpoint of the training"
          x={at(index)}
          y={bottom}
          value={index}
          min={0}
          max={steps.length - 1}
          step={1}
          valueText={`step ${steps[index]}`}
          toValue={(px) => steps.reduce((best, _, i) => (Math.abs(at(i) - px) < Math.abs(at(best) - px) ? i : best), 0)}
          moves="checkpoint"
          onChange={(checkpoint) => set({ checkpoint, playing: false, stepped: 0 })}
        />
      )}
    </svg>
  );
}
