import { natsPer } from '#contract/say.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { STYLE_WORDS } from '#sim/styles.ts';
import { polyline, tenth } from '#kit/plot/path.ts';
import { probabilityOf } from './model.ts';
import type { StylesProps } from './props.ts';
import { linear } from '#kit/plot/linear.ts';

/** Who takes the text for a telegram, word by word; and the evidence that Bayes' rule adds up. */
export function Beliefs({ model, width, say }: StylesProps) {
  const { words, logOdds, expecting, rate, network } = model;
  const count = words.length;
  const box = { left: 46, right: width - 12 };
  const [top, bottom] = [34, 164];
  const names = { top: bottom + 22, height: 60 };
  const evidence = { top: names.top + names.height + 38, bottom: names.top + names.height + 38 + 96 };
  const x = linear([0, Math.max(count, 8)], [box.left + 14, box.right - 16]);
  const y = linear([0, 1], [bottom, top]);
  const step = x(1) - x(0);
  const path = (values: readonly number[]) => polyline(values.map((p, t) => [x(t), y(p)]));
  const unit = natsPer(say.unit);
  const most = Math.max(6, ...logOdds.map((odds) => Math.abs(odds) / unit));
  const weight = linear([-most, most], [evidence.bottom, evidence.top]);
  const bars = (wanted: (odds: number) => boolean) =>
    logOdds
      .map((odds, t) =>
        wanted(odds)
          ? `M${tenth(x(t) - step / 3)},${tenth(weight(0))}h${tenth((2 * step) / 3)}V${tenth(weight(odds / unit))}h${tenth((-2 * step) / 3)}z`
          : '',
      )
      .join('');
  const posterior = logOdds.map(probabilityOf);
  const height = evidence.bottom + 42;
  // Words stand below the place after them, if there is room for letters.
  const every = Math.max(1, Math.ceil(15 / step));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <AxisLeft
        scale={y}
        at={box.left}
        label="Probability that it is a telegram"
        ticks={4}
        grid={box.right - box.left}
      />
      <path className="stroke-quiet" d={`M${box.left},${bottom}H${box.right}`} />
      {rate > 0 && <path className="stroke-z two-styles-expecting" d={path(expecting.map(probabilityOf))} />}
      <path className="stroke-exact two-styles-exact" d={path(posterior)} />
      {network && (
        <path
          className="solid-model"
          d={network.implied
            .map((p, t) => `M${tenth(x(t) - 3.5)},${tenth(y(p))}a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0`)
            .join('')}
        />
      )}
      {words.map((word, t) =>
        t % every === 0 ? (
          <text
            key={t}
            className="label two-styles-word"
            textAnchor="end"
            transform={`translate(${tenth(x(t + 1)) + 4},${names.top}) rotate(-60)`}
          >
            {STYLE_WORDS[word]}
          </text>
        ) : null,
      )}
      <AxisLeft scale={weight} at={box.left} label={`Weight of evidence for the telegram, ${say.unit}`} ticks={4} />
      <path className="fill-x two-styles-bars" d={bars((odds) => odds > 0)} />
      <path className="fill-y two-styles-bars" d={bars((odds) => odds < 0)} />
      <path className="stroke-quiet" d={`M${box.left},${weight(0)}H${box.right}`} />
      <text className="label ink-x two-styles-halo" x={box.left + 6} y={evidence.top + 12}>
        telegram
      </text>
      <text className="label ink-y two-styles-halo" x={box.left + 6} y={evidence.bottom - 6}>
        lullaby
      </text>
      <AxisBottom
        scale={x}
        at={evidence.bottom}
        label="Words read"
        ticks={Math.min(10, Math.max(count, 8))}
        format={(tick) => (Number.isInteger(tick) ? String(tick) : '')}
      />
    </svg>
  );
}
