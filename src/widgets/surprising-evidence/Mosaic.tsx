import { Handle } from '#kit/plot/Handle.tsx';
import { params } from './screening.ts';
import type { Box, EvidenceProps } from './props.ts';

interface MosaicProps extends EvidenceProps {
  readonly box: Box;
  /** Paint over everybody who tests positive. */
  readonly hatch: string;
}

/** Two heights at least `apart` from each other and within the box, as near as can be to where they belong. */
function spread(upper: number, lower: number, top: number, bottom: number, apart: number): [number, number] {
  const middle = Math.min(bottom - apart / 2, Math.max(top + apart / 2, (upper + lower) / 2));
  if (lower - upper >= apart) return [Math.max(top, upper), Math.min(bottom, lower)];
  return [middle - apart / 2, middle + apart / 2];
}

const range = (key: keyof typeof params) => {
  const { label, min, max, step } = params[key];
  return { label, min, max, step };
};

/** Everybody, as areas: the ill on the left, the healthy on the right, those who test positive hatched on top. */
export function Mosaic({ model, values, say, set, width: frame, box, hatch }: MosaicProps) {
  const { people } = model;
  const { x, y, width, height } = box;
  const { prevalence, sensitivity, specificity } = values;
  const edge = x + width * prevalence;
  const illSplit = y + height * sensitivity;
  const healthySplit = y + height * (1 - specificity);
  const [right, bottom] = [x + width, y + height];
  const areas = [
    { key: 'truePositives', x, y, width: edge - x, height: illSplit - y, ill: true, positive: true },
    { key: 'falseNegatives', x, y: illSplit, width: edge - x, height: bottom - illSplit, ill: true, positive: false },
    { key: 'falsePositives', x: edge, y, width: right - edge, height: healthySplit - y, ill: false, positive: true },
    {
      key: 'trueNegatives',
      x: edge,
      y: healthySplit,
      width: right - edge,
      height: bottom - healthySplit,
      ill: false,
      positive: false,
    },
  ];
  const [illUp, illDown] = spread((y + illSplit) / 2, (illSplit + bottom) / 2, y + 14, bottom - 20, 46);
  const [healthyUp, healthyDown] = spread((y + healthySplit) / 2, (healthySplit + bottom) / 2, y + 14, bottom - 20, 46);
  const side = (count: number, word: string, at: number, left: boolean) => (
    <text className="label" textAnchor={left ? 'end' : 'start'} x={left ? x - 16 : right + 16} y={at}>
      <tspan className="value strong">{say.count(count)}</tspan>
      <tspan className="soft" x={left ? x - 16 : right + 16} dy={15}>
        {word}
      </tspan>
    </text>
  );
  const sentence = (at: number, all: number, word: string, ill: number, share: number) => (
    <text className="label" x={frame / 2} y={at} textAnchor="middle">
      {all === 0 ? (
        `Almost nobody is ${word}`
      ) : (
        <>
          Of {say.count(all)} {word}s <tspan className="strong">{say.count(ill)}</tspan> are ill
        </>
      )}
      {frame >= 320 && `: a chance of ${say.probability(share)}`}
    </text>
  );
  return (
    <g>
      <text className="label" x={x} y={y - 12} textAnchor="end" dx={-16}>
        <tspan className="strong value">{say.count(people.ill)}</tspan> ill
      </text>
      <text className="label soft" x={x + width / 2} y={y - 12} textAnchor="middle">
        {say.count(people.all)} people
      </text>
      <text className="label" x={frame} y={y - 12} textAnchor="end">
        <tspan className="strong value">{say.count(people.healthy)}</tspan> well
      </text>
      {areas.map(({ key, ill, positive, ...area }) => (
        <g key={key}>
          <rect {...area} className={ill ? 'solid-x surprising-evidence-ill' : 'fill-x surprising-evidence-healthy'} />
          {positive && <rect {...area} fill={hatch} />}
        </g>
      ))}
      <path
        className="surprising-evidence-split"
        d={`M${x},${illSplit}H${edge}M${edge},${healthySplit}H${right}M${edge},${y}V${bottom}`}
      />
      {side(people.truePositives, 'positive', illUp, true)}
      {side(people.falseNegatives, 'negative', illDown, true)}
      {side(people.falsePositives, 'positive', healthyUp, false)}
      {side(people.trueNegatives, 'negative', healthyDown, false)}
      {sentence(bottom + 34, people.positives, 'positive', people.truePositives, model.positive.posterior)}
      {sentence(bottom + 53, people.negatives, 'negative', people.falseNegatives, model.negative.posterior)}
      <Handle
        {...range('prevalence')}
        value={prevalence}
        x={edge}
        y={bottom}
        toValue={(at) => (at - x) / width}
        moves="prevalence"
        onChange={(value) => set({ prevalence: value })}
      />
      <Handle
        {...range('sensitivity')}
        value={sensitivity}
        x={x}
        y={illSplit}
        orientation="vertical"
        toValue={(_, at) => (at - y) / height}
        moves="sensitivity"
        onChange={(value) => set({ sensitivity: value })}
      />
      <Handle
        {...range('specificity')}
        value={specificity}
        x={right}
        y={healthySplit}
        orientation="vertical"
        toValue={(_, at) => 1 - (at - y) / height}
        moves="specificity"
        onChange={(value) => set({ specificity: value })}
      />
    </g>
  );
}
