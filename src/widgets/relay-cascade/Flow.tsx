import { Handle } from '#kit/plot/Handle.tsx';
import { letters } from './chain.ts';
import { barWidth, layoutFlow } from './layout.ts';
import { params, relayNumbers, relaysOf } from './parameters.ts';
import type { RelayProps } from './props.ts';

interface FlowProps extends RelayProps {
  readonly top: number;
  readonly height: number;
  /** Paint of everything that started as a 0. */
  readonly hatch: string;
}

/** Stations with their letters, and between them ribbons as wide as they are likely, dark where X was 1. */
export function Flow({ model, values, say, set, width, top, height, hatch }: FlowProps) {
  const relays = relaysOf(values);
  const { columns, segments, names, ribbons, splits } = layoutFlow(model, relays, width, top, height);
  return (
    <g>
      <Key hatch={hatch} />
      {relays.map(({ kind, rate }, k) => (
        <text key={k} className="relay-cascade-small" textAnchor="middle" y={top - 31}>
          <tspan x={(columns[k] + columns[k + 1]) / 2}>{kind}</tspan>
          <tspan className="value soft" x={(columns[k] + columns[k + 1]) / 2} dy={14}>
            {say.number(rate, 2)}
          </tspan>
        </text>
      ))}
      {ribbons.map(({ key, x, path }) => (
        <path key={key} d={path} className={x === 1 ? 'solid-x relay-cascade-ribbon' : 'fill-x'} />
      ))}
      {segments.map(({ station, letter, x, top: y, height: tall }) => {
        const box = { x: columns[station] - barWidth / 2, y, width: barWidth, height: tall };
        return x === 1 ? (
          <rect key={`${station}-${letter}-1`} className="solid-x" {...box} />
        ) : (
          <g key={`${station}-${letter}-0`}>
            <rect {...box} fill={hatch} />
            <rect className="stroke-x relay-cascade-edge" {...box} />
          </g>
        );
      })}
      {splits.map(
        (split, k) =>
          split && (
            <Handle
              key={k}
              {...handleOf(k)}
              value={relays[k].rate}
              x={split.left}
              y={split.y}
              orientation="vertical"
              toValue={(_x, y) => split.toRate(y)}
              moves={`noise${relayNumbers[k]}`}
              onChange={(rate) => set({ [`noise${relayNumbers[k]}`]: rate })}
            />
          ),
      )}
      {names.map(({ station, letter, y }) => (
        <g
          key={`${station}-${letter}`}
          transform={`translate(${columns[station]},${y})`}
          className="relay-cascade-letter"
          data-on-lines
        >
          <circle r={9} />
          <text className="label strong" textAnchor="middle" dy="0.35em">
            {letters[letter]}
          </text>
        </g>
      ))}
    </g>
  );
}

function handleOf(k: number) {
  const { label, min, max, step } = params[`noise${relayNumbers[k]}`];
  return { label, min, max, step };
}

function Key({ hatch }: { readonly hatch: string }) {
  return (
    <g>
      <rect x={15} y={3} width={14} height={14} fill={hatch} />
      <rect x={15} y={3} width={14} height={14} className="stroke-x relay-cascade-edge" />
      <text className="label" x={36} y={15}>
        X was 0
      </text>
      <rect x={107} y={3} width={14} height={14} className="solid-x" />
      <text className="label" x={128} y={15}>
        X was 1
      </text>
    </g>
  );
}
