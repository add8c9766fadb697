import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { polyline } from '#kit/plot/path.ts';
import { nameOfContext, scaleOfContexts, scaleOfNats, type Box } from './layout.ts';
import { contexts } from './source.ts';
import type { ContextProps } from './View.tsx';

/** What the next symbol of a known source costs: whoever knows it, and somebody who believes something else. */
export function SourcePanel({ model, values, say, box }: ContextProps & { readonly box: Box }) {
  const { exact, believer, rate } = model.source;
  const x = scaleOfContexts(box);
  const { scale, y } = scaleOfNats([rate, ...exact, ...believer], box, say.unit);
  const last = contexts.length - 1;
  const curve = (nats: readonly number[]) => polyline(nats.map((amount, i) => [x(i), y(amount)]));
  const { first, second } = values;
  return (
    <g>
      <AxisLeft scale={scale} at={box.left} label={`A known source: ${say.unit} per symbol`} ticks={4} />
      <AxisBottom scale={x} at={box.bottom} label="" ticks={10} format={nameOfContext(box)} />
      <path
        className="stroke-exact context-length-rate"
        data-q="entropy-rate"
        d={`M${box.left},${y(rate)}H${box.right}`}
      />
      <text className="label ink-exact" data-q="entropy-rate" x={box.left + 6} y={y(rate) + 15}>
        entropy rate
      </text>
      <g data-q="cross-entropy">
        <path className="stroke-model" d={curve(believer)} />
        {believer.map((nats, i) => (
          <circle key={i} className="solid-model" cx={x(i)} cy={y(nats)} r={3} />
        ))}
        <text className="label ink-model" x={x(last) + 8} y={y(believer[last]) - 10} textAnchor="end">
          {box.right < 480
            ? 'to the believer'
            : `to a believer in ${first === second ? first : `${first} and ${second}`}`}
        </text>
      </g>
      <g data-q="next-given-past">
        <path className="stroke-exact context-length-exact" d={curve(exact)} />
        {exact.map((nats, i) => (
          <path key={i} className="solid-exact" d={`M${x(i)},${y(nats)}m-4.5,0l4.5,-4.5l4.5,4.5l-4.5,4.5z`} />
        ))}
        <text className="label ink-exact" x={x(last) + 8} y={y(exact[last]) + 17} textAnchor="end">
          to one who knows it
        </text>
      </g>
    </g>
  );
}
