import { priorOf } from './describe.ts';
import { stairs, type Columns, type figureOf } from './layout.ts';
import { letters } from './parameters.ts';
import { isOtherPrior, learnersOn, positionOf } from './state.ts';
import type { TunnelProps } from './props.ts';

export interface InFigure extends TunnelProps {
  readonly columns: Columns;
  readonly figure: ReturnType<typeof figureOf>;
}

/** A lane for each symbol: how likely it was held at each position, and a block under it where it came. */
export function Lanes({ model, values, columns, figure }: InFigure) {
  const { sequence, shown } = model;
  const { bigram, shown: displayed } = learnersOn(model, values);
  const { left, right, x, pitch } = columns;
  const { lanes, lane, narrow } = figure;
  const other = isOtherPrior(values);
  const position = positionOf(model, values);
  const block = Math.max(1.5, pitch - 0.6).toFixed(1);
  const level = (floor: number) => (p: number) => floor - lane.height * p;
  const first = narrow ? 8 : left;
  const network = first + (other ? 106 : 82);
  const legend = [
    {
      x: first,
      y: 13,
      text: other ? 'believer' : 'exact',
      className: 'wind-tunnel-key-exact',
      ink: 'ink-exact',
      q: 'p',
    },
    { x: network, y: 13, text: 'network', className: 'stroke-model', ink: 'ink-model', q: 'q' },
    ...(other
      ? [
          {
            ...(narrow ? { x: first, y: 33 } : { x: network + 104, y: 13 }),
            ...{ text: `knows better: ${priorOf(values)}`, className: 'stroke-y', ink: 'ink-y', q: undefined },
          },
        ]
      : []),
  ];
  return (
    <g>
      {legend.map((key) => (
        <g key={key.text} data-q={key.q}>
          <path className={key.className} d={`M${key.x},${key.y - 4}h22`} />
          <text className={`label ${key.ink}`} x={key.x + 27} y={key.y}>
            {key.text}
          </text>
        </g>
      ))}
      <text className="label soft" textAnchor="end" x={right} y={13}>
        {narrow || other ? '■ it came' : '■ under a band: this symbol came'}
      </text>
      {lanes.map((floor, j) => {
        const exact = stairs(
          columns,
          bigram.map((law) => level(floor)(law[j])),
        );
        const came = sequence
          .map((symbol, t) => (symbol === j ? `M${x(t).toFixed(1)},${floor + 6}h${block}` : ''))
          .join('');
        return (
          <g key={j}>
            <text className="wind-tunnel-letter" x={left - 22} y={floor - lane.height / 2 + 6}>
              {letters[j]}
            </text>
            <g className="axis">
              <path className="grid" d={`M${left},${floor - lane.height}H${right}`} />
              <path d={`M${left},${floor}H${right}`} />
              <text x={left - 5} y={floor - lane.height + 8} textAnchor="end">
                1
              </text>
              <text x={left - 5} y={floor + 3} textAnchor="end">
                0
              </text>
            </g>
            <g data-q="p">
              <path className="fill-exact" d={`${exact}V${floor}H${left}Z`} />
              <path className="wind-tunnel-exact" d={exact} />
            </g>
            {other && (
              <path
                className="stroke-y"
                d={stairs(
                  columns,
                  displayed.map((law) => level(floor)(law[j])),
                )}
              />
            )}
            {shown && (
              <path
                className="stroke-model"
                data-q="q"
                d={stairs(
                  columns,
                  shown.logs.map((logs) => level(floor)(Math.exp(logs[j]))),
                )}
              />
            )}
            <path className="wind-tunnel-came" d={came} />
            {position > 0 && sequence[position - 1] === j && (
              <path className="wind-tunnel-now" d={`M${x(position) - pitch / 2},${floor + 1}l4,-7h-8z`} />
            )}
          </g>
        );
      })}
    </g>
  );
}
