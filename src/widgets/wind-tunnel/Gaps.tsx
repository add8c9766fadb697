import { meanOf } from './fresh.ts';
import { gapsOn, learnerGaps } from './amounts.ts';
import { between, gapScale, powerOfTen, powersOn, stairs } from './layout.ts';
import type { InFigure } from './Lanes.tsx';
import { params } from './parameters.ts';
import { isOtherPrior } from './state.ts';

/** The gap in nats on a logarithmic axis: along this sequence, on fresh ones with its standard error, and that of two simpler learners. */
export function Gaps({ model, values, say, columns, figure }: InFigure) {
  const { fresh, sequence } = model;
  const { left, right } = columns;
  const { gap, narrow } = figure;
  const { scale, domain, y } = gapScale(gap.top, gap.bottom, say.unit);
  const { bigram, shown } = gapsOn(model, values);
  const means = fresh ? fresh.gapAt.slice(0, sequence.length + 1).map((tally) => meanOf(tally, fresh.sequences)) : [];
  const lower = means.map(({ mean, error }) => y(mean - error));
  const upper = means.map(({ mean, error }) => y(mean + error));
  const band = means.length > 0 ? between(columns, upper, lower) : '';
  const other = isOtherPrior(values);
  const [first, second] = [gap.top - (narrow ? 30 : 12), gap.top - 12];
  const across = narrow ? [26, 118, 26, 118, 208] : [118, 218, 342, 452, 536];
  const start = narrow ? 0 : left;
  const keys = [
    { className: 'stroke-model', ink: 'ink-model', text: 'network', at: across[0], y: first },
    { className: 'wind-tunnel-fresh', ink: 'ink-quiet', text: 'fresh, mean', at: across[1], y: first },
    { className: 'wind-tunnel-unigram', ink: 'soft', text: 'unigram', at: across[2], y: second },
    { className: 'wind-tunnel-uniform', ink: 'soft', text: 'uniform', at: across[3], y: second },
    ...(other
      ? [
          {
            className: 'stroke-y',
            ink: 'ink-y',
            text: `α = ${params.alpha.format(values.alpha)}`,
            at: across[4],
            y: second,
          },
        ]
      : []),
  ];
  return (
    <g>
      <text className="label strong" x={0} y={narrow ? gap.top - 48 : gap.top - 12}>
        Gap, {say.unit}
      </text>
      {narrow && (
        <text className="label soft" x={84} y={gap.top - 48}>
          from the {other ? 'believer' : 'exact answer'} to …
        </text>
      )}
      {keys.map((key) => (
        <g key={key.text}>
          <path className={key.className} d={`M${start + key.at - 26},${key.y - 4}h20`} />
          <text className={`label ${key.ink}`} x={start + key.at} y={key.y}>
            {key.text}
          </text>
        </g>
      ))}
      <g className="axis">
        {powersOn(domain).map((tick) => (
          <g key={tick}>
            <path className="grid" d={`M${left},${scale(tick).toFixed(1)}H${right}`} />
            <text x={left - 6} y={scale(tick)} dy="0.32em" textAnchor="end">
              {powerOfTen(tick)}
            </text>
          </g>
        ))}
      </g>
      <path className="wind-tunnel-uniform" d={stairs(columns, learnerGaps(model, values, 'uniform').map(y))} />
      <path className="wind-tunnel-unigram" d={stairs(columns, learnerGaps(model, values, 'unigram').map(y))} />
      {band && <path className="fill-quiet" d={band} />}
      {means.length > 0 && (
        <path
          className="wind-tunnel-fresh"
          d={stairs(
            columns,
            means.map(({ mean }) => y(mean)),
          )}
        />
      )}
      {other && <path className="stroke-y" d={stairs(columns, shown.map(y))} />}
      <path className="stroke-model" d={stairs(columns, bigram.map(y))} />
    </g>
  );
}
