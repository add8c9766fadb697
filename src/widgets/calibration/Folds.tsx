import type { ViewProps } from '#contract/spec.ts';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import type { Looked } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const rows: readonly (readonly [label: string, part: keyof Looked['parts'], sign: string])[] = [
  ['Miscalibration: saved by the staircase without bins', 'miscalibration', ''],
  ['Discrimination: saved by telling the cases apart', 'discrimination', '−\u00a0'],
  ['Uncertainty: to say the share of all each time', 'uncertainty', '+\u00a0'],
  ['The score', 'score', '=\u00a0'],
];

/** A score without bins, in a table. */
function Parts({ model: { source, shown, yours }, say }: Props) {
  const columns = [
    ...(shown ? [[source === 'network' ? 'the network' : 'the model', shown] as const] : []),
    ...(yours ? [['you', yours] as const] : []),
  ];
  return (
    <div className="table-scroll" role="region" aria-label="What the scores are made of" tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{say.unit} for each forecast</th>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, part, sign]) => (
            <tr key={part}>
              <th scope="row">{label}</th>
              {columns.map(([name, { parts }]) => (
                <td key={name}>
                  {sign}
                  {say.amount(parts[part])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function You({ model: { yours }, say }: Props) {
  if (!yours)
    return (
      <p>
        No bet of yours counts here yet. A bet counts once you have seen its answer, as far as this browser remembers
        it, and only on the page of this chapter: a figure that stands elsewhere has none.
      </p>
    );
  return (
    <p>
      {say.count(yours.count)} {yours.count === 1 ? 'bet' : 'bets'}: your calibration error in these bins is{' '}
      {say.number(yours.error, 3)}. One who says the same and is exactly right has {say.number(yours.chance.mean, 3)} on
      average, with a standard deviation of {say.number(yours.chance.deviation, 3)}. The best temperature for you in
      hindsight is {say.number(yours.best, 2)}; above 1 you were too sure. Chosen and judged on the same bets, it
      flatters.
    </p>
  );
}

export function Folds(props: Props) {
  return (
    <More>
      <Fold question="And you?">
        <You {...props} />
      </Fold>
      <Fold question="What is the score made of, without bins?">
        <Parts {...props} />
      </Fold>
      <Fold question="Is it so with other draws?" holds={['seed']}>
        <Settings {...props} params={params} show={['seed']} />
      </Fold>
    </More>
  );
}
