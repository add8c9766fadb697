import type { Say } from '#contract/say.ts';
import { natsPer } from '#contract/say.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import { sayTimes } from './describe.ts';
import { layoutOf, ticksOf, type Label } from './layout.ts';
import type { Group, Mark, Report as Numbers } from './report.ts';
import { linear } from '#kit/plot/linear.ts';
import { tenth } from '#kit/plot/path.ts';

const wrong: ReadonlySet<Group> = new Set(['average', 'base']);
/** Perplexities of the model; a wrong number is none, and the other reader is another model. */
const ofModel: ReadonlySet<Group> = new Set(['right', 'unit', 'question', 'context']);

const classOf: Record<Label['role'], string> = {
  group: 'perplexity-lab-group',
  name: 'label',
  value: 'label value',
  times: 'label value soft',
  rate: 'label value',
};

function Text({ label, strong }: { readonly label: Label; readonly strong?: boolean }) {
  return (
    <text
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
      className={strong ? 'ink-model value' : classOf[label.role]}
      data-on-lines
    >
      {label.text}
    </text>
  );
}

const tickText = (nats: number, say: Say) => {
  const x = perplexity(nats);
  return x < 10 ? say.number(x, 0) : x < 1e6 ? say.count(x) : say.perplexity(nats).replace('1.0 × ', '');
};

interface ReportProps {
  readonly numbers: Numbers;
  readonly width: number;
  readonly say: Say;
}

/** Every number that was called the perplexity of the text, on one logarithmic axis; a line runs from the right one to it. */
export function Report({ numbers: { marks }, width, say }: ReportProps) {
  const right = marks[0];
  const said = (mark: Mark) => ({
    value: say.perplexity(mark.nats),
    times: mark === right ? '' : sayTimes(mark.nats - right.nats, say),
    rate: mark.perByte === undefined ? '' : say.amount(mark.perByte, 2),
  });
  const { rows, groups, track, headings, top, height } = layoutOf(marks, said, say.unit, width);
  const most = Math.max(2 * natsPer('bits'), ...marks.map(({ nats }) => nats)) * 1.03;
  const x = linear([0, most], [track.from, track.to]);
  const at = tenth(x(right.nats));
  const roomy = rows[0].labels.length > 3;
  const axis = roomy ? top - 12 : top - 2;
  return (
    <svg
      className="perplexity-lab-report"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label="What is reported as the perplexity of the text, on a logarithmic axis; the table has the numbers"
    >
      <g className="axis">
        <text className="axis-label" x={roomy ? track.from : 0} y={14}>
          {roomy ? 'perplexity, logarithmic' : 'logarithmic axis'}
        </text>
        {ticksOf(most, track.to - track.from).map((nats) => (
          <g key={nats} transform={`translate(${tenth(x(nats))},${axis})`}>
            <path className="grid" d={`M0,4V${height - axis}`} />
            <text textAnchor="middle">{tickText(nats, say)}</text>
          </g>
        ))}
      </g>
      <path className="perplexity-lab-right" d={`M${at},${axis + 4}V${height}`} />
      {headings.map((label) => (
        <text
          key={label.role}
          className="soft label"
          data-on-lines
          data-q={label.role === 'value' ? 'perplexity' : undefined}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
      {groups.map((label) => (
        <Text key={label.text} label={label} />
      ))}
      {rows.map(({ mark, y, labels }) => {
        const to = x(mark.nats);
        return (
          <g key={mark.id} data-q={ofModel.has(mark.group) ? 'perplexity' : undefined}>
            {labels.map((label) => (
              <Text key={label.role} label={label} strong={mark === right && label.role !== 'times'} />
            ))}
            {mark !== right && <path className="perplexity-lab-stem" d={`M${at},${y}H${tenth(to)}`} />}
            {wrong.has(mark.group) ? (
              <path className="perplexity-lab-wrong" d={`M${tenth(to - 4.5)},${y - 4.5}l9,9m0,-9l-9,9`} />
            ) : (
              <circle
                className={mark === right ? 'solid-model' : mark.group === 'reader' ? 'perplexity-lab-other' : 'perplexity-lab-own'} // prettier-ignore
                cx={tenth(to)}
                cy={y}
                r={mark === right ? 6 : 5}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
