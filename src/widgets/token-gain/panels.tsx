import { bars } from '#kit/figure/blocks.tsx';
import type { bind } from '#kit/figure/bind.ts';
import { area, dots, drawn, guide, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Say } from '#contract/say.ts';
import type { Account } from './account.ts';
import { arrowNames } from './describe.ts';
import type { TokenGain } from './model.ts';
import type { Asked, params } from './parameters.ts';

type Bind = ReturnType<typeof bind<typeof params>>;

/** What each adds, where it stands; dots are the same counted as written. */
export function gainPanel(account: Account, asked: Asked, bound: Bind, say: Say): PanelSpec {
  const { gains, written, most, token } = account;
  const n = gains.length;
  const plane = asked.what === 'plane';
  const track = 1.38 * most;
  return {
    height: plane ? 170 : 130,
    key: 'above',
    x: { domain: [-0.7, n - 0.3], ...(plane ? { bare: true } : { ticks: [] }) },
    y: { domain: [0, (plane ? 1.5 : 1.14) * most], label: 'What it adds, its gain', information: true },
    marks: [
      !plane && guide(token),
      rule(most, { role: 'quiet', look: 'dashed', name: 'what shares nothing with those before' }),
      plane && rule(track, { role: 'quiet', look: 'thin', name: 'which arrow is looked at' }),
      bars(
        gains.map((value, at) => ({
          ...{ at, value },
          ...(plane && { called: arrowNames[at], says: say.amount(value, 3) }),
        })),
        { role: 'exact', wide: plane ? 0.5 : 0.72 },
      ),
      asked.order !== 'text' &&
        dots(written.map((value, at) => [at, value] as const), { role: 'quiet', r: 2.6, name: 'counted as written' }), // prettier-ignore
    ],
    drags: [
      {
        ...bound('token'),
        along: 'x',
        max: n,
        at: (k: number) => k - 1,
        from: (x: number) => Math.round(x) + 1,
        ...(plane && { across: track }),
      },
    ],
  };
}

/** Every tenth token has its number, from 1. */
const numbers = (n: number) =>
  Array.from({ length: Math.floor(n / 10) }, (_, i) => ({ at: 10 * i + 9, text: String(10 * i + 10) }));

/** What each cost the network, in the same places. */
export function surprisalPanel({ surprisal }: TokenGain, { token }: Account): PanelSpec {
  const n = surprisal.length;
  return {
    height: 90,
    x: { domain: [-0.7, n - 0.3], ticks: numbers(n), label: 'token of the text' },
    y: { domain: [0, 1.1 * Math.max(Math.LN2, ...surprisal)], label: 'Its surprisal', information: true },
    marks: [
      guide(token),
      bars(
        surprisal.map((value, at) => ({ at, value })),
        { role: 'model', wide: 0.72, q: 'surprisal' },
      ),
    ],
  };
}

/** All gains end to end, in the order in which they are counted: the length stays. */
export function sumPanel({ order, gains, sum, total, token }: Account, say: Say): PanelSpec {
  const ends: number[] = [];
  order.forEach((t, i) => ends.push((ends[i - 1] ?? 0) + gains[t]));
  const at = order.indexOf(token);
  return {
    height: 26,
    x: { domain: [0, 1.001 * total], label: `All gains end to end, ${say.amount(sum, 2)} in all`, information: true },
    y: { domain: [0, 1], bare: true },
    marks: [
      drawn(({ x, y }) => {
        const [top, bottom] = [tenth(y(1)), tenth(y(0))];
        const piece = (from: number, to: number) =>
          `M${tenth(x(from))},${top}H${tenth(x(to))}V${bottom}H${tenth(x(from))}z`;
        return (
          <>
            <path className="fill-exact" d={piece(0, ends[ends.length - 1])} />
            <path className="solid-exact" d={piece(ends[at - 1] ?? 0, ends[at])} />
            <path
              className="stroke-exact fig-thin"
              d={ends.map((end) => `M${tenth(x(end))},${top}V${bottom}`).join('')}
            />
          </>
        );
      }),
    ],
  };
}

/** The squared length of one vector: what those before it rebuild, what they do not reach, and what the weights cost. */
export function splitPanel({ rebuilt, rest, price }: Account, name: string): PanelSpec {
  const piece = (from: number, to: number) => [[from, 0, 1], [to, 0, 1]] as const; // prettier-ignore
  return {
    height: 26,
    title: `Of the squared length of ${name}`,
    key: 'above',
    x: { domain: [0, 1], label: 'share' },
    y: { domain: [0, 1], bare: true },
    marks: [
      area(piece(0, rebuilt), { role: 'shared', name: 'rebuilt from those before' }),
      area(piece(rebuilt, rebuilt + rest), { role: 'exact', name: 'not reached' }),
      area(piece(rebuilt + rest, rebuilt + rest + price), { role: 'quiet', name: 'price of the weights' }),
      drawn(
        ({ x, y }) =>
        <path className="stroke-exact fig-thin" d={[rebuilt, rebuilt + rest].map((at) => `M${tenth(x(at))},${tenth(y(1))}V${tenth(y(0))}`).join('')} />, // prettier-ignore
      ),
    ],
  };
}
