import { scaleLinear } from 'd3';
import { Fragment } from 'react';
import type { Box, MixtureProps } from './View.tsx';
import { huesOf, letterOf } from './names.ts';

const percent = (share: number) => (share >= 0.005 ? String(Math.round(100 * share)) : '<1');

/** The largest shares as bars, and all others together. */
export function Shares({ model, values, say, box }: MixtureProps & { readonly box: Box }) {
  const { x, y, width, height } = box;
  const hueOf = huesOf(model.shares);
  const most = Math.max(3, Math.min(20, Math.floor(width / 27) - 2));
  const shown = model.shares.slice(0, most);
  const more = model.shares.slice(most);
  const rest = {
    count: more.length + model.rest.count,
    share: more.reduce((sum, { share }) => sum + share, model.rest.share),
  };
  const wide = Math.min(model.triangle ? 72 : 46, width / (shown.length + (rest.count > 0 ? 2 : 0)));
  const floor = y + height;
  const up = scaleLinear([0, Math.max(0.2, shown[0].share, rest.share)], [floor, y + 18]);
  const bar = wide - 4;
  const right = x + shown.length * wide;
  const others = { x: right + 4, top: up(rest.share) };
  // In the urn nobody draws shares: its bars are chances of the next document.
  const quantity = values.mode === 'weights' ? 'shares' : undefined;
  return (
    <g>
      <text className="label strong" data-q={quantity} x={x} y={y - 6}>
        {values.mode === 'urn' ? 'Who writes the next document, percent' : 'Shares of the sources, percent'}
      </text>
      <g data-q={quantity}>
        {shown.map(({ name, share }, i) => {
          const hue = hueOf(name) ?? 'quiet';
          const [left, top] = [x + i * wide, up(share)];
          return (
            <Fragment key={name}>
              <rect className={`fill-${hue}`} x={left} y={top} width={bar} height={floor - top} />
              <path className={`dirichlet-cap stroke-${hue}`} d={`M${left},${top}h${bar}`} />
            </Fragment>
          );
        })}
        {rest.count > 0 && (
          <rect className="dirichlet-others" x={others.x} y={others.top} width={bar} height={floor - others.top} />
        )}
      </g>
      {shown.map(({ name, share }, i) => (
        <g key={name} textAnchor="middle" transform={`translate(${x + i * wide + bar / 2},0)`}>
          <text className="dirichlet-small value" y={up(share) - 5}>
            {percent(share)}
          </text>
          <text className="label strong" y={floor + 16}>
            {letterOf(name)}
          </text>
        </g>
      ))}
      {rest.count > 0 && (
        <g>
          <text className="dirichlet-small value" x={others.x + bar / 2} y={others.top - 5} textAnchor="middle">
            {percent(rest.share)}
          </text>
          <text className="dirichlet-small soft" x={right + 2} y={floor + 15}>
            {say.count(rest.count)}
          </text>
          <text className="dirichlet-small soft" x={right + 2} y={floor + 29}>
            {values.mode === 'urn' && more.length === 0 ? 'not seen' : 'others'}
          </text>
        </g>
      )}
      <path className="stroke-quiet" d={`M${x},${floor}H${right + (rest.count > 0 ? wide : 0)}`} />
    </g>
  );
}
