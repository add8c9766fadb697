import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { perToss, type Collection } from './model.ts';
import { most, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** Where the bar of endlessly many documents stands. */
const endless = most.documents + 1.5;
const wide = 0.7;

/** The loss of one toss, and what becomes of what can be learned of it with more documents and with longer ones. */
export function View(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  const { byDocuments, byTosses, here } = model;
  const bound = bind(params, props);
  const { irreducible, intra, meta } = perToss(here);
  const misprint = intra < 1e-9 ? 'divided by M: the same here' : 'coin’s part divided by M: wrong';
  const highest = (all: readonly Collection[]) =>
    1.2 * Math.max(0.01, ...all.flatMap((one) => [perToss(one).excess, one.mean + one.error]));

  function panel(all: readonly Collection[], placeOf: (one: Collection) => number): Pick<PanelSpec, 'marks'> {
    const last = all === byDocuments ? [{ at: endless, value: perToss(all[0]).intra }] : [];
    return {
      marks: [
        bars(
          [...all.map((one) => ({ at: placeOf(one), value: perToss(one).intra })), ...last],
          { role: 'x', wide, name: 'coin of the document' }, // prettier-ignore
        ),
        bars(
          all.map((one) => ({ at: placeOf(one), from: perToss(one).intra, value: perToss(one).excess })),
          { role: 'shared', wide, name: 'world' },
        ),
        line(
          all.map((one) => [placeOf(one), perToss(one).printed] as const),
          { role: 'y', look: 'dashed', name: misprint },
        ),
        dots(
          last.map(({ at }) => [at, 0] as const),
          { role: 'y', shape: 'ring' },
        ),
        whiskers(all.map((one) => [placeOf(one), one.mean - one.error, one.mean + one.error] as const), { role: 'model' }), // prettier-ignore
        dots(all.map((one) => [placeOf(one), one.mean] as const), { role: 'model', name: 'simulated' }), // prettier-ignore
        guide(placeOf(here)),
      ],
    };
  }
  // Of coins that always fall alike nothing is paid: the bar is empty, and its axis is not.
  const whole = irreducible + intra + meta;
  const span = (from: number, to: number) => [from, to].map((x) => [x, 0, 1] as const);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              ...panel(byDocuments, ({ documents }) => documents),
              height: 190,
              key: 'above',
              x: {
                domain: [0.4, endless + 0.6],
                label: 'Documents, M',
                ticks: [
                  ...byDocuments.map(({ documents }) => ({ at: documents, text: String(documents) })),
                  { at: endless, text: '∞' },
                ],
              },
              y: {
                domain: [0, highest(byDocuments)],
                label: 'Paid beyond one who knows the coins',
                information: 'per toss',
              },
              drags: [{ ...bound('documents'), along: 'x' }],
            },
            {
              ...panel(byTosses, ({ tosses }) => tosses),
              height: 190,
              key: 'elsewhere',
              x: {
                domain: [0.4, most.tosses + 0.6],
                label: 'Tosses of each document, T',
                ticks: byTosses.map(({ tosses }) => ({ at: tosses, text: String(tosses) })),
              },
              y: { domain: [0, highest(byTosses)], label: 'The same', information: 'per toss' },
              drags: [{ ...bound('tosses'), along: 'x' }],
            },
          ],
          [
            {
              height: 26,
              key: 'above',
              title: 'All of it: what a toss costs the best predictor, expected',
              x: { domain: [0, Math.max(0.01, whole)], information: 'per toss' },
              y: { domain: [0, 1], bare: true },
              marks: [
                area(span(0, irreducible), { role: 'quiet', name: 'cannot be learned' }),
                area(span(irreducible, irreducible + intra), { role: 'x' }),
                area(span(irreducible + intra, whole), { role: 'shared' }),
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={['share', ['documents', 'tosses'], ['first', 'second'], ['runs', 'seed']]}
      />
    </div>
  );
}
