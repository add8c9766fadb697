import { number } from '#contract/parameter.ts';
import { SimplexControl, withEntry } from '#kit/controls/TableControl.tsx';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, drawn, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { tenth } from '#kit/plot/path.ts';
import { useContext } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { band } from './band.tsx';
import { Box } from './Box.tsx';
import { letters, most, params } from './parameters.ts';
import type { BarsProps } from './props.ts';

/** From here on a surprisal is beyond the picture, and an arrow says so. */
const far = 8 * Math.LN2;

/** One question: how many equally likely outcomes is this law worth? */
export function View(props: BarsProps) {
  const { values, model, width, say, set } = props;
  const { p } = values;
  const { surprisals, entropy, highest } = model;
  const size = p.length;
  const x = { domain: [-0.5, size - 0.5], ticks: letters.slice(0, size).map((text, at) => ({ at, text })) } as const;
  return (
    <div className="fig-together">
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 130,
              x,
              y: { domain: [0, 1], label: 'Probability' },
              marks: [
                bars(
                  p.map((value, at) => ({ at, value })),
                  { role: 'exact', q: 'p', wide: 0.62 },
                ),
              ],
              drags: p.map((value, at) => ({
                name: 'p',
                parameter: number({ label: `Probability of ${letters[at]}`, default: 0, min: 0, max: 1, step: 0.01 }),
                value,
                set: (next: number) => set({ p: withEntry(p, at, next)! }),
                along: 'y' as const,
                across: at,
                says: (now: number) => say.probability(now),
              })),
            },
          ],
          [
            {
              height: 90,
              x,
              y: { domain: [0, far], label: 'Surprisal of each, and their mean', information: true },
              marks: [
                drawn(({ x: px, y: py, box }) => (
                  <path
                    className="stroke-model"
                    d={surprisals.map((s, at) => `M${tenth(px(at))},${tenth(box.bottom)}V${tenth(py(Math.min(s, far)))}`).join('')} // prettier-ignore
                  />
                )),
                rule(entropy, { role: 'exact', look: 'dotted', q: 'entropy' }),
                dots(surprisals.map((s, at) => [at, Math.min(s, 2 * far)] as const), { role: 'model', q: 'surprisal' }), // prettier-ignore
              ],
            },
          ],
          [
            {
              height: 42,
              x: {
                // The same for every law: a new outcome makes the frame longer, and moves nothing else.
                domain: [0, Math.log(most)],
                ticks: letters.map((_, i) => ({ at: Math.log(i + 1), text: String(i + 1) })),
                label: 'Probability times surprisal, end to end: as uncertain as so many equally likely outcomes',
              },
              y: { domain: [0, 1], ticks: [] },
              marks: [band(model)],
            },
          ],
        ]}
      />
      <Outcomes {...props} />
      <dl className="amounts ruled">
        {[
          ['entropy', say.information(entropy)],
          ['as much as so many equal outcomes', say.number(model.perplexity, 2)],
          [`the most that ${size} outcomes can have`, say.information(highest)],
        ].map(([name, amount]) => (
          <div key={name} data-q={name === 'entropy' ? 'entropy' : undefined}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** More outcomes, fewer, all alike. */
function Outcomes({ values: { p }, set }: BarsProps) {
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('p') || !alive;
  const rest = p.slice(0, -1);
  const left = rest.reduce((a, b) => a + b, 0);
  return (
    <div className="row">
      <button type="button" disabled={disabled || p.length === most} onClick={() => set({ p: [...p, 0] })}>
        One outcome more
      </button>
      <button
        type="button"
        disabled={disabled || p.length === 2}
        onClick={() => set({ p: rest.map((pi) => (left > 0 ? pi / left : 1 / rest.length)) })}
      >
        One fewer
      </button>
      <button type="button" disabled={disabled} onClick={() => set({ p: p.map(() => 1 / p.length) })}>
        All alike
      </button>
    </div>
  );
}

function More(props: BarsProps) {
  const { values, set } = props;
  return (
    <Folds>
      <Fold question="What if dice of two machines go into one box?" holds={['other', 'share']}>
        <Box {...props} />
      </Fold>
      <Fold question="Which numbers exactly?" holds={[]}>
        <SimplexControl
          parameter={{ ...params.p, names: letters.slice(0, values.p.length) }}
          value={values.p}
          onChange={(p) => set({ p })}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
