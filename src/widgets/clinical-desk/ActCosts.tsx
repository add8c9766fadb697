import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { line } from '#kit/figure/marks.tsx';
import { costsOf } from './model.ts';
import { bandMark, span, ticksAt } from './patients.tsx';
import type { spec } from './spec.ts';

const places = Array.from({ length: 81 }, (_, i) => span[0] + ((span[1] - span[0]) * i) / 80);
const chance = (odds: number) => 1 / (1 + Math.exp(-odds));

/** What each act costs at each chance of the fever: the cheapest of three. */
export function ActCosts({ values, model, width, say }: ViewProps<typeof spec>) {
  const costs = costsOf(values);
  // High enough for asking, and for where the other two cross.
  const { miss, needless } = values;
  const top = 1.6 * Math.max(costs.ask(0.5), costs.ask(0), (miss * needless) / (miss + needless), 0.05);
  const curve = (of: (p: number) => number) => {
    const points = places.map((odds) => [odds, of(chance(odds))] as const);
    return points.filter(([, cost], i) => cost <= top || [points[i - 1], points[i + 1]].some((next) => next && next[1] <= top)).map(([x, y]) => [x, Math.min(top, y)] as const); // prettier-ignore
  };
  return (
    <Figure
      {...{ width, say, label: 'What each act costs' }}
      rows={[
        [
          {
            height: 170,
            key: 'above',
            title: 'What each act costs, as expected',
            x: { domain: span, label: 'Chance of alder fever', ticks: ticksAt(width) },
            y: { domain: [0, top], label: 'Expected cost' },
            marks: [
              bandMark(model.band, top),
              line(curve(costs.home), { role: 'x', look: 'dashed', name: 'send home' }),
              line(curve(costs.treat), { role: 'y', look: 'long', name: 'treat' }),
              line(curve(costs.ask), { role: 'exact', name: 'ask the doctor' }),
            ],
          },
        ],
      ]}
    />
  );
}
