import { natsPer } from '#contract/say.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { linear } from '#kit/plot/linear.ts';
import { polyline, tenth } from '#kit/plot/path.ts';
import { block, meanOf, positions } from './fresh.ts';
import { margin } from './layout.ts';
import { isOtherPrior } from './state.ts';
import type { TunnelProps } from './props.ts';

/** Loss against position: exact expectations as curves, what fresh sequences cost as points with their standard error. */
export function Losses({ model, values, width, say }: TunnelProps) {
  const { expected, fresh, symbols } = model;
  const [top, bottom] = [92, 242];
  const height = bottom + 46;
  const unit = natsPer(say.unit);
  const best = expected ? expected.bayes : fresh?.entropyAt.map((sum) => sum / fresh.sequences);
  const least = Math.max(0, Math.min(...(expected ? expected.irreducible : (best ?? [0]))) - 0.1) / unit;
  const x = linear([0, positions], [margin.left, width - 8]);
  const most = Math.max(
    Math.log(symbols) * 1.06,
    ...(fresh ? fresh.modelIn.slice(1).map(({ sum }) => (1.05 * sum) / fresh.sequences) : []),
  );
  const y = linear([least, Math.min(most, 1.5 * Math.log(symbols)) / unit], [bottom, top]);
  const at = (nats: number) => tenth(y(Math.min(nats / unit, y.domain()[1])));
  // Every position where the curve bends, every fourth where it is nearly straight.
  const curve = (losses: readonly number[]) =>
    polyline(
      [...losses.entries()].filter(([t]) => t < 2 * block || t % 4 === 3).map(([t, nats]) => [x(t + 0.5), at(nats)]),
    );
  const points = (tallies: NonNullable<typeof fresh>['modelIn'], aside: number) =>
    tallies.map((tally, i) => {
      const { mean, error } = meanOf(tally, fresh!.sequences);
      return { x: tenth(x((i + 0.5) * block) + aside), y: at(mean), from: at(mean + error), to: at(mean - error) };
    });
  const other = isOtherPrior(values);
  const keyLeft = 12;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="wind-tunnel-marked">
      <text className="label strong" x={0} y={13}>
        Loss by position, {say.unit} a symbol
      </text>
      <path className="wind-tunnel-best" d={`M${keyLeft},32h20`} />
      <text className="label ink-exact" data-q="next-given-past" x={keyLeft + 26} y={36}>
        {expected ? 'best possible, exact' : 'best possible, on average'}
      </text>
      <path className="stroke-exact" d={`M${keyLeft},68h20`} />
      <text className="label soft" data-q="entropy-rate" x={keyLeft + 26} y={72}>
        chain known
      </text>
      <circle className="solid-model" cx={keyLeft + 10} cy={50} r={3.5} />
      <text className="label ink-model" data-q="cross-entropy" x={keyLeft + 26} y={54}>
        network
      </text>
      <path className="wind-tunnel-unigram mark" d={`M${keyLeft + 104},46l4.5,8h-9z`} />
      <text className="label soft" x={keyLeft + 118} y={54}>
        unigram
      </text>
      <path className="wind-tunnel-uniform" d={`M${keyLeft + 180},50h20`} />
      <text className="label soft" x={keyLeft + 205} y={54}>
        uniform
      </text>
      {other && <path className="stroke-y" d={`M${keyLeft + 114},68h22`} />}
      {other && (
        <text className="label ink-y" x={keyLeft + 144} y={72}>
          α = 1 held
        </text>
      )}
      <AxisLeft scale={y} at={margin.left} label="" ticks={4} grid={width - margin.left - 8} />
      <AxisBottom scale={x} at={bottom} label="symbols before" ticks={4} />
      <path className="wind-tunnel-uniform" d={`M${margin.left},${at(Math.log(symbols))}H${width - 8}`} />
      {expected && <path className="stroke-exact" data-q="entropy-rate" d={curve(expected.irreducible)} />}
      {expected && other && <path className="stroke-y" d={curve(expected.believer)} />}
      {best && <path className="wind-tunnel-best" data-q="next-given-past" d={curve(best)} />}
      {fresh &&
        points(fresh.unigramIn, 3).map((p) => (
          <g key={p.x}>
            <path className="stroke-quiet" d={`M${p.x},${p.from}V${p.to}`} />
            <path className="wind-tunnel-unigram mark" d={`M${p.x},${p.y - 4}l4,7h-8z`} />
          </g>
        ))}
      {fresh &&
        points(fresh.modelIn, -1).map((p) => (
          <g key={p.x} data-q="cross-entropy">
            <path className="stroke-model" d={`M${p.x},${p.from}V${p.to}`} />
            <circle className="solid-model" cx={p.x} cy={p.y} r={3} />
          </g>
        ))}
    </svg>
  );
}
