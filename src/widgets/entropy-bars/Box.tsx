import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import type { BarsProps } from './props.ts';

const shares = Array.from({ length: 51 }, (_, i) => i / 50);

/** The entropy of the average law, along the shares of the two machines, over the line between their entropies. */
export function Box(props: BarsProps) {
  const { values, model, say, width } = props;
  const { box, entropy } = model;
  const curve = shares.map((share) => [share, compute({ ...values, share }).box.entropy] as const);
  return (
    <>
      <Figure
        {...{ say }}
        width={Math.min(width, 520)}
        rows={[
          [
            {
              height: 150,
              key: 'above',
              x: { domain: [0, 1], label: 'Share of the second machine’s dice in the box' },
              y: { domain: [0, Math.max(1.1 * model.highest, 0.1)], label: 'Entropy', information: true },
              marks: [
                guide(values.share, box.average, box.entropy),
                line([[0, entropy], [1, box.second]], { role: 'model', look: 'dashed', name: 'the two, on average' }), // prettier-ignore
                line(curve, { role: 'exact', look: 'solid', name: 'of the average law' }),
                dots([[values.share, box.average]], { role: 'model' }),
                dots([[values.share, box.entropy]], { role: 'exact' }),
              ],
              drags: [{ ...bind(params, props)('share'), along: 'x' }],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['other', 'share']} />
      <p className="hint">
        A throw from the box has {say.information(box.entropy)}. One who knows the machine of each die is left with{' '}
        {say.information(box.average)} on average. The difference, {say.information(box.told)}, is what the throw tells
        about the machine.
      </p>
    </>
  );
}
