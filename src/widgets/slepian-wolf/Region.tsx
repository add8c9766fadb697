import { scaleLinear } from 'd3';
import { Handle } from '#kit/plot/Handle.tsx';
import { rateShortfall } from '#theory/codes/slepian-wolf.ts';
import { ratesOf } from './code.ts';
import { params } from './parameters.ts';
import type { WordsProps } from './props.ts';

/** What X is worth, parted in two amounts: what is sent, and what Y tells already. No bit of X is in either by itself. */
export function Saving({ model, say, width }: WordsProps) {
  const { places, message, region } = model;
  const pitch = Math.min(32, width / 7);
  const shared = region.corners[1].rateX - region.leastX;
  const [sent, whole] = [message.length * pitch, places * pitch];
  return (
    <g>
      <text className="label" x={0} y={13}>
        <tspan className="ink-x" data-q="hxgy">
          Sent
        </tspan>
        , and{' '}
        <tspan className="ink-shared" data-q="mutual">
          told by Y already
        </tspan>
      </text>
      <rect className="solid-x" data-q="hxgy" x={1} y={24} width={sent - 1} height={16} />
      <rect
        className="fill-shared slepian-wolf-shared"
        data-q="mutual"
        x={sent}
        y={24}
        width={whole - sent - 1}
        height={16}
      />
      <text className="slepian-wolf-small value ink-x" data-q="hxgy" x={1} y={58}>
        {say.amount(region.leastX)}
      </text>
      <text className="slepian-wolf-small value ink-shared" data-q="mutual" x={sent + 1} y={58}>
        {say.information(shared)}
      </text>
      <text className="slepian-wolf-small ink-shared" data-q="mutual" x={Math.min(sent + 1, width - 150)} y={74}>
        of no digit in particular
      </text>
    </g>
  );
}

interface RegionProps extends WordsProps {
  readonly box: { readonly x: number; readonly y: number; readonly size: number };
}

