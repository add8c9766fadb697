import { isComplete } from '#contract/reading.ts';
import { natsPer } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { tenth } from '#kit/plot/path.ts';
import { namedText } from '#kit/reading/cells.ts';
import { cutsInUse, strideOf, windowsPerToken } from './parameters.ts';
import { nameOfWindows, type Report } from './report.ts';
import type { Props } from './props.ts';
import { stretchesOf } from './windows.ts';
import { linear } from '#kit/plot/linear.ts';

const margin = { left: 34, right: 10 };
const handles = 34;
const bars = { top: 52, bottom: 150 };
const promptAt = 168;
/** Windows that follow each other are set apart by `gap` pixels, or by a third of their length if that is less. */
const brackets = { label: 200, top: 212, row: 8, gap: 3 };
/** More windows than this are a gray band: the first ones show the pattern. */
const mostBrackets = 600;

/** Means of as many tokens as share two pixels, as one outline of bars. */
function barsOf(costs: readonly number[], x: (token: number) => number, y: (nats: number) => number): string {
  const size = Math.max(1, Math.ceil(2 / (x(1) - x(0))));
  const gap = x(1) - x(0) > 3 ? 0.6 : 0;
  const base = tenth(y(0));
  let path = `M${tenth(x(0))},${base}`;
  for (let t = 0; t < costs.length; t += size) {
    const end = Math.min(costs.length, t + size);
    let sum = 0;
    for (let i = t; i < end; i++) sum += costs[i];
    path += `V${tenth(y(sum / (end - t)))}H${tenth(x(end) - gap)}${gap > 0 ? `V${base}h${gap}` : ''}`;
  }
  return `${path}V${base}z`;
}

interface StripProps extends Props {
  readonly numbers: Report;
  /** What can be moved in it: the cuts between batches, or the end of the prompt, with the windows below. */
  readonly moves: 'cuts' | 'prompt';
}

/** The text from its first token to its last: surprisals, batches, and either their cuts or the prompt and the windows. */
export function Strip({ values, model, width, set, say, numbers, moves }: StripProps) {
  const { costs, cuts, batches, mean } = numbers;
  const { reading } = model;
  const tokens = costs.length;
  const x = linear([0, tokens], [margin.left, width - margin.right]);
  const unit = natsPer(say.unit);
  const top = Math.max(4, ...costs.map((nats) => nats / unit));
  const y = linear([0, top], [bars.bottom, bars.top]);
  const level = (nats: number) => y(nats / unit);
  const ofCuts = moves === 'cuts';
  // Without cuts there is nothing above the bars.
  const above = ofCuts ? 0 : bars.top - 10;
  const inUse = ofCuts ? cutsInUse(values) : [];
  const ofText = values.source === 'text';
  const stretches =
    !ofCuts && ofText && isComplete(reading) ? stretchesOf(tokens, Number(values.window), strideOf(values)) : [];
  const rows = Math.min(windowsPerToken(values), stretches.length);
  const height = ofCuts
    ? bars.bottom + 10
    : stretches.length > 0
      ? brackets.top + rows * brackets.row + 6
      : promptAt + 14;
  const beginning = (token: number) =>
    ofText && token < reading.ids.length
      ? `before ${namedText(reading.text.slice(reading.starts[token], reading.ends[token]))}, token ${token}`
      : `before token ${token}`;
  const toToken = (at: number) => x.invert(at);
  const prompt = Math.min(values.prompt, tokens);
  const edges = [0, ...cuts, tokens];
  const drawn = stretches.slice(0, mostBrackets);
  const gap = Math.min(brackets.gap, (x(Number(values.window)) - x(0)) / 3);
  const rowOf = (k: number) => brackets.top + (k % rows) * brackets.row + 2;
  const promptLeft = x(prompt) > width - 110;
  return (
    <svg
      className="perplexity-lab-strip"
      viewBox={`0 ${above} ${width} ${height - above}`}
      width={width}
      height={height - above}
    >
      {batches.map((batch, b) => {
        const [from, to] = [x(edges[b]), x(edges[b + 1])];
        const label = say.perplexity(batch.mean);
        return (
          <g key={b}>
            {b % 2 === 1 && (
              <path
                className="perplexity-lab-batch"
                d={`M${tenth(from)},${bars.top}H${tenth(to)}V${bars.bottom}H${tenth(from)}z`}
              />
            )}
            {ofCuts && to - from > label.length * 7 + 8 && (
              <text x={tenth((from + to) / 2)} y={14} textAnchor="middle" className="label value" data-q="perplexity">
                {label}
              </text>
            )}
          </g>
        );
      })}
      <AxisLeft scale={y} at={margin.left} ticks={3} label="" />
      <path
        d={barsOf(costs, x, level)}
        className="perplexity-lab-costs solid-model"
        data-q="surprisal"
        opacity={0.45}
      />
      <path className="perplexity-lab-mean" data-q="surprisal" d={`M${x(0)},${tenth(level(mean))}H${x(tokens)}`} />
      <path
        className="perplexity-lab-means"
        d={batches
          .map((batch, b) => `M${tenth(x(edges[b]))},${tenth(level(batch.mean))}H${tenth(x(edges[b + 1]))}`)
          .join('')}
      />
      {!ofCuts && (
        <>
          <path className="perplexity-lab-prompt" d={`M${x(0)},${promptAt}H${tenth(x(prompt))}V${bars.top}`} />
          <text
            x={promptLeft ? x(prompt) - 14 : x(prompt) + 14}
            y={promptLeft ? promptAt - 6 : promptAt + 4}
            textAnchor={promptLeft ? 'end' : 'start'}
            className="soft label"
          >
            {prompt === 0 ? 'no prompt' : 'prompt ends'}
          </text>
        </>
      )}
      {stretches.length > 0 && (
        <>
          <text x={0} y={brackets.label} className="soft label">
            {`${nameOfWindows(values)}: ${say.count(stretches.length)} of them; thick: scored`}
          </text>
          <path
            className="perplexity-lab-given"
            d={drawn
              .map(
                ({ start, to }, k) => `M${tenth(x(Math.max(0, start)))},${rowOf(k) + 2.5}v-5H${tenth(x(to) - gap)}v5`,
              )
              .join('')}
          />
          <path
            className="perplexity-lab-scored"
            d={drawn.map(({ from, to }, k) => `M${tenth(x(from))},${rowOf(k)}H${tenth(x(to) - gap)}`).join('')}
          />
        </>
      )}
      {inUse.map((name, c) => {
        const cut = Math.min(values[name], tokens - 1);
        return (
          cut >= 1 && (
            <g key={name}>
              <path className="perplexity-lab-cut" d={`M${tenth(x(cut))},${handles}V${bars.bottom}`} />
              <Handle
                label={`Cut ${c + 1}`}
                x={x(cut)}
                y={handles}
                value={cut}
                min={1}
                max={tokens - 1}
                step={1}
                valueText={beginning(cut)}
                toValue={toToken}
                moves={name}
                onChange={(value) => set({ [name]: value })}
              />
            </g>
          )
        );
      })}
      {!ofCuts && (
        <Handle
          label="End of the prompt"
          x={x(prompt)}
          y={promptAt}
          value={prompt}
          min={0}
          max={tokens}
          step={1}
          valueText={beginning(prompt)}
          toValue={toToken}
          moves="prompt"
          onChange={(value) => set({ prompt: value })}
        />
      )}
    </svg>
  );
}
