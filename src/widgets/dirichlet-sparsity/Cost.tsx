import { range, scaleLinear, scaleLog } from 'd3';
import { natsPer } from '#contract/say.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { trackOf } from '#kit/controls/slide.ts';
import { expectedEntropy } from '#theory/learning/dirichlet.ts';
import { polyline } from '#kit/plot/path.ts';
import { Diamond, power } from './marks.tsx';
import { params } from './parameters.ts';
import type { Box, MixtureProps } from './View.tsx';

const track = trackOf(params.sources);
const { min, max } = params.sources;
/** Numbers of sources at which the curve is computed; between them it is as good as straight. */
const sizes = range(0, 49).map((i) => min * (max / min) ** (i / 48));

/** What naming a source costs, against how many there are: the logarithm climbs, and the mean entropy stays. */
export function Cost({ model, values, say, set, box }: MixtureProps & { readonly box: Box }) {
  const { exact, simulated } = model;
  const x = scaleLog([min, max], [box.x, box.x + box.width]);
  const y = scaleLinear([0, Math.log(max) / natsPer(say.unit)], [box.y + box.height, box.y]);
  const yOf = (nats: number) => y(nats / natsPer(say.unit));
  const draw = (nats: (size: number) => number) => polyline(sizes.map((size) => [x(size), yOf(nats(size))]));
  const here = x(values.sources);
  return (
    <g>
      <AxisLeft scale={y} at={box.x} label={`To say which source, ${say.unit}`} ticks={4} grid={box.width} />
      <AxisBottom scale={x} at={box.y + box.height} label="N, number of sources" ticks={5} format={power} />
      <path className="stroke-quiet dirichlet-even" d={draw(Math.log)} />
      <path
        className="stroke-exact dirichlet-exact"
        data-q="entropy-of-shares"
        d={draw((size) => expectedEntropy(values.scale, Math.round(size)))}
      />
      <path className="dirichlet-drop" d={`M${here},${yOf(exact.logSources)}V${yOf(exact.entropy)}`} />
      <text className="label soft" x={x(20_000)} y={yOf(Math.log(20_000)) - 8} textAnchor="end">
        equal shares: log N
      </text>
      <text
        className="label ink-exact dirichlet-halo"
        data-q="entropy-of-shares"
        x={box.x + box.width}
        y={yOf(exact.entropyLimit) - 9}
        textAnchor="end"
      >
        {`E H(α), never above ${say.amount(exact.entropyLimit, 2)}`}
      </text>
      <Diamond x={here} {...between(simulated.entropy, yOf)} />
      <Handle
        label="N on its axis"
        x={here}
        y={box.y + box.height}
        value={track.positionOf(values.sources)}
        min={track.min}
        max={track.max}
        step={track.step}
        valueText={`${say.count(values.sources)} sources`}
        toValue={(at) => track.positionOf(Math.min(max, Math.max(min, x.invert(at))))}
        moves="sources"
        onChange={(position) => set({ sources: track.valueAt(position) })}
      />
      <text className="dirichlet-small" x={box.x} y={box.y + box.height + 54}>
        <tspan className="ink-exact" data-q="entropy-of-shares">
          exact {say.amount(exact.entropy)}
        </tspan>
        <tspan className="soft">{`, mean of 50 draws `}</tspan>
        <tspan className="ink-model">{`${say.amount(simulated.entropy.mean)} ± ${say.amount(simulated.entropy.error)}`}</tspan>
      </text>
    </g>
  );
}

/** A mean and its standard errors as places. */
export function between(
  { mean, error }: { readonly mean: number; readonly error: number },
  y: (value: number) => number,
) {
  return { y: y(mean), top: y(mean + error), bottom: y(mean - error) };
}
