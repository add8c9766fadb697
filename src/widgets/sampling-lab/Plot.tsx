import { line, scaleLinear } from 'd3';
import type { Shaped } from '#theory/truncation.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { params } from './parameters.ts';
import { curvesOf, floor, powerOfTen } from './curves.ts';
import type { LabProps } from './View.tsx';

const left = 52;
const right = 20;
/** Handles stand beside their axis, clear of its numbers. */
const beside = 10;
const gap = 46;

/** Rank across, on a logarithmic axis; above what each token gets, below what the likeliest get together. Each cut rides on its axis. */
export function Plot({ values, width, say, set, shaped }: LabProps & { readonly shaped: Shaped }) {
  const { temperature, topK, topP, minP } = values;
  const n = shaped.logModel.length;
  const { model, tempered, drawn, modelTogether, drawnTogether, topKMass } = curvesOf(shaped, values);
  const legendRows = width < 540 && temperature !== 1 ? 2 : 1;
  const upper = { top: 22 + 18 * legendRows + 22, height: width < 460 ? 150 : 190 };
  const lower = { top: upper.top + upper.height + gap, height: width < 460 ? 100 : 120 };
  const height = lower.top + lower.height + 44;
  const [upperEnd, lowerEnd] = [upper.top + upper.height, lower.top + lower.height];

  const x = scaleLinear([0, Math.log10(n)], [left, width - right]);
  const y = scaleLinear([floor, 0], [upperEnd, upper.top]);
  const together = scaleLinear([0, 1], [lowerEnd, lower.top]);
  const above = line<readonly [number, number]>(
    ([rank]) => x(Math.log10(rank)),
    ([, log]) => y(log),
  ).digits(1);
  const below = line<readonly [number, number]>(
    ([rank]) => x(Math.log10(rank)),
    ([, sum]) => together(sum),
  ).digits(1);

  const largest = Math.exp(shaped.logTempered[shaped.order[0]]);
  const minPLog = minP > 0 ? Math.max(floor, Math.log10(minP * largest)) : floor;
  // Above what top-k has left, top-p cuts nothing more.
  const topPAt = together(topP < 1 ? topP * topKMass : 1);
  const isCut = shaped.kept < n;
  const border = x(Math.log10(Math.min(n, shaped.kept + 0.5)));
  const rankAt = (at: number) => Math.round(10 ** x.invert(at));
  const topKAt = x(Math.log10(topK));
  const legend = [
    { name: 'the model', path: 'stroke-model' },
    { name: 'what is drawn from', path: 'sampling-lab-drawn' },
    ...(temperature === 1 ? [] : [{ name: 'at this temperature, before a cut', path: 'sampling-lab-tempered' }]),
  ];
  const across = [0, 108, legendRows === 2 ? 0 : 268];

  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="sampling-lab-plot">
      {legend.map(({ name, path }, i) => (
        <g key={name} transform={`translate(${across[i] + 2},${14 + (i === 2 && legendRows === 2 ? 18 : 0)})`}>
          <path className={path} d="M0,-4H20" />
          <text x={26}>{name}</text>
        </g>
      ))}

      {isCut && (
        <g>
          <rect className="fill-quiet" x={border} y={upper.top} width={width - right - border} height={upper.height} />
          <rect className="fill-quiet" x={border} y={lower.top} width={width - right - border} height={lower.height} />
          <path
            className="sampling-lab-border"
            d={`M${border},${upper.top}V${upperEnd}M${border},${lower.top}V${lowerEnd}`}
          />
          {border < width - right - 90 ? (
            <text x={border + 6} y={upper.top + 15} className="sampling-lab-cut">
              cut: {say.count(n - shaped.kept)} tokens
            </text>
          ) : (
            <text x={border - 6} y={upper.top + 15} textAnchor="end" className="sampling-lab-cut">
              cut: {say.count(n - shaped.kept)} tokens
            </text>
          )}
        </g>
      )}

      <AxisLeft
        scale={y}
        at={left}
        ticks={3}
        grid={width - left - right}
        label="probability of a token"
        format={powerOfTen}
      />
      <path className="axis" d={`M${left},${upperEnd}H${width - right}`} />
      {temperature !== 1 && <path className="sampling-lab-tempered" d={above(tempered)!} />}
      <path className="sampling-lab-drawn" d={above(drawn)!} />
      <path className="stroke-model" d={above(model)!} />

      <AxisLeft scale={together} at={left} ticks={2} grid={width - left - right} label="" />
      <g className="axis">
        {/* Higher than the axis would have it: the handle of top-p needs the room. */}
        <text y={lower.top - 16}>of the likeliest together</text>
      </g>
      <AxisBottom
        scale={x}
        at={lowerEnd}
        ticks={4}
        label="rank of the token, 1 the likeliest"
        format={(log) => say.count(10 ** log)}
      />
      <path className="sampling-lab-drawn" d={below(drawnTogether)!} />
      <path className="stroke-model" d={below(modelTogether)!} />

      {minP > 0 && <path className="sampling-lab-threshold" d={`M${left},${y(minPLog)}H${width - right}`} />}
      {topP < 1 && <path className="sampling-lab-threshold" d={`M${left},${topPAt}H${width - right}`} />}
      {topK < n && <path className="sampling-lab-threshold" d={`M${topKAt},${lowerEnd}V${upper.top + 22}`} />}
      <text className="sampling-lab-name" x={left + beside + 13} y={Math.max(upper.top + 30, y(minPLog) - 7)}>
        min-p {minP > 0 ? params.minP.format(minP) : 'off'}
      </text>
      <text className="sampling-lab-name" x={left + beside + 13} y={topPAt + 17}>
        top-p {topP < 1 ? params.topP.format(topP) : 'off'}
      </text>
      <text
        className="sampling-lab-name"
        x={topKAt + (topKAt > width / 2 ? -14 : 14)}
        y={lowerEnd - 8}
        textAnchor={topKAt > width / 2 ? 'end' : 'start'}
      >
        top-k {topK < n ? say.count(topK) : 'off'}
      </text>
      <Handle
        label="Min-p, the least share of the likeliest"
        orientation="vertical"
        x={left + beside}
        y={y(minPLog)}
        value={minP}
        {...limits('minP')}
        valueText={minP > 0 ? params.minP.format(minP) : 'off'}
        toValue={(_, at) => (at > upperEnd - 4 ? 0 : 10 ** y.invert(at) / largest)}
        onChange={(next) => set({ minP: next })}
      />
      <Handle
        label="Top-p, the probability to keep"
        orientation="vertical"
        x={left + beside}
        y={topPAt}
        value={topP}
        {...limits('topP')}
        valueText={topP < 1 ? params.topP.format(topP) : 'off'}
        toValue={(_, at) => together.invert(at) / topKMass}
        onChange={(next) => set({ topP: next })}
      />
      <Handle
        label="Top-k, the number of tokens to keep"
        x={topKAt}
        y={lowerEnd}
        value={topK}
        {...limits('topK')}
        valueText={topK < n ? say.count(topK) : 'off'}
        toValue={(at) => rankAt(at)}
        onChange={(next) => set({ topK: next })}
      />
    </svg>
  );
}

function limits(name: 'topK' | 'topP' | 'minP') {
  const { min, max, step } = params[name];
  return { min, max, step };
}
