import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { columns } from './columns.tsx';
import { edges, heights } from './drags.ts';
import { reachOf, turnOf, widthOf } from './geometry.ts';
import { isOverfull } from './model.ts';
import { outcomes, params } from './parameters.ts';
import type { CostProps } from './props.ts';
import { shelf } from './shelf.tsx';
import { digits, tower } from './tower.tsx';
import { Message, Turn } from './Turn.tsx';

/** One question: where does the area come from, and where is it least? */
export function View(props: CostProps) {
  const { values, model, width, say } = props;
  const { seen } = values;
  const { sunk, interval } = turnOf(seen);
  const x = { domain: [0, widthOf(model, seen)], bare: true } as const;
  const isTower = interval > 0;
  return (
    <div className="codeword-cost" style={{ maxWidth: width }}>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 210,
              key: isTower ? undefined : 'above',
              x,
              y: {
                domain: reachOf(model, seen),
                label: isTower ? 'Digits so far' : sunk === 1 ? 'Beyond what is deserved' : 'Length of a word',
                information: true,
              },
              marks: [
                isTower ? tower(model, seen) : columns(model, seen),
                seen === 3 && model.message && digits(model.message.word),
                rule(0, { role: 'quiet', look: 'solid' }),
                !isTower && line([], { role: 'exact', look: 'dotted', name: 'deserved, −log p' }),
                !isTower && seen > 0 && area([], { role: 'model', name: 'too long' }),
                !isTower && seen > 0 && area([], { role: 'quiet', name: 'too short' }),
              ],
              drags: heights(props),
            },
          ],
          [
            {
              height: 64,
              x: { ...x, label: 'The shelf: with each digit more, a word takes half as much of it' },
              // Not bare, so that it begins where the columns begin.
              y: { domain: [0, 1], ticks: [] },
              marks: [shelf(model, seen)],
              drags: edges(props),
            },
          ],
        ]}
      />
      <Turn {...props} />
      {seen === 3 ? <Message {...props} /> : <Bill {...props} />}
    </div>
  );
}

/** The sum, part by part. */
function Bill({ model, say }: CostProps) {
  const { mean, entropy, divergence, unspent } = model;
  const isImpossible = isOverfull(model);
  const parts = [
    { name: 'no code can avoid', q: 'entropy', nats: entropy, sign: '' },
    { name: 'for expecting other weather', nats: divergence, sign: '+ ' },
    {
      name: isImpossible ? 'room that the shelf has not' : 'for the empty shelf',
      nats: Math.abs(unspent),
      sign: isImpossible ? '− ' : '+ ',
    },
    { name: isImpossible ? 'a report, if such words could be' : 'a report, on average', nats: mean, sign: '= ' },
  ];
  return (
    <dl className="amounts ruled">
      {parts.map(({ name, nats, sign, q }) => (
        <div key={name} data-q={q}>
          <dt>{name}</dt>
          <dd>
            {sign}
            {say.information(nats, 3)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function More(props: CostProps) {
  const { values, set } = props;
  return (
    <Folds>
      <Fold question="Which numbers exactly?" holds={['p', ...outcomes]}>
        <Settings {...props} params={params} show={[...outcomes]} />
        <SimplexControl parameter={params.p} value={values.p} onChange={(p) => set({ p })} />
      </Fold>
    </Folds>
  );
}
View.More = More;
