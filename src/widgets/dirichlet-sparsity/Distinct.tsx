import { range, scaleLog } from 'd3';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { trackOf } from '#kit/controls/slide.ts';
import { boundOnDistinct, publishedDistinct } from '#theory/learning/dirichlet.ts';
import { polyline } from '#kit/plot/path.ts';
import { between } from './Cost.tsx';
import { Diamond, power } from './marks.tsx';
import { mostDocuments } from './mixture.ts';
import { params } from './parameters.ts';
import type { Box, MixtureProps } from './View.tsx';

const track = trackOf(params.documents);
const { min, max } = params.documents;
const counts = [...new Set(range(0, 61).map((i) => Math.round(max ** (i / 60))))];

/** Room for the numbers at the axis. */
const beside = 30;

/** How many different sources have written among M documents: both axes logarithmic, so that one document can be seen. */
export function Distinct({ model, values, say, set, box }: MixtureProps & { readonly box: Box }) {
  const { scale: R, sources: N, documents: M } = values;
  const { exact, simulated, distinctSoFar } = model;
  const top = 1.3 * Math.max(10, boundOnDistinct(R, N, mostDocuments), publishedDistinct(R, mostDocuments));
  const x = scaleLog([min, max], [box.x, box.x + box.width]);
  const y = scaleLog([0.2, top], [box.y + box.height, box.y]);
  const draw = (of: (m: number) => number) => polyline(counts.map((m) => [x(m), y(of(m))]));
  const steps = distinctSoFar.reduce(
    (path, seen, m) =>
      m === 0
        ? path
        : m === 1
          ? `M${x(1)},${y(1)}`
          : seen > distinctSoFar[m - 1]
            ? `${path}H${x(m).toFixed(1)}V${y(seen).toFixed(1)}`
            : path,
    '',
  );
  const here = x(M);
  return (
    <g>
      <g transform={`translate(${box.x - beside},0)`}>
        <AxisLeft scale={y} at={beside} label="Different sources" ticks={3} format={power} />
      </g>
      <AxisBottom scale={x} at={box.y + box.height} label="M, number of documents" ticks={4} format={power} />
      <path className="stroke-quiet" d={draw((m) => boundOnDistinct(R, N, m))} />
      <path className="stroke-y" d={draw((m) => publishedDistinct(R, m))} />
      <path className="stroke-exact dirichlet-exact" d={draw((m) => exact.distinctAlong[m])} />
      <path className="stroke-model dirichlet-steps" d={`${steps}H${here}`} />
      <Key x={box.x + box.width} y={box.y + box.height} />
      <Diamond x={here} {...between(simulated.distinct, y)} />
      <Handle
        label="M on its axis"
        x={here}
        y={box.y + box.height}
        value={track.positionOf(M)}
        min={track.min}
        max={track.max}
        step={track.step}
        valueText={`${say.count(M)} documents`}
        toValue={(at) => track.positionOf(Math.min(max, Math.max(min, x.invert(at))))}
        moves="documents"
        onChange={(position) => set({ documents: track.valueAt(position) })}
      />
      <text className="dirichlet-small" x={box.x} y={box.y + box.height + 54}>
        <tspan className="ink-exact">exact {say.number(exact.distinct, 2)}</tspan>
        <tspan className="soft">{`, mean of 50 urns `}</tspan>
        <tspan className="ink-model">{`${say.number(simulated.distinct.mean, 2)} ± ${say.number(simulated.distinct.error, 2)}`}</tspan>
      </text>
      <text className="dirichlet-small" x={box.x} y={box.y + box.height + 71}>
        <tspan className="ink-y">as quoted {say.number(exact.published, 2)}</tspan>
        <tspan className="soft">{`, bound ${say.number(exact.bound, 2)}`}</tspan>
      </text>
    </g>
  );
}

/** What the lines are, where none of them runs: the lower right. */
function Key({ x, y }: { readonly x: number; readonly y: number }) {
  const lines = [
    ['stroke-quiet', 'soft', 'bound that holds'],
    ['stroke-exact dirichlet-exact', 'ink-exact', 'expected, exact'],
    ['stroke-y', 'ink-y', 'R ln(1 + M/R)'],
    ['stroke-model dirichlet-steps', 'ink-model', 'these documents'],
  ] as const;
  return lines.map(([stroke, ink, name], i) => (
    <g key={name} transform={`translate(${x - 132},${y - 66 + 17 * i})`}>
      <path className={stroke} d="M0,-4H22" />
      <text className={`dirichlet-small ${ink}`} x={28}>
        {name}
      </text>
    </g>
  ));
}
