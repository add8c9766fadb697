import { number } from '#contract/parameter.ts';
import { bind } from '#kit/figure/bind.ts';
import type { NumberDrag } from '#kit/figure/Drag.tsx';
import { columnsOf, fitOf, turnOf } from './geometry.ts';
import { outcomes, params } from './parameters.ts';
import type { CostProps } from './props.ts';

/** From so near a whole number of digits on, a drag stops there. */
const near = 0.1;
const toWhole = (digits: number) => (Math.abs(digits - Math.round(digits)) < near ? Math.round(digits) : digits);

/** The height of each column, where the picture shows it. */
export function heights(props: CostProps): NumberDrag[] {
  const { model, values } = props;
  const { lengths, sunk, interval } = turnOf(values.seen);
  if (lengths < 1 || interval > 0) return [];
  const bound = bind(params, props);
  return columnsOf(model, values.seen).map(({ left, right }, i) => ({
    ...bound(outcomes[i]),
    along: 'y',
    across: (left + right) / 2,
    at: (digits) => Math.LN2 * digits - sunk * fitOf(model, i),
    from: (nats) => toWhole((nats + sunk * fitOf(model, i)) / Math.LN2),
  }));
}

/** No drag makes a column narrower than this. */
const narrowest = 0.03;

/** The edges between columns: what one weather loses its neighbor gets. */
export function edges({ values, set }: CostProps): NumberDrag[] {
  if (values.seen > 2) return [];
  const { p } = values;
  return p.slice(1).map((_, i) => {
    const before = p.slice(0, i).reduce((a, b) => a + b, 0);
    const pair = p[i] + p[i + 1];
    const least = Math.min(narrowest, pair / 2);
    return {
      name: 'p',
      parameter: number({ label: `Edge between ${outcomes[i]} and ${outcomes[i + 1]}`, default: 0, min: 0, max: 1, step: 0.005 }), // prettier-ignore
      value: before + p[i],
      set(edge) {
        const own = Math.min(pair - least, Math.max(least, edge - before));
        set({ p: p.map((x, k) => (k === i ? own : k === i + 1 ? pair - own : x)) });
      },
      along: 'x',
      across: 1,
      says: () => `${outcomes[i]} ${p[i].toFixed(3)}, ${outcomes[i + 1]} ${p[i + 1].toFixed(3)}`,
    };
  });
}
