import { Handle } from '#kit/plot/Handle.tsx';
import { polyline, tenth } from '#kit/plot/path.ts';
import { apart, pullAxes } from './layout.ts';
import { params } from './parameters.ts';
import { pullOf, type LossName } from './zoo.ts';
import type { ZooProps } from './props.ts';

/** Height of the plot of a cell, and where it begins below the heading. */
export const pullPlot = { top: 28, height: 108 } as const;

/** Where the curved ones are drawn: closely at 0, where the slope of focal loss’s pull has no bound. The others are straight. */
const curved = Array.from({ length: 37 }, (_, i) => (i / 36) ** 2);
const probabilitiesOf = (loss: LossName) => (loss === 'brier' || loss === 'focal' ? curved : [0, 1]);

interface PullProps extends ZooProps {
  readonly loss: LossName;
  readonly cell: number;
  /** Whether the probability can be dragged here: in one cell, for all. */
  readonly draggable: boolean;
}

/** Minus the slope of a loss in the logit of what came, by the probability that this was given; cross-entropy’s beside it. */
export function Pull({ model, values, say, set, loss, cell, draggable }: PullProps) {
  const { x, y, ticks } = pullAxes(loss, values.weight, cell, pullPlot.height);
  const [left, right] = x.range();
  const path = (name: LossName) =>
    polyline(probabilitiesOf(name).map((q) => [x(q), y(pullOf(name, q, values, model.p.length))]));
  const [own, reference] = [model.minima[loss].pull, model.minima.crossEntropy.pull];
  const at = x(values.at);
  const { min, max, step } = params.at;
  return (
    <g>
      <g className="axis">
        {ticks.map((tick, i) => (
          <g key={tick} transform={`translate(0,${tenth(y(tick))})`}>
            {tick > 0 && <path className="grid" d={`M${left},0H${right}`} />}
            {/* Where two numbers meet the higher one stays. */}
            {ticks.slice(i + 1).every((higher) => apart(y, tick, higher)) && (
              <text x={left - 5} y={4} textAnchor="end">
                {params.weight.format(tick)}
              </text>
            )}
          </g>
        ))}
        <path d={`M${left},${y(0)}H${right}`} />
        {[0, 0.5, 1].map((tick) => (
          <text key={tick} x={x(tick)} y={pullPlot.height + 22} textAnchor={tick === 1 ? 'end' : 'middle'}>
            {tick}
          </text>
        ))}
      </g>
      <path className="loss-zoo-at" d={`M${at},0V${pullPlot.height}`} />
      <path className="loss-zoo-reference" d={path('crossEntropy')} />
      <path className="stroke-model loss-zoo-law" d={path(loss)} />
      <circle className="loss-zoo-dot" cx={at} cy={tenth(y(reference))} r={3.5} />
      <circle className="solid-model" cx={at} cy={tenth(y(own))} r={4.5} />
      <text className="label value ink-model loss-zoo-over" data-on-lines x={right} y={12} textAnchor="end">
        {say.number(own, 2)}
      </text>
      {draggable && (
        <Handle
          label={params.at.label}
          {...{ min, max, step, value: values.at, x: at, y: pullPlot.height }}
          valueText={params.at.format(values.at)}
          toValue={(position) => x.invert(position)}
          moves="at"
          onChange={(next) => set({ at: next })}
        />
      )}
    </g>
  );
}
