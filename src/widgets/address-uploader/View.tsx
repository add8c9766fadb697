import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark, Name, Role } from '#kit/figure/mark.ts';
import { area, drawn } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { AxisSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { canBeWrong, hasRuledOut, spell, type Upload } from './model.ts';
import { addressBits, day, params } from './parameters.ts';
import type { spec } from './spec.ts';

const span = (from: number, to: number) => [from, to].map((x) => [x, 0, 1] as const);

interface Stretch {
  readonly days: number;
  readonly says: string;
  readonly role: Role;
}

/** Bars of time from above to below, what each says above it; and from the top of each bar to below it the beginning of the party, beside whatever ends there. */
function stretches(all: readonly Stretch[]): Mark {
  return drawn(
    ({ x, y, box }) => (
      <>
        {all.map(({ days, role }, i) => {
          const [top, bottom] = [tenth(y(i + 0.44)), tenth(y(i + 0.7))];
          const end = tenth(x(days));
          return (
            <g key={i}>
              <path className={`fill-${role}`} d={`M${tenth(box.left)},${top}H${end}V${bottom}H${tenth(box.left)}z`} />
              <path className={`stroke-${role} fig-solid fig-thick`} d={`M${end},${top}V${bottom}`} />
              <path className="stroke-model fig-dashed" d={`M${tenth(x(1))},${top}V${tenth(y(i + 1))}`} />
            </g>
          );
        })}
      </>
    ),
    {
      names: ({ x, y, box }) => [
        ...all.map(({ says, role }, i): Name => ({
          text: says,
          ink: role,
          spots: [{ x: box.left, y: y(i + 0.44) - 6, anchor: 'start' }],
        })),
        { text: 'the party begins', ink: 'model', size: 12, spots: [{ x: x(1) + 6, y: y(0.9), anchor: 'start' }] },
      ],
    },
  );
}

/** All of the line’s time, and the day of the party. */
const timeAxis = ({ whole }: Upload): AxisSpec => ({
  domain: [0, 1.04 * Math.max(1.25, whole / day)],
  label: 'Days',
});

/** Above, the address: known and left. Below, how long the rest takes. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { known } = values;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 48,
              key: 'above',
              title: 'The address',
              x: {
                domain: [0, addressBits],
                label: 'Share of its 10¹⁵ bits',
                ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => ({
                  at: share * addressBits,
                  text: `${100 * share} %`,
                })),
              },
              y: { domain: [0, 1], bare: true },
              marks: [
                area(span(0, known), { role: 'shared', name: 'known to the site' }),
                area(span(known, addressBits), { role: 'x', name: 'left to send' }),
              ],
              drags: [{ ...bind(params, props)('known'), along: 'x', across: 0.5 }],
            },
          ],
          [
            {
              height: 58,
              x: timeAxis(model),
              y: { domain: [1, 0], bare: true },
              marks: [stretches([{ days: model.seconds / day, says: `upload: ${spell(model.seconds)}`, role: 'x' }])],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['known', 'rate']} />
    </div>
  );
}

/** The site is not sure. */
function More(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  const { probabilityRight, right, wrong, average } = model.hedgedSeconds;
  const chance = say.probability(probabilityRight);
  return (
    <Folds>
      <Fold question="And if the site only thinks that it knows?" holds={['trust']}>
        <Figure
          {...{ width, say }}
          label="If the site may be wrong"
          rows={[
            [
              {
                height: 174,
                x: timeAxis(model),
                y: { domain: [3, 0], bare: true },
                marks: [
                  stretches([
                    { days: right / day, says: `right, chance ${chance}: ${spell(right)}`, role: 'x' },
                    canBeWrong(model)
                      ? { days: wrong / day, says: `wrong: ${spell(wrong)}`, role: 'y' }
                      : {
                          days: 0,
                          says: hasRuledOut(model) ? 'wrong: it cannot be said' : 'it cannot be wrong',
                          role: 'y',
                        },
                    { days: average / day, says: `on average: ${spell(average)}`, role: 'quiet' },
                  ]),
                ],
              },
            ],
          ]}
        />
        <Settings {...props} params={params} show={['trust']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
