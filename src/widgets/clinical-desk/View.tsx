import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { ActCosts } from './ActCosts.tsx';
import type { Desk, Outcome } from './model.ts';
import { params } from './parameters.ts';
import { bandMark, corners, patients, shifts, span, ticksAt, twinMarks } from './patients.tsx';
import { Signs } from './Signs.tsx';
import type { spec } from './spec.ts';

const bit = Math.LN2;
const top = 1.72 * bit;

/** What each rule costs: exactly as a bar, in the queue as a dot with its error. */
function costPanel({ nobody, everyone, byEntropy, byCost, floor }: Desk): PanelSpec {
  const all: readonly (readonly [Outcome, string, 'quiet' | 'model' | 'exact'])[] = [
    [nobody, 'nobody', 'quiet'],
    [everyone, 'everyone', 'quiet'],
    [byEntropy, 'entropy', 'model'],
    [byCost, 'cost', 'exact'],
  ];
  const highest = Math.max(0.05, ...all.map(([{ cost, mean, error }]) => Math.max(cost, mean + error)));
  const between = (value: number) => Math.max(0, value);
  return {
    height: 190,
    key: 'above',
    title: 'Who is asked about, and what a patient costs',
    x: { domain: [0.4, 4.6], bare: true },
    y: { domain: [0, 1.12 * highest], label: 'Cost per patient' },
    marks: [
      bars(all.map(([{ cost }, name, role], i) => ({ at: i + 1, value: cost, called: name, role })), { role: 'exact', wide: 0.74 }), // prettier-ignore
      rule(floor, { role: 'exact', look: 'dashed', name: 'least possible' }),
      whiskers(
        all.map(([{ mean, error }], i) => [i + 1.2, between(mean - error), mean + error]),
        { role: 'x' },
      ),
      dots(all.map(([{ mean }], i) => [i + 1.2, mean]), { role: 'x', name: 'in the queue, ± standard error' }), // prettier-ignore
    ],
  };
}

function curvePanel({ entropyCurve, costCurve, disagreementCurve, byEntropy, byCost }: Desk): PanelSpec {
  const pairs = (curve: Desk['costCurve']) => curve.map(({ share, cost }) => [share, cost] as const);
  const highest = Math.max(...[...entropyCurve, ...costCurve, ...disagreementCurve].map(({ cost }) => cost), 0.05);
  return {
    height: 190,
    key: 'above',
    title: 'If more are asked about, in this order',
    x: { domain: [0, 1], label: 'Share asked about' },
    y: { domain: [0, 1.12 * highest], label: 'Expected cost per patient' },
    marks: [
      line(pairs(entropyCurve), { role: 'model', look: 'dashed', name: 'most entropy first' }),
      line(pairs(costCurve), { role: 'exact', name: 'most gain first' }),
      disagreementCurve.length > 0 && line(pairs(disagreementCurve), { role: 'shared', look: 'dotted', name: 'most disagreement first' }), // prettier-ignore
      dots([[byEntropy.share, byEntropy.cost]], { role: 'model' }),
      dots([[byCost.share, byCost.cost]], { role: 'exact' }),
    ],
  };
}

/** Every kind of note at its chance of the fever and its entropy, cut across by one rule and upright by the other. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  const at = values.threshold * bit;
  return (
    <div>
      <Settings {...props} params={params} show={['reader']} />
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: width < 480 ? 290 : 320,
              key: 'above',
              title: 'Every kind of note: how likely the fever is, and how unsure the reader',
              x: { domain: span, label: 'Chance of alder fever, as the reader believes', ticks: ticksAt(width) },
              y: { domain: [0, top], label: 'Entropy of the belief', information: true },
              marks: [
                bandMark(model.band, top),
                line([[span[0], at], [span[1], at]], { role: 'model', look: 'dashed', name: 'rule of entropy: ask above' }), // prettier-ignore
                shifts(model),
                ...patients(model),
                ...twinMarks(model),
                // Of another reader the words would be his belief and not so.
                values.reader === 'exact' && corners(model, at, top),
              ],
              drags: [
                {
                  ...bound('threshold'),
                  along: 'y',
                  at: (bits: number) => bits * bit,
                  from: (nats: number) => nats / bit,
                  says: (bits: number) => `ask above ${say.information(bits * bit)}`,
                },
              ],
            },
          ],
          [costPanel(model), curvePanel(model)],
        ]}
      />
      <Settings {...props} params={params} show={['threshold', 'miss', 'needless', 'look']} />
    </div>
  );
}

function More(props: ViewProps<typeof spec>) {
  const settings = (...show: (keyof typeof params)[]) => <Settings {...props} params={params} show={show} />;
  return (
    <Folds>
      <Fold question="Where does the band come from?" holds={['error', 'doctor', 'acts']}>
        <ActCosts {...props} />
        {settings('doctor', 'error', 'acts')}
      </Fold>
      <Fold question="Which sign tells most, and which is worth most?">
        <Signs {...props} />
      </Fold>
      <Fold
        question="What of other patients, and other notes?"
        holds={['prevalence', 'echo', 'notes', 'patients', 'seed']}
      >
        {settings('prevalence', 'echo', 'notes', 'patients', 'seed')}
      </Fold>
    </Folds>
  );
}
View.More = More;
