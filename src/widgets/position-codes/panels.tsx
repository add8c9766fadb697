import { area, dots, drawn, guide, line } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import { toldPlaces } from '#sim/told-places.ts';
import { anglePerPlace } from '#theory/language-models/position-codes.ts';
import { codeOf, hands, type Code, type PositionCodes } from './model.ts';
import { shades } from './shades.tsx';

type Part = Omit<PanelSpec, 'drags'>;

const byPlace = {
  domain: [-0.5, toldPlaces - 0.5],
  ticks: [0, 32, 64, 96].map((at) => ({ at, text: String(at) })),
} as const;
const height = 150;
/** Sines, or numbers of a learned vector, that are drawn. */
const drawnRows = 16;

/** Some of the numbers of a code, by place: from −most to most. */
function stripes(code: Code, which: readonly number[]): number[][] {
  const { vectors } = codeOf(code);
  return which.map((i) => {
    const values = vectors.map((vector) => vector[i]);
    const most = Math.max(...values.map(Math.abs));
    return values.map((value) => (1 + value / most) / 2);
  });
}

/** One of the hands of each pair, where the place and the earlier one have turned it to. */
function dials({ place, other }: PositionCodes): Part {
  const angle = (k: number, at: number) => at * anglePerPlace(k, 2 * hands);
  return {
    height,
    title: 'Eight pairs, turned',
    x: { domain: [0, 4], bare: true },
    y: { domain: [0, 2], bare: true },
    marks: [
      drawn(({ x, y }) => {
        const r = tenth(0.44 * Math.min(x(1) - x(0), y(0) - y(1)));
        return Array.from({ length: hands }, (_, k) => {
          const [cx, cy] = [tenth(x((k % 4) + 0.5)), tenth(y(k < 4 ? 1.5 : 0.5))];
          const tip = (at: number, length: number) =>
            `M${cx},${cy}L${tenth(cx + length * r * Math.cos(angle(k, at)))},${tenth(cy - length * r * Math.sin(angle(k, at)))}`;
          return (
            <g key={k}>
              <circle className="stroke-quiet fig-thin fig-hollow" cx={cx} cy={cy} r={r} />
              <path className="stroke-y fig-solid" d={tip(other, 0.95)} />
              <path className="stroke-x fig-thick" d={tip(place, 0.8)} />
            </g>
          );
        });
      }),
    ],
    note: [{ text: 'The fastest hand first. Thick: this place. Thin: the earlier one.' }],
  };
}

/** What stands for a place, by place; or what is done there. */
export function codePanel(model: PositionCodes): Part {
  const { code, place, other } = model;
  if (code === 'turns') return dials(model);
  const rows = Array.from({ length: drawnRows }, (_, i) => (code === 'waves' ? 2 * i : i));
  const isWaves = code === 'waves';
  return {
    height,
    title: isWaves ? `Waves: ${drawnRows} of 32 sines` : `Learned: ${drawnRows} of 64 numbers`,
    x: { ...byPlace, label: 'Place' },
    y: {
      domain: [drawnRows, 0],
      ticks: isWaves ? [{ at: 0.5, text: 'fast' }, { at: drawnRows - 0.5, text: 'slow' }] : [{ at: 0.5, text: 'first' }, { at: drawnRows - 0.5, text: `${drawnRows}th` }], // prettier-ignore
    },
    marks: [shades(stripes(code, rows)), guide(other), guide(place)],
  };
}

/** Every so many places of the table are drawn. */
const step = 4;

/** Cosines of places, two by two. */
export function tablePanel({ code, place }: PositionCodes): Part {
  const { cosines, least } = codeOf(code);
  const lowest = Math.min(...least);
  const drawnPlaces = Array.from({ length: toldPlaces / step }, (_, i) => step * i);
  const shade = (cosine: number) => (cosine - lowest) / (1 - lowest);
  return {
    height,
    title: 'Cosine of every two places',
    x: { ...byPlace, label: 'Place' },
    y: { ...byPlace, domain: [toldPlaces - 0.5, -0.5] },
    marks: [shades(drawnPlaces.map((s) => drawnPlaces.map((t) => shade(cosines[s][t])))), guide(place)],
    note: [{ text: `Full color is 1, none is ${lowest.toFixed(2).replace('-', '−')}. Every fourth place.` }],
  };
}

/** Of one place with all others; and what other places have in common at the same distance. */
export function rowPanel({ code, place, other, distance, row }: PositionCodes): Part {
  const { least, greatest } = codeOf(code);
  const lowest = Math.min(0, ...least);
  return {
    height: 130,
    key: 'above',
    x: { ...byPlace, label: 'The other place' },
    y: { domain: [lowest - 0.05, 1.05], label: 'Cosine with this place' },
    marks: [
      // In the other codes all places as far apart have the same cosine: there is no area.
      code === 'learned' && area(row.map((_, t) => [t, least[Math.abs(t - place)], greatest[Math.abs(t - place)]] as const), { role: 'shared', name: 'any two places as far apart' }), // prettier-ignore
      guide(place),
      line(row.map((cosine, t) => [t, cosine] as const), { role: 'x', look: 'solid', name: 'this place' }), // prettier-ignore
      dots([[other, row[other]]], { role: 'y', r: 4.5, name: `${distance} back` }),
    ],
  };
}
