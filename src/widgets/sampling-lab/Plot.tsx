import type { Shaped } from '#theory/language-models/truncation.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { polyline } from '#kit/plot/path.ts';
import { params } from './parameters.ts';
import { curvesOf, powerOfTen, type Points } from './curves.ts';
import { axisTitles, layoutOf, margin, temperatureAt, type Label } from './layout.ts';
import type { LabProps } from './props.ts';

const { left, right } = margin;

const keys = [
  { path: 'stroke-model', quantity: 'q' },
  { path: 'sampling-lab-drawn', quantity: undefined },
  { path: 'sampling-lab-tempered', quantity: undefined },
];

function Text({ label, className }: { readonly label: Label; readonly className?: string }) {
  return (
    <text className={className} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  );
}

interface PlotProps extends LabProps {
  readonly shaped: Shaped;
  /** What can be moved in it. The cuts have a second plot, of what the likeliest have together. */
  readonly moves: 'temperature' | 'cuts';
}

/** Rank across, on a logarithmic axis; above what each token gets, below what the likeliest get together. Each setting rides on its axis. */
export function Plot({ values, width, say, set, shaped, moves }: PlotProps) {
  const { temperature, topK, topP, minP } = values;
  const n = shaped.logModel.length;
  const { model, tempered, drawn, modelTogether, drawnTogether, topKMass } = curvesOf(shaped, values);
  const { upper, lower, upperEnd, lowerEnd, height, x, y, together, handles, names, legend, cut } = layoutOf(
    shaped,
    values,
    topKMass,
    width,
    say,
  );
  const curve = (points: Points, scale: (value: number) => number) =>
    polyline(points.map(([rank, value]) => [x(Math.log10(rank)), scale(value)]));
  const largest = Math.exp(shaped.logTempered[shaped.order[0]]);
  const ofCuts = moves === 'cuts';
  const { temperature: temperatureName, ...cutNames } = names;
  const shown = ofCuts ? cutNames : { temperature: temperatureName };
  const bottom = ofCuts ? lowerEnd : upperEnd;
  const tall = ofCuts ? height : upperEnd + 44;
  const border = x(Math.log10(Math.min(n, shaped.kept + 0.5)));

  return (
    <svg viewBox={`0 0 ${width} ${tall}`} width={width} height={tall} className="sampling-lab-plot">
      {legend.map((label, i) => (
        <g key={label.text} data-q={keys[i].quantity}>
          <path className={keys[i].path} d={`M${label.x - 26},${label.y - 4}h20`} />
          <Text label={label} />
        </g>
      ))}

      {cut && (
        <g>
          <rect className="fill-quiet" x={border} y={upper.top} width={width - right - border} height={upper.height} />
          {ofCuts && (
            <rect
              className="fill-quiet"
              x={border}
              y={lower.top}
              width={width - right - border}
              height={lower.height}
            />
          )}
          <path
            className="sampling-lab-border"
            d={`M${border},${upper.top}V${upperEnd}${ofCuts ? `M${border},${lower.top}V${lowerEnd}` : ''}`}
          />
          <Text label={cut} className="soft" />
        </g>
      )}

      <AxisLeft
        scale={y}
        at={left}
        ticks={3}
        grid={width - left - right}
        label={axisTitles.upper}
        format={powerOfTen}
      />
      <path className="axis" d={`M${left},${upperEnd}H${width - right}`} />
      <path className="sampling-lab-tempered" d={curve(tempered, y)} />
      <path className="sampling-lab-drawn" d={curve(drawn, y)} />
      <path className="stroke-model" data-q="q" d={curve(model, y)} />

      <AxisBottom
        scale={x}
        at={bottom}
        ticks={4}
        label="rank of the token, 1 the likeliest"
        format={(log) => say.count(10 ** log)}
      />
      {ofCuts && (
        <>
          {' '}
          <AxisLeft scale={together} at={left} ticks={2} grid={width - left - right} label="" />
          <g className="axis">
            {/* Higher than the axis would have it: the handle of top-p needs the room. */}
            <text y={lower.top - 16}>{axisTitles.lower}</text>
          </g>
          <path className="sampling-lab-drawn" d={curve(drawnTogether, together)} />
          <path className="stroke-model" data-q="q" d={curve(modelTogether, together)} />
          {minP > 0 && <path className="sampling-lab-threshold" d={`M${left},${handles.minP.y}H${width - right}`} />}
          {topP < 1 && <path className="sampling-lab-threshold" d={`M${left},${handles.topP.y}H${width - right}`} />}
          {topK < n && (
            <path className="sampling-lab-threshold" d={`M${handles.topK.x},${lowerEnd}V${upper.top + 22}`} />
          )}
        </>
      )}
      <g data-on-lines>
        {Object.entries(shown).map(([name, label]) => (
          <Text key={name} label={label} className="sampling-lab-name" />
        ))}
      </g>
      {ofCuts ? (
        <>
          {' '}
          <Handle
            label="Min-p, the least share of the likeliest"
            orientation="vertical"
            {...handles.minP}
            value={minP}
            {...limits('minP')}
            valueText={minP > 0 ? params.minP.format(minP) : 'off'}
            toValue={(_, at) => (at > upperEnd - 4 ? 0 : 10 ** y.invert(at) / largest)}
            moves="minP"
            onChange={(next) => set({ minP: next })}
          />
          <Handle
            label="Top-p, the probability to keep"
            orientation="vertical"
            {...handles.topP}
            value={topP}
            {...limits('topP')}
            valueText={topP < 1 ? params.topP.format(topP) : 'off'}
            toValue={(_, at) => together.invert(at) / topKMass}
            moves="topP"
            onChange={(next) => set({ topP: next })}
          />
          <Handle
            label="Top-k, the number of tokens to keep"
            {...handles.topK}
            value={topK}
            {...limits('topK')}
            valueText={topK < n ? say.count(topK) : 'off'}
            toValue={(at) => Math.round(10 ** x.invert(at))}
            moves="topK"
            onChange={(next) => set({ topK: next })}
          />
        </>
      ) : (
        <Handle
          label="Temperature, by the probability of the likeliest token"
          orientation="vertical"
          {...handles.temperature}
          value={temperature}
          {...limits('temperature')}
          toValue={(_, at) => temperatureAt(y.invert(Math.min(at, upperEnd)), shaped)}
          moves="temperature"
          onChange={(next) => set({ temperature: next })}
        />
      )}
    </svg>
  );
}

function limits(name: 'temperature' | 'topK' | 'topP' | 'minP') {
  const { min, max, step } = params[name];
  return { min, max, step };
}
