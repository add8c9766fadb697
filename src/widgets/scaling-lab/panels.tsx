import { area, dots, drawn, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { Role } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { ahead, counterLosses, hardlyAnything, isEmptied, meanOf, type Ladder, type Rung } from './ladder.ts';
import { lawNames, type Asked, type LawName } from './parameters.ts';

export const sizes = [1e3, 2e7] as const;
const ticks = [
  { at: 1e3, text: '10³' },
  { at: 1e4, text: '10⁴' },
  { at: 1e5, text: '10⁵' },
  { at: 1e6, text: '10⁶' },
  { at: 1e7, text: '10⁷' },
];
const drawnAs: Record<
  LawName,
  { readonly role: Role; readonly look: 'solid' | 'dashed' | 'long'; readonly name: string }
> = {
  floor: { role: 'model', look: 'solid', name: 'with a floor' },
  none: { role: 'x', look: 'dashed', name: 'without' },
  line: { role: 'y', look: 'long', name: 'line in log N' },
};

/** The three laws, with the band of one of them. */
const lawsOf = ({ grid, laws }: Ladder, chosen: LawName) => [
  area(laws[chosen].along.map(({ from, to }, i) => [grid[i], from, to] as const), { role: drawnAs[chosen].role }), // prettier-ignore
  ...lawNames.map((name) => line(laws[name].along.map(({ value }, i) => [grid[i], value] as const), drawnAs[name])), // prettier-ignore
];

const lowest = ({ laws }: Ladder) => Math.min(...lawNames.map((name) => laws[name].ahead.from));

/** Where the laws are read off. */
const tenfold = ({ sizes: all }: Ladder, [from, to]: readonly [number, number]) =>
  line([[ahead * all[all.length - 1], from], [ahead * all[all.length - 1], to]], { role: 'quiet', look: 'dashed', name: 'ten times the largest' }); // prettier-ignore

/** What counters need: thin levels, each with its order at the left, where no network is. Orders 1 and 5 are named below their levels: above are a line of the grid, and order 4. */
const counters = (levels: readonly number[]) =>
  drawn(({ y, box }) =>
    levels.map((level, i) => (
      <g key={i}>
        <path className="stroke-quiet fig-thin" d={`M${box.left},${y(level)}H${box.right}`} />
        <text className="fig-small soft" x={box.left + 3} y={y(level) + (i === 0 || i === 4 ? 12 : -4)}>
          {`order ${i + 1}`}
        </text>
      </g>
    )),
  );

/** The shipped networks. */
export function familyPanel(family: Ladder, { fitted, law, counters: isCounted }: Asked): PanelSpec {
  const { sizes: all, losses, errors } = family;
  const seen = losses.map((loss, i) => [all[i], loss] as const);
  const levels = counterLosses();
  const domain = [Math.min(1, lowest(family)) * 0.95, 1.04 * (isCounted ? levels[0] : losses[0])] as const;
  return {
    height: 260,
    key: 'above',
    x: { domain: [...sizes], scale: 'log', label: 'Parameters, N', ticks },
    y: { domain, label: 'Loss on the validation text', information: 'a character' }, // prettier-ignore
    marks: [
      isCounted && counters(levels),
      tenfold(family, domain),
      ...lawsOf(family, law),
      whiskers(seen.map(([size, loss], i) => [size, loss - 2 * errors[i], loss + 2 * errors[i]] as const), { role: 'exact' }), // prettier-ignore
      dots(seen.slice(0, fitted), { role: 'exact', name: 'fitted, ± two standard errors' }),
      fitted < seen.length && dots(seen.slice(fitted), { role: 'exact', shape: 'ring', r: 4.5, name: 'not shown to the laws' }), // prettier-ignore
      dots(lawNames.map((name) => [ahead * all[all.length - 1], family.laws[name].ahead.value] as const), { role: 'quiet', r: 2.5, name: 'what they say there' }), // prettier-ignore
    ],
  };
}

/** The same difference in every draw of the text: what the luck of the text leaves of a miss. */
export function missPanel({ sizes: all, laws, fitted }: Ladder, { law }: Asked): PanelSpec {
  const { missed } = laws[law];
  const points = missed.map(({ value }, i) => [all[i], value] as const);
  const reach = 1.15 * Math.max(0.02, ...missed.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  return {
    height: 150,
    key: 'above',
    title: `Measured minus law (${drawnAs[law].name}); bars: 90 % of the draws`,
    x: { domain: [...sizes], scale: 'log', label: 'Parameters, N', ticks },
    y: { domain: [-reach, reach], label: 'Difference', information: 'a character' },
    marks: [
      rule(0, { role: drawnAs[law].role, look: drawnAs[law].look }),
      whiskers(missed.map(({ from, to }, i) => [all[i], from, to] as const), { role: 'exact' }), // prettier-ignore
      dots(points.slice(0, fitted), { role: 'exact', r: 2.6 }),
      fitted < all.length && dots(points.slice(fitted), { role: 'exact', shape: 'ring', r: 4 }),
    ],
  };
}

/** Sizes of the reader's networks, and ten times the largest. */
const ownSizes = [2e3, 1.5e6] as const;

/** The reader's own, on another text: their own laws. */
export function ownPanel(
  rungs: readonly Rung[],
  ladder: Ladder | undefined,
  { law }: Asked,
  isOld: boolean,
): PanelSpec {
  const points = rungs.map((rung) => [rung.parameters, meanOf(rung)] as const);
  const errorOf = (i: number) => ladder?.errors[i] ?? 0;
  const highest = Math.max(hardlyAnything, ...points.map(([, loss]) => loss));
  const fitted = isEmptied(rungs) ? undefined : ladder;
  const lowestPoint = Math.min(...points.map(([, loss], i) => loss - 2 * errorOf(i)));
  const domain = [fitted ? Math.min(0.96 * lowestPoint, lowest(fitted)) : isEmptied(rungs) ? 0 : Math.min(0.8 * highest, lowestPoint), 1.08 * highest] as const; // prettier-ignore
  return {
    height: 220,
    key: 'above',
    title: isOld ? 'Your networks of the settings before' : 'Your networks, on the held-out part of their text',
    x: { domain: [...ownSizes], scale: 'log', label: 'Parameters, N', ticks: ticks.slice(1, 4) },
    y: { domain, label: 'Loss', information: 'a character' },
    marks: [
      ...(fitted ? lawsOf(fitted, law) : []),
      fitted && tenfold(fitted, domain),
      ladder && whiskers(points.map(([size, loss], i) => [size, loss - 2 * errorOf(i), loss + 2 * errorOf(i)] as const), { role: 'exact' }), // prettier-ignore
      dots(points, { role: 'exact', name: ladder ? 'yours, ± two standard errors' : 'yours' }),
    ],
  };
}
