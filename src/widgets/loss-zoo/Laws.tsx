import { Handle } from '#kit/plot/Handle.tsx';
import { withEntry } from '#kit/controls/TableControl.tsx';
import { polyline, tenth } from '#kit/plot/path.ts';
import { longAxes, rankTicks, ranksOf, ratioAxes } from './layout.ts';
import { params, type ZooValues } from './parameters.ts';
import type { LossName } from './zoo.ts';
import type { ZooProps } from './props.ts';

/** Height of the plot of a cell, and where it begins below the cell’s two lines of heading. */
export const plot = { top: 60, height: 92 } as const;

interface LawProps extends ZooProps {
  /** Undefined: the truth, which can be dragged. */
  readonly loss?: LossName;
  readonly cell: number;
}

const few = ['A', 'B', 'C'];

/** One law beside the truth, as bars or, if it is long, by rank on logarithmic axes. */
export function Law(props: LawProps) {
  return props.model.p.length <= few.length ? <Bars {...props} /> : <Curves {...props} />;
}

/** What dragging outcome i to probability p makes of the parameters. */
function dragged(values: ZooValues, i: number, p: number): Partial<ZooValues> {
  if (values.truth === 'three') return { three: withEntry(values.three, i, p)! };
  return { p: i === 0 ? p : Number((1 - p).toFixed(10)) };
}

/** The label of a bar stands on it, or on the mark of the truth if that is in the way. */
const labelAt = (top: number, truth: number) => (truth <= top && top - truth < 18 ? truth : top) - 5;

function Bars({ model, values, say, set, loss, cell }: LawProps) {
  const { p } = model;
  const law = loss ? model.minima[loss].q : p;
  const step = cell / p.length;
  const wide = tenth(Math.min(40, step * 0.56));
  const y = (probability: number) => tenth(plot.height * (1 - probability));
  const { min, max } = values.truth === 'three' ? { min: 0, max: 1 } : params.p;
  return (
    <g>
      <path className="loss-zoo-floor" d={`M0,${plot.height}H${cell}`} />
      {p.map((truth, i) => {
        const middle = tenth(step * (i + 0.5));
        const own = law[i];
        const [x, top] = [tenth(middle - wide / 2), y(own)];
        return (
          <g key={few[i]}>
            <g data-q={loss ? 'q' : 'p'}>
              <rect
                className={loss ? 'fill-model' : 'fill-exact'}
                x={x}
                y={top}
                width={wide}
                height={tenth(plot.height - top)}
              />
              <path className={loss ? 'stroke-model' : 'stroke-exact loss-zoo-truth'} d={`M${x},${top}h${wide}`} />
            </g>
            {loss && (
              <path
                className="stroke-exact loss-zoo-truth"
                data-q="p"
                d={`M${tenth(x - 7)},${y(truth)}h${tenth(wide + 14)}`}
              />
            )}
            <text
              className={`label value ${loss ? 'ink-model' : 'ink-exact'}`}
              data-q={loss ? 'q' : 'p'}
              x={middle}
              y={tenth(loss ? labelAt(top, y(truth)) : top - 13)}
              textAnchor="middle"
            >
              {say.probability(own)}
            </text>
            <text className="loss-zoo-small" x={middle} y={plot.height + 16} textAnchor="middle">
              {few[i]}
            </text>
            {!loss && (
              <Handle
                label={`True probability of ${few[i]}`}
                orientation="vertical"
                {...{ min, max, step: 0.01, value: truth, x: middle, y: top }}
                valueText={say.probability(truth)}
                toValue={(_, at) => 1 - at / plot.height}
                moves={values.truth === 'three' ? 'three' : 'p'}
                onChange={(next) => set(dragged(values, i, next))}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** A long law by rank: the truth itself, or how often q has what p has, where the truth is the line at 1. */
function Curves({ model, values, say, set, loss, cell }: LawProps) {
  const { p } = model;
  const q = loss && model.minima[loss].q;
  const { x, y, ticks } = q ? ratioAxes(p, q, cell, plot.height) : longAxes(p, cell, plot.height);
  const [left, right] = x.range();
  const path = polyline(ranksOf(p.length).map((rank) => [x(rank), y(q ? q[rank - 1] / p[rank - 1] : p[rank - 1])]));
  return (
    <g>
      <g className="axis">
        {ticks.map(({ at, label }) => (
          <g key={at} transform={`translate(0,${tenth(y(at))})`}>
            <path className="grid" d={`M${left},0H${right}`} />
            <text x={left - 6} y={4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <path d={`M${left},${plot.height}H${right}`} />
        {rankTicks(cell).map((rank) => (
          <text key={rank} x={tenth(x(rank))} y={plot.height + 16} textAnchor={rank === p.length ? 'end' : 'middle'}>
            {rank}
          </text>
        ))}
        <text x={0} y={-14}>
          {q ? (right < 150 ? 'q/p' : 'q/p by rank') : 'p by rank'}
        </text>
      </g>
      <path
        className={q ? 'stroke-model loss-zoo-law' : 'stroke-exact loss-zoo-truth'}
        data-q={q ? 'q' : 'p'}
        d={path}
      />
      {q && <path className="stroke-exact loss-zoo-truth" data-q="p" d={`M${left},${tenth(y(1))}H${right}`} />}
      {loss === 'weighted' && (
        <circle className="solid-model" data-q="q" cx={right} cy={y(q!.at(-1)! / p.at(-1)!)} r={4} />
      )}
      <text className="label loss-zoo-over" data-q={q ? 'q' : 'p'} x={right} y={-14} textAnchor="end">
        first: <tspan className={`value ${q ? 'ink-model' : 'ink-exact'}`}>{say.probability((q ?? p)[0])}</tspan>
      </text>
      {!loss && values.truth === 'one' && (
        <Handle
          label="True probability of the first"
          orientation="vertical"
          {...{ min: params.p.min, max: params.p.max, step: params.p.step, value: p[0], x: left, y: y(p[0]) }}
          valueText={say.probability(p[0])}
          toValue={(_, at) => y.invert(at)}
          moves="p"
          onChange={(next) => set({ p: next })}
        />
      )}
    </g>
  );
}