/** Which rates are enough, whatever the code: the shaded region, and the point that the reader has set. */
export function Region({ model, values, set, say, box }: RegionProps) {
  const { places, region } = model;
  const most = places + 1;
  const [left, bottom] = [box.x + 44, box.y + 20 + box.size];
  const x = scaleLinear([0, most], [left, left + box.size]).clamp(true);
  const y = scaleLinear([0, most], [bottom, bottom - box.size]).clamp(true);
  // Rates of parameters are in bits, those of the theory in nats.
  const [xOf, yOf] = [(nats: number) => x(nats / Math.LN2), (nats: number) => y(nats / Math.LN2)];
  const [first, second] = region.corners;
  const [pointX, pointY] = [x(values.rateX), y(values.rateY)];
  const short = rateShortfall(ratesOf(values), region);
  const enough = short.x + short.y + short.sum === 0;
  // The two words are alike: on each axis what the other leaves open, and the whole.
  const ticks = [
    { nats: region.leastX, onX: 'hxgy', onY: 'hygx' },
    { nats: first.rateY, onX: 'hx', onY: 'hy' },
  ];
  /** Off the axis below, and below the word at the top. */
  const sideOf = (at: number) => (at > bottom - 40 ? -14 : at < bottom - box.size + 40 ? 42 : 22);
  // A rate that the axes do not reach is drawn at their end and named there.
  const beyond = { rateX: values.rateX > most, rateY: values.rateY > most };
  const handle = (key: 'rateX' | 'rateY') => ({
    label: params[key].label,
    min: 0,
    max: most,
    step: params[key].step,
    valueText: beyond[key] ? `${params[key].format(values[key])} bits, beyond the axis` : undefined,
  });
  return (
    <g>
      <g className="axis">
        <text x={left - 44} y={box.y + 4}>
          Rate of Y, {say.unit}
        </text>
        <text x={left + box.size / 2} y={bottom + 46} textAnchor="middle">
          Rate of X, {say.unit}
        </text>
        <path d={`M${left},${y(most)}V${bottom}H${x(most)}`} />
        {ticks.map(({ nats, onX, onY }) => (
          <g key={nats}>
            <path className="grid" d={`M${xOf(nats)},${bottom}V${y(most)}M${left},${yOf(nats)}H${x(most)}`} />
            <text data-q={onX} x={xOf(nats)} y={bottom + 28} textAnchor="middle">
              {say.amount(nats, 2)}
            </text>
            <text data-q={onY} x={left - 12} y={yOf(nats)} dy="0.32em" textAnchor="end">
              {say.amount(nats, 2)}
            </text>
          </g>
        ))}
      </g>
      <path
        className="fill-exact"
        d={`M${xOf(first.rateX)},${y(most)}V${yOf(first.rateY)}L${xOf(second.rateX)},${yOf(second.rateY)}H${x(most)}V${y(most)}Z`}
      />
      <path
        className="stroke-exact slepian-wolf-edge"
        d={`M${xOf(first.rateX)},${y(most)}V${yOf(first.rateY)}L${xOf(second.rateX)},${yOf(second.rateY)}H${x(most)}`}
      />
      <path
        className="stroke-exact slepian-wolf-edge"
        data-q="hxy"
        d={`M${xOf(first.rateX)},${yOf(first.rateY)}L${xOf(second.rateX)},${yOf(second.rateY)}`}
      />
      <text className="label ink-exact" x={x(most) - 8} y={y(most) + 18} textAnchor="end">
        enough
      </text>
      <path className="slepian-wolf-guide" d={`M${pointX},${bottom}V${pointY}H${left}`} />
      <circle className="slepian-wolf-code" cx={xOf(first.rateX)} cy={yOf(first.rateY)} r={9} />
      <path
        className={enough ? 'slepian-wolf-point' : 'slepian-wolf-point is-outside'}
        d={`M${pointX},${pointY}m-6,0l6,-6l6,6l-6,6z`}
      />
      <g className="label value fig-halo" data-on-lines>
        {beyond.rateY && (
          <text
            x={pointX + (pointX > left + 70 ? -12 : 12)}
            y={pointY + 4}
            textAnchor={pointX > left + 70 ? 'end' : 'start'}
          >
            {say.amount(ratesOf(values).rateY, 2)} ↑
          </text>
        )}
        {beyond.rateX && (
          <text x={pointX - 12} y={pointY + sideOf(pointY)} textAnchor="end">
            {say.amount(ratesOf(values).rateX, 2)} →
          </text>
        )}
      </g>
      <Handle
        {...handle('rateX')}
        x={pointX}
        y={bottom}
        value={Math.min(most, values.rateX)}
        toValue={(at) => x.invert(at)}
        moves="rateX"
        onChange={(rateX) => set({ rateX })}
      />
      <Handle
        {...handle('rateY')}
        x={left}
        y={pointY}
        value={Math.min(most, values.rateY)}
        orientation="vertical"
        toValue={(_, at) => y.invert(at)}
        moves="rateY"
        onChange={(rateY) => set({ rateY })}
      />
      <g className="label" transform={`translate(${box.x},${bottom + 76})`}>
        <path className="slepian-wolf-point" d="M2,-4l6,-6l6,6l-6,6z" />
        <text x={22}>the rates that you set</text>
        <circle className="slepian-wolf-code" cx={8} cy={18} r={7} />
        <text x={22} y={22}>
          the code shown here
        </text>
      </g>
      <Verdict {...{ model, values, say }} x={box.x} y={bottom + 130} short={short} />
    </g>
  );
}

interface VerdictProps extends Pick<WordsProps, 'model' | 'values' | 'say'> {
  readonly x: number;
  readonly y: number;
  readonly short: ReturnType<typeof rateShortfall>;
}

/** What the point means. */
function Verdict({ model, values, say, x, y, short }: VerdictProps) {
  const { rateX, rateY } = ratesOf(values);
  const { region } = model;
  const spare = rateX + rateY - region.leastSum;
  const bound = (rate: string, nats: number) => `${rate} must be at least ${say.amount(nats, 2)}.`;
  const said =
    short.x > 0
      ? ['Too little for X:', bound('its rate', region.leastX)]
      : short.y > 0
        ? ['Too little for Y:', bound('its rate', region.leastY)]
        : short.sum > 0
          ? ['Too little in all:', bound('the sum', region.leastSum)]
          : [
              `Enough: ${say.information(rateX + rateY, 2)} in all,`,
              spare > 1e-9 ? `${say.amount(spare, 2)} more than needed.` : 'and fewer would not do.',
            ];
  return (
    <text className="label value" x={x} y={y}>
      <tspan className="strong">{said[0]}</tspan>
      <tspan x={x} dy={18}>
        {said[1]}
      </tspan>
    </text>
  );
}
