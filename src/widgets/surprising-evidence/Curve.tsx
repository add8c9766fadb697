import { range } from 'd3';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { natsPer } from '#contract/say.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { polyline } from '#kit/plot/path.ts';
import type { Box, EvidenceProps } from './props.ts';
import { linear } from '#kit/plot/linear.ts';

const ends = [0.02, 0.05, 0.1, 0.2, 0.5];

/** The part of [0, 1] that is worth showing: steps of a fixed ladder, so that a drag rarely moves the axis. */
export function chances(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const upper = ends.find((end) => most <= 0.95 * end);
  if (upper !== undefined) return [0, upper];
  const lower = ends.find((end) => 1 - least <= 0.95 * end);
  return lower === undefined ? [0, 1] : [1 - lower, 1];
}

/** The entropy of every chance of being ill, with the three beliefs on it: the average lies on the chord, and no chord is above the curve. */
export function Curve({ model, values, say, box }: EvidenceProps & { readonly box: Box }) {
  const { evidence, positive, negative } = model;
  const { prevalence } = values;
  const [from, to] = chances([prevalence, positive.posterior, negative.posterior]);
  const x = linear([from, to], [box.x, box.x + box.width]);
  const top = Math.LN2 / natsPer(say.unit);
  const y = linear([0, top], [box.y + box.height, box.y]);
  const yOf = (nats: number) => y(nats / natsPer(say.unit));
  const curve = polyline(
    range(0, 121)
      .map((i) => from + ((to - from) * i) / 120)
      .map((p) => [x(p), yOf(binaryEntropy(p))]),
  );
  const [before, average] = [yOf(evidence.entropyBefore), yOf(evidence.expectedEntropyAfter)];
  const beliefs = [
    { sign: '+', at: x(positive.posterior), up: yOf(positive.entropy) },
    { sign: '−', at: x(negative.posterior), up: yOf(negative.entropy) },
  ];
  const [plus, minus] = beliefs;
  const together = Math.hypot(plus.at - minus.at, plus.up - minus.up) < 8;
  const marks = together ? [{ ...plus, sign: '±' }] : beliefs;
  return (
    <g>
      <AxisLeft scale={y} at={box.x} label={`Uncertainty, ${say.unit}`} ticks={4} grid={box.width} />
      <AxisBottom
        scale={x}
        at={box.y + box.height}
        label="Chance of being ill"
        ticks={5}
        format={(p) => String(Number(p.toFixed(3)))}
      />
      <path className="surprising-evidence-curve" d={curve!} />
      <path className="stroke-y surprising-evidence-chord" d={polyline(beliefs.map(({ at, up }) => [at, up]))} />
      <path className="stroke-x surprising-evidence-before" d={`M${x(prevalence)},${average}V${box.y + box.height}`} />
      <path
        className="stroke-shared surprising-evidence-gain"
        data-q="mutual"
        d={`M${x(prevalence)},${before}V${average}`}
      />
      <circle className="solid-x" data-q="hx" cx={x(prevalence)} cy={before} r={5} />
      <path
        className="surprising-evidence-average"
        data-q="hxgy"
        d={`M${x(prevalence)},${average}m-5,0l5,-5l5,5l-5,5z`}
      />
      {marks.map(({ sign, at, up }) => (
        <g key={sign} transform={`translate(${at},${up})`} className="surprising-evidence-belief" data-on-lines>
          <circle r={9} />
          <text className="label strong" textAnchor="middle" dy="0.35em">
            {sign}
          </text>
        </g>
      ))}
    </g>
  );
}
