import { useContext } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, drawn, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { deviationOf, evenThresholds, type Curve, type Equalizer } from './model.ts';
import { knots, params, reach, type Asked } from './parameters.ts';
import type { spec } from './spec.ts';
import { cellWidth, places } from './stimuli.ts';

type Props = ViewProps<typeof spec>;

/** The stretch of the axis over which outcome i of a law of so many is spread. */
function bandOf(i: number, outcomes: number): string {
  const [from, to] = [i, i + 1].map((edge) => String(Number((reach * ((2 * edge) / outcomes - 1)).toFixed(2))).replace('-', '−')); // prettier-ignore
  return `from ${from} to ${to}`;
}

/** A little beyond the stimuli, so that the outer handles have room. */
const axis = [-1.04 * reach, 1.04 * reach] as const;

/** From stimulus to answer, along the steps of a curve: the middle of each step, and its jumps. */
const outline = ({ passes, law }: Curve, { levels }: Equalizer) =>
  levels.flatMap((level, i) =>
    law[i] < 1e-3 ? [] : [[passes[i - 1] ?? -reach, level] as const, [passes[i] ?? reach, level] as const],
  );
/** The same for a curve that has no jumps: through the middles between its levels. */
const smooth = ({ passes }: Curve, { levels }: Equalizer) => [
  [-reach, 0] as const,
  ...passes.map((stimulus, i) => [stimulus, (levels[i] + levels[i + 1]) / 2] as const),
  [reach, 1] as const,
];

/** All handles after one has moved: those in the way are pushed along, for the answer never falls. */
const placed = (thresholds: readonly number[], which: number, stimulus: number): Partial<Asked> =>
  Object.fromEntries(
    knots.map((knot, i) => [
      knot,
      i === which ? stimulus : i < which ? Math.min(thresholds[i], stimulus) : Math.max(thresholds[i], stimulus),
    ]),
  );

