import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { Card } from './Card.tsx';
import type { Record } from './model.ts';
import { params } from './parameters.ts';
import { saysYours, type spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const filled = ({ bins }: Record) => bins.filter(({ count }) => count > 0);
const counts = ({ bins }: Record) => bins.map(({ count }) => count).join(', ');

/** Above the quiz; below what boldness costs, and what of the things said comes true. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { curve, other, expected, yours } = model;
  const top = Math.max(curve.at(-1)![1], other.mean + other.error);
  // One costly answer would press the curve flat: what is above the picture is drawn at its edge.
  const isAbove = (yours?.mean ?? 0) > 1.08 * top;
  const reliability = (record: Record, role: 'model' | 'x', name: string) => [
    whiskers(filled(record).map(({ said, low, high }) => [said, low, high] as const), { role }), // prettier-ignore
    dots(filled(record).map(({ said, came }) => [said, came] as const), { role, name }), // prettier-ignore
  ];
  return (
    <div>
      <Card {...props} />
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 210,
              title: 'What a statement costs',
              key: 'above',
              x: { domain: [0, 4], label: 'k, how boldly the other forecaster speaks' },
              y: { domain: [0, 1.08 * top], label: 'Paid', information: 'per statement' },
              marks: [
                line(curve, { role: 'exact', look: 'solid', name: 'she pays, expected' }),
                rule(Math.LN2, { role: 'quiet', look: 'dotted', name: 'one half each time' }),
                yours && rule(isAbove ? 1.08 * top : yours.mean, { role: 'x', look: 'dashed', name: isAbove ? 'you, so far: above this' : 'you, so far' }), // prettier-ignore
                guide(values.boldness, 0, expected),
                whiskers([[values.boldness, other.mean - other.error, other.mean + other.error]], { role: 'model' }),
                dots([[values.boldness, other.mean]], { role: 'model', name: 'she paid, ± 1 standard error' }),
              ],
              drags: [{ ...bind(params, props)('boldness'), along: 'x' }],
            },
            {
              height: 210,
              title: 'Is what she calls likely so?',
              key: 'above',
              x: { domain: [0, 1], label: 'Probability given to true, by fifths' },
              y: { domain: [0, 1], label: 'Share that was true' },
              marks: [
                line([[0, 0], [1, 1]], { role: 'quiet', look: 'dashed', name: 'calibrated' }), // prettier-ignore
                ...reliability(other, 'model', 'she, with 95 % intervals'),
                ...(yours ? reliability(yours, 'x', 'you') : []),
              ],
              note: [
                { text: `Answers in each fifth: hers ${counts(other)}${yours ? `; yours ${counts(yours)}` : ''}.` },
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['boldness']} />
      {yours && <Yours {...props} yours={yours} />}
    </div>
  );
}

/** The mean after each answer of the reader, beside two others. */
function Yours({ model, width, say, yours }: Props & { readonly yours: Record }) {
  const n = yours.costs.length;
  const means = (record: Record) => record.means.slice(0, Math.max(n, 10)).map((mean, i) => [i + 1, mean] as const);
  const top = Math.max(Math.LN2, ...means(yours).map(([, mean]) => mean), ...means(model.calm).map(([, mean]) => mean));
  return (
    <Figure
      {...{ width, say }}
      rows={[
        [
          {
            height: 150,
            title: `Your ${saysYours(model)}`,
            key: 'above',
            x: { domain: [1, Math.max(n, 10)], label: 'Answers' },
            y: { domain: [0, 1.08 * top], label: 'Mean so far', information: true },
            marks: [
              rule(Math.LN2, { role: 'quiet', look: 'dotted', name: 'one half each time' }),
              line(means(model.calm), {
                role: 'exact',
                look: 'dashed',
                name: 'calibrated, one draw',
              }),
              line(means(yours), { role: 'x', name: 'you' }),
              dots(means(yours).slice(-1), { role: 'x' }),
            ],
            note: [
              {
                text:
                  n < 2
                    ? 'One answer says nothing about how far this may be off.'
                    : `${say.information(yours.mean)} each, with a standard error of ${say.amount(yours.error)}.`,
              },
            ],
          },
        ],
      ]}
    />
  );
}

/** The parts of a score, in a table. */
function Parts({ model: { other, yours }, say }: Props) {
  const rows: readonly (readonly [string, keyof Record['parts'], string])[] = [
    ['Uncertainty: to say the share of true ones each time', 'uncertainty', ''],
    ['Resolution: told by the choice of the fifth', 'resolution', '−\u00a0'],
    ['Calibration: for saying other shares than come true', 'calibration', '+\u00a0'],
    ['From differences within a fifth', 'within', '+\u00a0'],
  ];
  return (
    <div className="table-scroll" role="region" aria-label="What the scores are made of" tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{say.unit} for each answer</th>
            <th scope="col">she</th>
            {yours && <th scope="col">you</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, part, sign]) => (
            <tr key={part}>
              <th scope="row">{label}</th>
              {[other, ...(yours ? [yours] : [])].map(({ parts }, i) => (
                <td key={i}>
                  {sign}
                  {say.amount(parts[part])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">The score</th>
            <td>{say.amount(other.mean)}</td>
            {yours && <td>{say.amount(yours.mean)}</td>}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

View.More = (props: Props) => (
  <More>
    <Fold question="What is such a score made of?">
      <Parts {...props} />
    </Fold>
    <Fold question="How many answers does it take?" holds={['asked', 'seed']}>
      <Settings {...props} params={params} show={['asked', 'seed']} />
      <p className="hint">
        The seed also puts the statements that are still open into another order. Your answers stay as they are.
      </p>
    </Fold>
  </More>
);
