import type { Frame, Mark, Role } from '#kit/figure/mark.ts';
import { area, drawn } from '#kit/figure/marks.tsx';
import { tenth } from '#kit/plot/path.ts';
import type { Desk } from './model.ts';

/** The axis has room for these chances; what is beyond stands at its end. */
const [least, most] = [3e-4, 0.996];
const logOdds = (p: number) => Math.log(p / (1 - p));
/** A little more than that, so that they are clear of the handle. */
export const span = [logOdds(1.8e-4), logOdds(0.9975)] as const;
/** Where a chance stands on the axis: at its log-odds. */
export const place = (p: number) => logOdds(Math.min(most, Math.max(least, p)));

export const ticksAt = (width: number) =>
  (width < 480
    ? [least, 0.01, 0.1, 0.5, 0.9, most]
    : [least, 0.001, 0.003, 0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, most]
  ).map((p) => ({ at: place(p), text: p === least ? `≤\u202f${p}` : p === most ? `≥\u202f${p}` : String(p) }));

export const bandMark = (band: Desk['band'], top: number): Mark | false =>
  band !== null && area([[place(band.low), 0, top], [place(band.high), 0, top]], { role: 'exact', name: 'rule of cost: ask here' }); // prettier-ignore

const shapes = {
  ring: (x: number, y: number, r: number) => `M${tenth(x - r)},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (x: number, y: number, r: number) => `M${tenth(x - 0.9 * r)},${tenth(y - 0.9 * r)}h${tenth(1.8 * r)}v${tenth(1.8 * r)}h${tenth(-1.8 * r)}z`,
  diamond: (x: number, y: number, r: number) => `M${x},${tenth(y - 1.3 * r)}l${tenth(1.3 * r)},${tenth(1.3 * r)}l${tenth(-1.3 * r)},${tenth(1.3 * r)}l${tenth(-1.3 * r)},${tenth(-1.3 * r)}z`,
}; // prettier-ignore

/** The area is the share of notes, but not too small to be seen. */
const radius = (weight: number) => tenth(Math.max(3, 32 * Math.sqrt(weight)));

interface Sort {
  readonly name: string;
  readonly role: Role;
  readonly shape: keyof typeof shapes;
  readonly className: string;
  holds(entropy: boolean, cost: boolean): boolean;
}
const sorts: readonly Sort[] = [
  { name: 'asked about by neither', role: 'quiet', shape: 'ring', className: 'stroke-quiet fig-solid fig-hollow', holds: (e, c) => !e && !c }, // prettier-ignore
  { name: 'by entropy alone', role: 'model', shape: 'ring', className: 'solid-model', holds: (e, c) => e && !c },
  { name: 'by both', role: 'shared', shape: 'square', className: 'solid-shared', holds: (e, c) => e && c },
  { name: 'by cost alone', role: 'exact', shape: 'diamond', className: 'solid-exact', holds: (e, c) => !e && c },
];

export function patients({ kinds, byEntropy, byCost }: Desk): Mark[] {
  return sorts.map(({ name, role, shape, className, holds }) => {
    const own = kinds.filter(({ weight }, i) => weight > 0 && holds(byEntropy.acts[i] === 'ask', byCost.acts[i] === 'ask')); // prettier-ignore
    return drawn(
      ({ x, y }) => (
        <path
          className={className}
          d={own.map(({ belief, entropy, weight }) => shapes[shape](tenth(x(place(belief[0]))), tenth(y(entropy)), radius(weight))).join('')} // prettier-ignore
        />
      ),
      {
        rects: ({ x, y }) =>
          own.map(({ belief, entropy, weight }) => {
            const [at, height, r] = [x(place(belief[0])), y(entropy), radius(weight)];
            return { left: at - r, right: at + r, top: height - r, bottom: height + r };
          }),
        role,
        name: { text: name, ink: role },
        sample: () => <path className={className} d={shapes[shape](0, 0, 5)} />,
      },
    );
  });
}

/** From what the reader believes of a note to what it means, where the two differ. */
export function shifts({ kinds }: Desk): Mark | false {
  const own = kinds.filter(
    ({ weight, belief, exact }) => weight > 0 && Math.abs(place(belief[0]) - place(exact[0])) > 0.05,
  );
  const path = ({ x, y }: Frame) =>
    own.map(({ belief, exact, entropy }) => `M${tenth(x(place(belief[0])))},${tenth(y(entropy))}H${tenth(x(place(exact[0])))}`).join(''); // prettier-ignore
  return (
    own.length > 0 &&
    drawn((frame) => <path className="stroke-x fig-solid fig-thin" d={path(frame)} />, {
      role: 'x',
      lines: ({ x, y }) =>
        own.map(({ belief, exact, entropy }) => [
          [x(place(belief[0])), y(entropy)],
          [x(place(exact[0])), y(entropy)],
        ]),
      name: { text: 'from belief to truth', ink: 'x' },
      sample: () => <path className="stroke-x fig-solid fig-thin" d="M-12,0H12" />,
    })
  );
}

/** Letters beside the two patients of nearly one entropy. */
export function twinMarks({ twins, kinds }: Desk): Mark[] {
  if (!twins) return [];
  return (['asked', 'alone'] as const).map((which): Mark => {
    const { belief, entropy, weight } = kinds[twins[which]];
    const r = radius(weight) + 4;
    const at = ({ x, y }: Frame) => [tenth(x(place(belief[0]))), tenth(y(entropy))] as const;
    return {
      free: true,
      draw: (frame) => <path className="stroke-x fig-solid" d={shapes.ring(...at(frame), tenth(r))} />,
      names: (frame) => {
        const [x, y] = at(frame);
        const far = r + 5;
        return [
          {
            text: which === 'asked' ? 'A' : 'B',
            ink: 'strong',
            size: 15,
            // The nearest free place around the patient.
            spots: [far + 3, far + 11, far + 19, far + 30, far + 45].flatMap((away) =>
              Array.from({ length: 16 }, (_, i) => ({
                x: x + away * Math.cos((i * Math.PI) / 8),
                y: y + 5 + away * Math.sin((i * Math.PI) / 8),
                anchor: 'middle' as const,
              })),
            ),
          },
        ];
      },
    };
  });
}

/** What two of the three fields are in which the rules disagree; in the third the fever is treated at once. */
export function corners({ band, kinds, byEntropy, byCost }: Desk, threshold: number, top: number): Mark | false {
  if (!band) return false;
  const [low, high] = [place(band.low), place(band.high)];
  // Only where patients are.
  const has = (entropy: string, cost: string) =>
    kinds.some(({ weight }, i) => weight > 0.003 && byEntropy.acts[i] === entropy && byCost.acts[i] === cost);
  return {
    free: true,
    names: ({ x, y, box }) => {
      const line = y(threshold);
      const within = (long: string, short: string, from: number, to: number, heights: readonly number[]) => {
        const middle = (from + to) / 2;
        const text = to - from < 160 ? short : long;
        return to - from < 80 ? [] : [{ text, ink: 'strong' as const, size: 12, spots: heights.map((height) => ({ x: middle, y: height, anchor: 'middle' as const })) }]; // prettier-ignore
      };
      return [
        ...(line - y(top) > 60 && has('ask', 'home') ? within('unsure, yet not worth asking', 'no need', box.left, x(low), [y(top) + 40, y(top) + 20, line - 30]) : []), // prettier-ignore
        ...(box.bottom - line > 50 && has('home', 'ask') ? within('fairly sure, yet worth asking', 'worth asking', x(low), x(high), [box.bottom - 14, box.bottom - 30, line + 26]) : []), // prettier-ignore
      ];
    },
  };
}
