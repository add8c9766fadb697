import type { ViewProps } from '#contract/spec.ts';
import { bottleneckOfFlippedBit } from '#theory/channels/layer-reading.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { allLabels } from '#kit/figure/labels.ts';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import type { Role } from '#kit/figure/mark.ts';
import { Fold, More } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { marksOf } from './model.ts';
import { activationNames, lastStep, params, type Activated } from './parameters.ts';
import type { spec } from './spec.ts';
import { hidden } from './train.ts';

const layerLooks: readonly { readonly role: Role; readonly look?: 'thin' | 'dashed' }[] = [
  { role: 'y', look: 'thin' },
  { role: 'x', look: 'dashed' },
  { role: 'model' },
];
const layerNames = ['first layer', 'second layer', 'last layer'];
const kindLooks: Record<Activated, { readonly role: Role; readonly shape: 'disk' | 'square' | 'triangle' }> = {
  tanh: { role: 'model', shape: 'disk' },
  relu: { role: 'x', shape: 'square' },
  linear: { role: 'y', shape: 'triangle' },
};

/** The layers in the information plane, the same over the steps, what goes wrong over the same steps, and other trainings. */
export function View(props: ViewProps<typeof spec>) {
  const { values, now: next = values, model, width, say } = props;
  const { snapshots, input, label, runs } = model;
  const bound = bind(params, props);
  const { now, end } = marksOf(model, values);
  const isNoise = values.reading === 'noise';
  /** Through noise only the last layer is read. The model may be one that was read in another way: a new one is on its way. */
  const isLastAlone = snapshots.length > 0 ? snapshots[0].layers.length === 1 : isNoise;
  const layers = isLastAlone ? [hidden.length - 1] : hidden.map((_, layer) => layer);
  const toldBy = (layer: number, snapshot: (typeof snapshots)[number]) => snapshot.layers[isLastAlone ? 0 : layer];
  const later = snapshots.filter(({ step }) => step > 0);
  const steps = { domain: [1, lastStep], scale: 'log', label: 'Step of training' } as const;
  const full = 1.06 * input;
  const places = Array.from({ length: 41 }, (_, i) => (full * i) / 40);

  const plane: PanelSpec = {
    height: 190,
    title: 'What the layers tell',
    note: [{ text: 'Rings with numbers: the layers at this step.' }],
    key: 'above',
    x: { domain: [0, full], label: 'Of the input, I(X;T)', information: true },
    y: { domain: [0, Math.max(1.15 * label, 0.05)], label: 'Of the label, I(T;Y)', information: true },
    marks: [
      line(
        [
          [input, 0],
          [input, 1.1 * label],
        ],
        { role: 'quiet', look: 'dashed', name: 'H(X)' },
      ),
      line(places.map((x) => [x, bottleneckOfFlippedBit(x, values.flips)] as const), { role: 'exact', look: 'dotted', name: 'most possible' }), // prettier-ignore
      ...layers.flatMap((layer) => {
        const trail = snapshots.map((snapshot) => {
          const told = toldBy(layer, snapshot);
          return [told.input, told.label] as const;
        });
        return [
          trail.length > 0 && line(trail, { ...layerLooks[layer], name: layerNames[layer] }),
          trail.length > 0 && dots(trail.slice(-1), { ...layerLooks[layer], shape: 'square', r: 3 }),
        ];
      }),
      ...layers.map((layer) => {
        const at = toldBy(layer, now);
        const { role } = layerLooks[layer];
        return snapshots.length > 0 && dots([[at.input, at.label]], { role, shape: 'ring', r: 6 });
      }),
      snapshots.length > 0 &&
        allLabels(
          layers.map((layer) => ({
            text: `${layer + 1}`,
            at: [toldBy(layer, now).input, toldBy(layer, now).label] as const,
            role: layerLooks[layer].role,
          })),
          'model',
        ),
    ],
  };
  const told: PanelSpec = {
    height: 190,
    title: 'What they tell of the input',
    key: 'above',
    x: steps,
    y: { domain: [0, full], label: 'I(X;T)', information: true },
    marks: [
      guide(values.step),
      later.length > 0 && line(later.map(({ step, exact }) => [step, exact] as const), { role: 'exact', look: 'dotted', name: 'last layer, read exactly' }), // prettier-ignore
      ...layers.map(
        (layer) =>
          later.length > 0 && line(later.map((snapshot) => [snapshot.step, toldBy(layer, snapshot).input] as const), { ...layerLooks[layer], name: layerNames[layer] }), // prettier-ignore
      ),
    ],
    drags: [{ ...bound('step'), along: 'x' }],
  };
  const wrong: PanelSpec = {
    height: 150,
    title: 'What it gets wrong',
    key: 'above',
    x: steps,
    y: { domain: [0, 0.62], label: 'Share of labels' },
    marks: [
      guide(values.step),
      values.flips > 0 && rule(values.flips, { role: 'exact', look: 'dotted', name: 'unavoidable' }),
      later.length > 0 && line(later.map((one) => [one.step, one.wrong.shown] as const), { role: 'quiet', look: 'long', name: 'its examples' }), // prettier-ignore
      later.length > 0 && line(later.map((one) => [one.step, one.wrong.fresh] as const), { role: 'model', look: 'thick', name: 'new cases, expected' }), // prettier-ignore
    ],
    drags: [{ ...bound('step'), along: 'x' }],
  };
  const others: PanelSpec = {
    height: 150,
    title: 'Six trainings of each kind, at the end',
    key: 'above',
    x: { domain: [-0.02 * full, 0.9 * full], label: 'Lost of the input since the peak, in bins', information: true },
    y: { domain: [0, 0.62], label: 'New cases wrong' },
    marks: (Object.keys(kindLooks) as Activated[]).map((kind) => {
      const own = runs.filter(({ activation }) => activation === kind);
      return own.length > 0 && dots(own.map((run) => [run.lost, run.wrong] as const), { ...kindLooks[kind], name: activationNames[kind] }); // prettier-ignore
    }),
  };
  const isNarrow = width < 560;
  return (
    <div aria-busy={end.step < lastStep}>
      <Settings
        {...props}
        params={params}
        show={['activation', 'reading', next.reading === 'noise' ? 'noise' : 'bins']}
      />
      <Figure
        {...{ width, say }}
        rows={
          isNarrow
            ? [[told], [wrong], [plane], [others]]
            : [
                [plane, told],
                [others, wrong],
              ]
        }
      />
      <Settings {...props} params={params} show={['step']} />
      <More>
        <Fold question="Another network?" holds={['examples', 'flips', 'seed']}>
          <p>
            Nine voters say yes or no, and their voices count 3, 2, 2, 1, 1, 1, 1, 0 and 0. The label says who wins, and
            is wrong with a chance. The network has {hidden.join(', ')} hidden units and learns from all of its examples
            in every step, so that nothing in its training is random. All {say.count(512)} inputs are equally likely.
          </p>
          <Settings {...props} params={params} show={['examples', 'flips', 'seed']} />
        </Fold>
      </More>
    </div>
  );
}
