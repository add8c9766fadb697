import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark, Role } from '#kit/figure/mark.ts';
import { dots, drawn, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import type { Reason } from '#sim/report-base.ts';
import { kindsIn, listed, type Judged } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const kinds: readonly { readonly reason: Reason; readonly role: Role; readonly name: string }[] = [
  { reason: 'none', role: 'quiet', name: 'no reason' },
  { reason: 'effect', role: 'exact', name: 'the drug does it' },
  { reason: 'age', role: 'x', name: 'age explains it' },
  { reason: 'publicity', role: 'y', name: 'in the papers' },
];
const roleOf = (reason: Reason) => kinds.find((kind) => kind.reason === reason)!.role;

/** From an eighth of what was expected to 64 times as much; what is beyond has an arrowhead at the edge. */
const reach = [-3 * Math.LN2, 6 * Math.LN2] as const;

/** What is compared with the line: the estimate, or the lower end of its interval. */
const compared = ({ estimate, lower }: Judged, rank: Props['values']['rank']) =>
  rank === 'lower' ? Math.max(reach[0] - 1, lower!) : estimate!;

/** A name beside its point, where there is room. */
const named = ({ name, reason, expected }: Judged, at: number): Mark =>
  drawn(() => null, {
    names: ({ x, y }) => {
      const [px, py] = [x(expected), y(at)];
      const spots = [[9, 4, 'start'], [-9, 4, 'end'], [0, -9, 'middle'], [0, 18, 'middle'], [9, -9, 'start'], [-9, -9, 'end']] as const; // prettier-ignore
      return [{ text: name, ink: roleOf(reason), size: 12, spots: spots.map(([dx, dy, anchor]) => ({ x: px + dx, y: py + dy, anchor })) }]; // prettier-ignore
    },
  });

/** One question: which pairs would you report? */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  const { line: at, rank } = values;
  const shown = model.ranked.filter(({ estimate }) => estimate !== undefined);
  const heightOf = (pair: Judged) => compared(pair, rank);
  const within = shown.filter((pair) => heightOf(pair) > reach[0] && heightOf(pair) < reach[1]);
  const first = model.ranked.slice(0, listed);
  const least = Math.min(...shown.map(({ expected }) => expected));
  const most = Math.max(...shown.map(({ expected }) => expected));
  const ratio = { information: true } as const;
  return (
    <div>
      <Figure
        {...{ width, say }}
        narrow={600}
        rows={[
          [
            {
              height: 300,
              key: 'above',
              x: { domain: [least / 1.5, most * 1.6], scale: 'log', label: 'Reports expected of the pair' },
              y: {
                domain: reach,
                label:
                  rank === 'lower'
                    ? 'Lower end of its interval, as a logarithm'
                    : 'Observed over expected, as a logarithm',
                ...ratio,
              },
              marks: [
                rule(0, { role: 'quiet', look: 'solid' }),
                ...kinds.map(
                  ({ reason, role, name }) =>
                  dots(shown.filter((pair) => pair.reason === reason).map((pair) => [pair.expected, heightOf(pair)]), { role, name }), // prettier-ignore
                ),
                ...kinds.slice(1).map(
                  ({ reason, role }) =>
                  whiskers(within.filter((pair) => pair.reason === reason).map(({ expected, lower, upper }) => [expected, Math.max(reach[0], lower!), Math.min(reach[1], upper!)] as const), { role }), // prettier-ignore
                ),
                ...within.filter(({ reason }) => reason !== 'none').map((pair) => named(pair, heightOf(pair))),
                line([[least / 1.5, Math.log(at)], [most * 1.6, Math.log(at)]], { role: 'model', look: 'dashed' }), // prettier-ignore
              ],
              drags: [
                {
                  ...bound('line'),
                  along: 'y',
                  across: most * 1.3,
                  at: (factor: number) => Math.log(factor),
                  from: (nats: number) => Math.exp(nats),
                  says: (factor: number) => `${say.number(factor, 2)} times as often as expected`,
                },
              ],
            },
            {
              height: 300,
              title: 'The ten first, with their reports',
              x: { domain: reach, label: 'Observed over expected', ...ratio },
              y: {
                domain: [listed + 0.5, 0.5],
                ticks: first.map(({ name, observed }, i) => ({ at: i + 1, text: `${name}, ${say.count(observed)}` })),
              },
              marks: [
                line([[0, 0.5], [0, listed + 0.5]], { role: 'quiet', look: 'solid' }), // prettier-ignore
                line([[Math.log(at), 0.5], [Math.log(at), listed + 0.5]], { role: 'model', look: 'dashed' }), // prettier-ignore
                ...first.flatMap(({ estimate, lower, upper, reason }, i) =>
                  estimate === undefined
                    ? []
                    : [
                        line([[Math.max(reach[0], lower!), i + 1], [Math.min(reach[1], upper!), i + 1]], { role: roleOf(reason), look: 'solid' }), // prettier-ignore
                        dots([[estimate, i + 1]], { role: roleOf(reason) }),
                      ],
                ),
              ],
            },
          ],
        ]}
      />
      <Above {...props} />
      <Settings {...props} params={params} show={['rank', 'strength', 'reports', 'line', ['byAge', 'without']]} />
      {rank === 'information' && (
        <p className="hint">The list is by mutual information; a pair is above the line by its ratio.</p>
      )}
    </div>
  );
}

/** What stands above the line, and on average. */
function Above({ values, model, say }: Props) {
  const there = kindsIn(values.without);
  return (
    <dl className="amounts ruled">
      {kinds.map(({ reason, name }) => (
        <div key={reason}>
          <dt>
            above the line, {name}
            <br />
            <small>
              {model.average
                ? `${say.number(model.average[reason].mean, 2)} ± ${say.number(model.average[reason].error, 2)} on average over 40 other draws`
                : 'on average over other draws: …'}
            </small>
          </dt>
          <dd>
            {say.count(model.found[reason])} of {say.count(there[reason])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function More(props: Props) {
  const { model, say } = props;
  const { chosen, limit } = model;
  return (
    <Folds>
      <Fold question="What is known of one pair?" holds={['pair']}>
        <Settings {...props} params={params} show={['pair']} />
        {chosen && (
          <dl className="amounts ruled">
            <div>
              <dt>reports, and how many were expected</dt>
              <dd>
                {say.count(chosen.observed)}, {say.number(chosen.expected, 1)}
              </dd>
            </div>
            <div>
              <dt>observed over expected, shrunk, with its interval</dt>
              <dd>
                {say.information(chosen.estimate ?? -Infinity, 2)},{' '}
                {chosen.lower === undefined || chosen.upper === undefined
                  ? 'and no interval: without a report and without shrinkage nothing is known'
                  : `${say.amount(chosen.lower)} to ${say.amount(chosen.upper)}`}
              </dd>
            </div>
            <div>
              <dt>in endless reports</dt>
              <dd>{say.information(limit, 2)}</dd>
            </div>
            <div>
              <dt>mutual information of one report</dt>
              <dd>{say.information(chosen.information)}</dd>
            </div>
          </dl>
        )}
      </Fold>
      <Fold question="What do other draws say?" holds={['seed']}>
        <Settings {...props} params={params} show={['seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
