import { scaleLinear } from 'd3';
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
  const others = {
    count: more.length + model.rest.count,
    share: more.reduce((sum, { share }) => sum + share, model.rest.share),
  };
  const wide = Math.min(model.triangle ? 72 : 46, width / (shown.length + (others.count > 0 ? 2 : 0)));
  const up = scaleLinear([0, Math.max(0.2, shown[0].share, others.share)], [y + height, y + 18]);
  const bar = wide - 4;
  const right = x + shown.length * wide;
  return (
    <g>
      <text className="label strong" x={x} y={y - 6}>
        {values.mode === 'urn' ? 'Who writes the next document, percent' : 'Shares of the sources, percent'}
      </text>
      {shown.map(({ name, share }, i) => {
        const hue = hueOf(name);
        const [left, top] = [x + i * wide, up(share)];
        return (
          <g key={name}>
            <rect
              className={hue ? `fill-${hue}` : 'fill-quiet'}
              x={left}
              y={top}
              width={bar}
              height={y + height - top}
            />
            <path
              className={hue ? `dirichlet-cap stroke-${hue}` : 'dirichlet-cap stroke-quiet'}
              d={`M${left},${top}h${bar}`}
            />
            <text className="dirichlet-small value" x={left + bar / 2} y={top - 5} textAnchor="middle">
              {percent(share)}
            </text>
            <text className="label strong" x={left + bar / 2} y={y + height + 16} textAnchor="middle">
              {letterOf(name)}
            </text>
          </g>
        );
      })}
      {others.count > 0 && (
        <g>
          <rect
            className="dirichlet-others"
            x={right + 4}
            y={up(others.share)}
            width={bar}
            height={y + height - up(others.share)}
          />
          <text className="dirichlet-small value" x={right + 4 + bar / 2} y={up(others.share) - 5} textAnchor="middle">
            {percent(others.share)}
          </text>
          <text className="dirichlet-small soft" x={right + 2} y={y + height + 15}>
            {say.count(others.count)}
          </text>
          <text className="dirichlet-small soft" x={right + 2} y={y + height + 29}>
            {values.mode === 'urn' && more.length === 0 ? 'not seen' : 'others'}
          </text>
        </g>
      )}
      <path className="stroke-quiet" d={`M${x},${y + height}H${right + (others.count > 0 ? wide : 0)}`} />
    </g>
  );
}