/** The law of the stimuli below, the curve above it, and at its left what the curve makes of the law; what it brings in under all. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const { thresholds, yours, cumulative, rule, best, tenths, stimuli, upper } = model;
  const bound = bind(params, props);
  const alive = useAlive();
  const last = knots.length - 1;
  const mine = [[-reach, 0] as const, ...thresholds.map((at, i) => [at, i / last] as const), [reach, 1] as const];
  // Dense enough for a band whose width is the root of the answer.
  const band = mine.slice(1).flatMap(([to, high], i) =>
    Array.from({ length: 13 }, (_, k) => {
      const [from, low] = mine[i];
      return [from + ((to - from) * k) / 12, low + ((high - low) * k) / 12] as const;
    }),
  );
  const shown = [
    { called: 'yours', of: yours, role: 'model' as const },
    { called: 'cumulative', of: cumulative, role: 'quiet' as const },
    // With steady noise and no price it is the cumulative law.
    ...(Math.abs(rule.net - cumulative.net) > 1e-9 ? [{ called: 'rule', of: rule, role: 'x' as const }] : []),
    { called: 'best', of: best, role: 'exact' as const },
  ];
  const [lowest, highest] = [Math.min(0, ...shown.map(({ of }) => of.net)), Math.max(upper, ...shown.map(({ of }) => of.net))]; // prettier-ignore
  const mostOften = Math.max(0.3, ...tenths);
  const isPriced = values.price > 0;
  return (
    <div>
      <Figure
        {...{ width, say }}
        gap={24}
        rows={[
          [
            {
              height: 216,
              share: 1,
              x: {
                domain: [0, mostOften],
                label: 'How often',
                ticks: [0.1, Math.floor(10 * mostOften + 1e-9) / 10].map((at) => ({
                  at,
                  text: String(at),
                })),
              },
              y: { domain: [0, 1], label: 'Answer' },
              marks: [
                drawn(({ x, y }) => (
                  <path
                    className="fill-model"
                    d={tenths
                      .map(
                        (p, i) =>
                          `M${tenth(x(0))},${tenth(y(i / 10))}H${tenth(x(p))}V${tenth(y((i + 1) / 10))}H${tenth(x(0))}z`,
                      )
                      .join('')}
                  />
                )),
                drawn(({ x, y }) => (
                  <path
                    className="stroke-model fig-solid"
                    d={tenths.map((p, i) => `M${tenth(x(p))},${tenth(y(i / 10))}V${tenth(y((i + 1) / 10))}`).join('')}
                  />
                )),
                guide(0.1),
              ],
            },
            {
              height: 216,
              share: 2.6,
              key: 'above',
              x: { domain: axis, ticks: [] },
              y: { domain: [0, 1], bare: true },
              marks: [
                area(
                  band.map(([at, answer]) => {
                    const deviation = deviationOf(answer, values);
                    return [at, Math.max(0, answer - deviation), Math.min(1, answer + deviation)] as const;
                  }),
                  { role: 'model', name: 'noise' },
                ),
                line(smooth(cumulative, model), { role: 'quiet', look: 'dashed', name: 'cumulative law' }),
                line(outline(best, model), { role: 'exact', look: 'dotted', name: 'best' }),
                line(mine, { role: 'model', look: 'solid', name: 'yours' }),
              ],
              drags: knots.map((knot, i) => ({
                ...bound(knot),
                value: thresholds[i],
                set: (stimulus: number) => set(placed(thresholds, i, stimulus)),
                along: 'x' as const,
                across: i / last,
              })),
            },
          ],
          [
            { height: 76, share: 1, x: { domain: [0, 1], bare: true }, y: { domain: [0, 1], bare: true }, marks: [] },
            {
              height: 76,
              share: 2.6,
              x: { domain: axis, label: 'Stimulus, from darkest to brightest' },
              y: { domain: [0, 1.1 * Math.max(...stimuli)], bare: true },
              marks: [
                area(
                  places.flatMap((at, i) =>
                    [at - cellWidth / 2, at + cellWidth / 2].map((x) => [x, 0, stimuli[i]] as const),
                  ),
                  { role: 'x', name: 'how often' },
                ),
              ],
            },
          ],
          [
            {
              height: 110,
              x: { domain: [0.5, shown.length + 0.5], bare: true },
              y: {
                // With room for the numbers, also below bars that hang down.
                domain: [lowest < 0 ? 1.16 * lowest - 0.16 * highest : 0, 1.16 * highest - 0.16 * lowest],
                label: isPriced ? 'Told, less what the answers cost' : 'Told of the stimulus',
                information: true,
              },
              marks: [
                bars(
                  shown.map(({ called, of, role }, i) => ({
                    at: i + 1,
                    value: of.net,
                    says: say.amount(of.net, 2),
                    called,
                    role,
                  })),
                  { role: 'model', wide: 0.56 },
                ),
              ],
            },
          ],
        ]}
      />
      <div className="row">
        <button
          type="button"
          disabled={!alive}
          onClick={() => set(Object.fromEntries(evenThresholds(values).map((at, i) => [knots[i], at])))}
        >
          Follow the cumulative law
        </button>
      </div>
      <Settings
        {...props}
        params={params}
        show={['stimuli', ['noise', values.noise === 'steady' ? 'deviation' : 'spikes'], 'price']}
      />
    </div>
  );
}

/** Handles as numbers, and the reader's own law. */
function More(props: Props) {
  const { values, model, set } = props;
  const { thresholds } = model;
  const shown = { ...values, ...Object.fromEntries(knots.map((knot, i) => [knot, thresholds[i]])) };
  const move = (change: Partial<Asked>) =>
    knots.forEach((knot, i) => {
      const stimulus = change[knot];
      if (stimulus !== undefined) set(placed(thresholds, i, stimulus));
    });
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('own') || !alive;
  return (
    <Folds>
      <Fold question="The curve, as numbers">
        <Settings params={params} values={shown} set={move} show={[[...knots]]} />
      </Fold>
      <Fold question="A law of your own" holds={['own']}>
        <SimplexControl
          parameter={{ ...params.own, names: values.own.map((_, i) => bandOf(i, values.own.length)) }}
          value={values.own}
          disabled={disabled}
          onChange={(own) => set({ own, stimuli: 'own' })}
        />
        <p className="hint">
          The axis is cut into as many equal bands as the law has outcomes, and each chance is spread evenly over its
          band. So a sure outcome still leaves open where in its band the stimulus is.
        </p>
      </Fold>
    </Folds>
  );
}
View.More = More;
