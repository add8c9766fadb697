import type { Say } from '#contract/say.ts';
import type { ViewProps } from '#contract/spec.ts';
import { TableControl } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import type { Accounts } from './model.ts';
import { letters, params, sets } from './parameters.ts';
import { columns } from './series.ts';
import { setInWords, spokenOf, type spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const initial = (account: number) => ['note', 'picture', 'lab'][account];

/** The pair as luck comes to be shared. */
function curvePanel({ model, ...props }: Props): PanelSpec {
  const { curve, pair } = model;
  const bound = bind(params, props);
  const most = Math.max(...curve.flatMap(({ between, together }) => [between, together]), 0.1);
  const at = props.values.shared;
  return {
    height: 170,
    key: 'above',
    title: 'What two accounts share, and what they tell',
    x: { domain: [0, 1], label: 'Shared luck: drag it' },
    y: { domain: [0, 1.1 * most], label: 'Information', information: true },
    marks: [
      guide(at),
      line(pointsOf(curve, columns.shared, columns.together), { role: 'exact', look: 'solid', name: 'both tell of the condition' }), // prettier-ignore
      line(pointsOf(curve, columns.shared, columns.between), { role: 'shared', look: 'long', name: 'they share with each other' }), // prettier-ignore
      dots([[at, pair.together]], { role: 'exact' }),
      dots([[at, pair.between]], { role: 'shared' }),
    ],
    drags: [{ ...bound('shared'), along: 'x' }],
  };
}

/** What each tells, then with its sign what they share: the sum is what both tell. */
function sumPanel({ model: { pair, chosen }, say }: Props): PanelSpec {
  const { first, second, given, together } = pair;
  const top = first + second + given;
  const step = (
    at: number,
    from: number,
    value: number,
    called: string,
    role: 'x' | 'y' | 'shared' | 'exact' | 'model',
  ) => {
    const amount = say.amount(Math.abs(value - from), 2);
    // Nothing has no sign.
    const sign = !/[1-9]/.test(amount) ? '' : value < from ? '−' : at > 1 && at < 5 ? '+' : '';
    return { at, from, value, called, role, says: sign + amount };
  };
  return {
    height: 170,
    title: 'One after the other, with signs',
    x: { domain: [0.4, 5.6], bare: true },
    y: { domain: [0, 1.15 * Math.max(top, 0.1)], label: 'Information', information: true },
    marks: [
      bars(
        [
          step(1, 0, first, initial(chosen[0]), 'x'),
          step(2, first, first + second, initial(chosen[1]), 'y'),
          step(3, first + second, top, 'given', 'model'),
          step(4, top, together, 'share', 'shared'),
          step(5, 0, together, 'both', 'exact'),
        ],
        { role: 'exact', wide: 0.72 },
      ),
    ],
    note: [{ text: 'given: what they share once the condition is known; share: all that they share', ink: 'soft' }], // prettier-ignore
  };
}

const places = new Map<number, number>(sets.map((set, i) => [set, i + 1]));
const ticks = sets.map((set, i) => ({ at: i + 1, text: letters[set] }));

/** All sets of accounts by one measure: on the path of greed, beside it, and the best of each size. */
function setsPanel(model: Accounts, of: 'told' | 'error', say: Say): PanelSpec {
  const { worth, greedy } = model;
  const winners = of === 'told' ? model.best : model.surest;
  const most = Math.max(...worth.map((one) => one[of]), of === 'told' ? 0.1 : 0.02);
  const bar = (set: number) => ({ at: places.get(set)!, value: worth[set][of] });
  return {
    height: 130,
    key: 'above',
    title: of === 'told' ? 'What each set of accounts tells' : 'How often the best guess is wrong',
    x: { domain: [0.4, 8.6], ticks, label: 'N note, P picture, L lab' },
    y: {
      domain: [0, 1.15 * most],
      label: of === 'told' ? 'Of the condition' : 'Probability',
      ...(of === 'told' && { information: true as const }),
    },
    marks: [
      bars(greedy.map(bar), { role: 'model', wide: 0.7, name: 'on the path of greed' }),
      bars(sets.filter((set) => !greedy.includes(set)).map(bar), { role: 'quiet', wide: 0.7 }),
      dots(winners.slice(1).map((set) => [places.get(set)!, worth[set][of]] as const), { role: 'exact', name: of === 'told' ? 'tells most, of its size' : 'errs least, of its size' }), // prettier-ignore
    ],
    ...(of === 'error' && { note: [{ text: `${say.probability(worth[0].error)} without, ${say.probability(worth[7].error)} with all three`, ink: 'soft' as const }] }), // prettier-ignore
  };
}

/** Two accounts against each other, and every set of the three against the condition. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const isOwn = values.story === 'own';
  return (
    <div>
      <Settings {...props} params={params} show={['story']} />
      <Figure
        {...{ width, say }}
        rows={[
          isOwn ? [sumPanel(props)] : [curvePanel(props), sumPanel(props)],
          [setsPanel(model, 'told', say), setsPanel(model, 'error', say)],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={isOwn ? ['pair', 'own'] : ['pair', ['prevalence', 'shared']]}
        Table={TableControl}
      />
    </div>
  );
}

/** What one more account brings for its price, in bits and in errors. */
function nextPanel({ next }: Accounts, of: 'gain' | 'saved'): PanelSpec {
  const scale = of === 'saved' ? 100 : 1;
  const most = Math.max(...next.map((one) => scale * one[of]), of === 'saved' ? 0.1 : 0.01);
  return {
    height: 110,
    x: { domain: [0.4, 3.6], bare: true },
    y: {
      domain: [0, 1.2 * most],
      label: of === 'gain' ? 'Information' : 'Wrong guesses saved in 100 patients, per unit of price',
      ...(of === 'gain' && { information: 'per unit of price' }),
    },
    marks: [
      bars(next.map((one) => ({ at: one.account + 1, value: scale * one[of], called: initial(one.account) })), { role: of === 'gain' ? 'model' : 'exact', wide: 0.5 }), // prettier-ignore
    ],
  };
}

function More(props: Props) {
  const { model, width, say, values } = props;
  const { byBits, byErrors } = model;
  const have = Number(values.have);
  const orders = (one: typeof byBits) => (one ? spokenOf(one.account) : 'none of them');
  return (
    <Folds>
      {values.story !== 'own' && (
        <Fold
          question="How good is each account?"
          holds={['noteMiss', 'noteAlarm', 'pictureMiss', 'pictureAlarm', 'labMiss', 'labAlarm']}
        >
          <Settings
            {...props}
            params={params}
            show={[
              ['noteMiss', 'noteAlarm'],
              ['pictureMiss', 'pictureAlarm'],
              ['labMiss', 'labAlarm'],
            ]}
          />
        </Fold>
      )}
      <Fold question="Which one next, for its price?" holds={['have', 'notePrice', 'picturePrice', 'labPrice']}>
        <Figure
          {...{ width, say }}
          rows={[[nextPanel(model, 'gain'), nextPanel(model, 'saved')]]}
          label="Which one next"
        />
        <p>
          With {have ? setInWords(have) : 'nothing'} at hand, {orders(byBits)} brings most information for its price,
          and {orders(byErrors)} saves most wrong guesses for it.
        </p>
        <Settings {...props} params={params} show={['have', ['notePrice', 'picturePrice', 'labPrice']]} />
      </Fold>
    </Folds>
  );
}
View.More = More;
