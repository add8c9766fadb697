import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { polyline } from '#kit/plot/path.ts';
import { compare, meansOf, type Comparison } from './comparison.ts';
import { nameOfContext, scaleOfContexts, scaleOfNats, type Box } from './layout.ts';
import { params, shorter } from './parameters.ts';
import { contexts } from './source.ts';
import type { ContextProps } from './View.tsx';

interface ModelPanelProps extends ContextProps {
  readonly box: Box;
  readonly found: Comparison;
}

/** Mean surprisal of the same tokens of the text after more and more context; whiskers are for the difference from the last. */
export function ModelPanel({ model, say, box, found, set }: ModelPanelProps) {
  const { reading } = model;
  const means = meansOf(reading);
  const errors = reading.contexts.map((context, i) =>
    i < means.length - 1 ? (compare(reading, context)?.standardError ?? 0) : 0,
  );
  const x = scaleOfContexts(box);
  const at = (place: number) => x(contexts.indexOf(reading.contexts[place]));
  const { scale, y } = scaleOfNats(
    means.flatMap((nats, i) => [nats - errors[i], nats + errors[i]]),
    box,
    say.unit,
  );
  const last = means.length - 1;
  const whiskers = means
    .map((nats, i) =>
      errors[i] === 0 ? '' : `M${at(i) - 4},${y(nats - errors[i])}h8m-4,0V${y(nats + errors[i])}m-4,0h8`,
    )
    .join('');
  const [before, after] = found.at.map((i) => y(means[i]));
  return (
    <g>
      <AxisLeft scale={scale} at={box.left} label={`The model on the text: ${say.unit} per token`} ticks={4} />
      <AxisBottom
        scale={x}
        at={box.bottom}
        label="Symbols or tokens of context"
        ticks={10}
        format={nameOfContext(box)}
      />
      <path className="stroke-quiet context-length-guide" d={`M${at(found.at[0])},${before}V${box.bottom}`} />
      <path className="stroke-quiet context-length-guide" d={`M${at(found.at[0])},${before}H${at(last)}`} />
      <path className="stroke-y context-length-change" d={`M${at(last)},${before}V${after}`} />
      <path className="stroke-model" d={whiskers} />
      <g data-q="surprisal">
        <path className="stroke-model" d={polyline(means.map((nats, i) => [at(i), y(nats)]))} />
        {means.map((nats, i) => (
          <circle key={i} className="solid-model" cx={at(i)} cy={y(nats)} r={found.at.includes(i) ? 5 : 3} />
        ))}
      </g>
      <Handle
        label={params.less.label}
        x={at(found.at[0])}
        y={box.bottom - 10}
        value={shorter.indexOf(String(found.shorter) as (typeof shorter)[number])}
        min={0}
        max={last - 1}
        step={1}
        valueText={String(found.shorter)}
        toValue={(position) => x.invert(position) - 1}
        moves="less"
        onChange={(i) => set({ less: shorter[i] })}
      />
    </g>
  );
}
