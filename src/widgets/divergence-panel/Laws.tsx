import { number } from '#contract/parameter.ts';
import { withEntry } from '#kit/controls/TableControl.tsx';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { drawn } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import { minutes } from './parameters.ts';
import type { PanelProps } from './props.ts';

const roles = { p: 'exact', q: 'model' } as const;
const titles = { p: 'p, what is true', q: 'q, what is expected' } as const;

/** Both laws as bars under handles, and in each the levels of the other. */
export function Laws({ values, width, say, set }: PanelProps) {
  const panel = (which: 'p' | 'q'): PanelSpec => {
    const [own, other] = which === 'p' ? [values.p, values.q] : [values.q, values.p];
    return {
      height: 160,
      title: titles[which],
      x: {
        domain: [-0.5, minutes.length - 0.5],
        ticks: minutes.map((text, at) => ({ at, text })),
        label: 'Minutes late',
      },
      y: { domain: [0, 1.3], ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
      marks: [
        bars(
          own.map((value, at) => ({ at, value })),
          { role: roles[which], q: which, wide: 0.56 },
        ),
        // Each value over its handle, or under it where the other law’s level is in the way.
        drawn(() => null, {
          names: ({ x, y }) =>
            own.map((value, at) => ({
              ...{ text: say.probability(value), ink: roles[which], size: 12 },
              spots: [-18, -30, 27].map((lower) => ({ x: x(at), y: y(value) + lower, anchor: 'middle' as const })),
            })),
          lines: ({ x, y }) =>
            other.map((value, at) => [
              [x(at - 0.4), y(value)],
              [x(at + 0.4), y(value)],
            ]),
        }),
        // What the other one says, as a level across each bar.
        drawn(({ x, y }) => (
          <path
            className={`stroke-${roles[which === 'p' ? 'q' : 'p']} ${which === 'p' ? 'fig-solid' : 'fig-dotted'}`}
            d={other.map((value, at) => `M${tenth(x(at - 0.4))},${tenth(y(value))}H${tenth(x(at + 0.4))}`).join('')}
          />
        )),
      ],
      drags: own.map((value, at) => ({
        name: which,
        parameter: number({ label: `${which} of ${minutes[at]}`, default: 0, min: 0, max: 1, step: 0.01 }),
        value,
        set: (next: number) => set({ [which]: withEntry(own, at, next)! }),
        along: 'y',
        across: at,
        says: (now) => say.probability(now),
      })),
    };
  };
  return <Figure {...{ width, say }} narrow={480} rows={[[panel('p'), panel('q')]]} />;
}
