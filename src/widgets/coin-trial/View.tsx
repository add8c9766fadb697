import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { area, dots, guide, line, rule, steps, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { boundAt, ends, type Trial } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Rarer errors have no place in the picture, or all that is frequent would be a line at its top. */
const leastShown = 1e-12;

/** How often the guess after a fixed number of tosses is wrong, exactly and as bounded. */
function errorPanel(props: Props): PanelSpec {
  const { values, model } = props;
  const { errors, chernoff, bhattacharyya, columns, enough } = model;
  const bound = bind(params, props);
  const now = errors[values.tosses];
  const floor = Math.min(values.error / 30, Math.max(leastShown, now / 2));
  const at = (of: (n: number) => number) =>
    Array.from({ length: columns + 1 }, (_, n) => [n, of(n)] as const).filter(([, p]) => p > floor / 10);
  return {
    height: 210,
    key: 'above',
    x: { domain: [0, columns], label: 'Tosses, n' },
    y: {
      domain: [floor, 1],
      scale: 'log',
      label: 'Probability of a wrong guess',
      ...(floor < 0.01 && { format: inPowers }),
    },
    marks: [
      guide(values.tosses),
      line(at((n) => errors[0] * 2 ** -n), { role: 'y', look: 'thin', name: 'if each toss told a bit' }), // prettier-ignore
      line(at((n) => boundAt(bhattacharyya, n)), { role: 'shared', look: 'long', name: 'Bhattacharyya' }), // prettier-ignore
      line(
        at((n) => boundAt(chernoff, n)),
        { role: 'model', look: 'dashed', name: 'Chernoff' },
      ),
      line(
        at((n) => errors[n]),
        { role: 'exact', look: 'thick', name: 'exact' },
      ),
      rule(values.error, { role: 'quiet', look: 'dashed', name: 'ε' }),
      enough !== undefined && enough <= columns && dots([[enough, errors[enough]]], { role: 'exact', name: enough === 1 ? 'one toss' : `${enough} tosses` }), // prettier-ignore
      now > floor && dots([[values.tosses, now]], { role: 'quiet', shape: 'disk' }),
    ],
    drags: [
      { ...bound('tosses'), along: 'x', max: Math.min(400, columns) },
      { ...bound('error'), along: 'y', across: columns },
    ],
  };
}

/** Which share of trials still goes on: fixed ones all until the end, the others until they have seen enough. */
function goingPanel({ model }: Props): PanelSpec {
  const { sequential, columns, asGood, enough, drawn } = model;
  const { going } = sequential;
  const curve = Array.from({ length: columns + 1 }, (_, n) => [n, going[n] ?? sequential.left] as const);
  const level = ends(model) ? asGood : enough;
  const marks: (Mark | false)[] = [
    // In steps, so that its area is the expected number of tosses.
    area(curve.flatMap(([n, p]) => [[n, 0, p], [Math.min(columns, n + 1), 0, p]] as const), { role: 'exact' }), // prettier-ignore
    steps(curve, { role: 'exact', look: 'solid', name: 'stops when sure enough, exact' }),
    level !== undefined && steps([[0, 1], [Math.min(level, columns), 0]], { role: 'x', look: 'thick', name: ends(model) ? `as good, fixed: ${level}` : `fixed: ${level}` }), // prettier-ignore
    ends(model) && guide(sequential.expected, 0, 1),
    whiskers(drawn.looks.map(({ tosses, share, error }) => [tosses, share - error, share + error] as const), { role: 'model' }), // prettier-ignore
    dots(drawn.looks.map(({ tosses, share }) => [tosses, share] as const), { role: 'model', name: 'drawn trials ± 1 standard error' }), // prettier-ignore
  ];
  return {
    height: 140,
    key: 'above',
    x: { domain: [0, columns], label: 'Tosses, n' },
    y: { domain: [0, 1.08], label: 'Share of trials that still go on' },
    marks,
  };
}

/** Above, tosses fixed beforehand; below, as many as it takes. */
export function View(props: Props) {
  const { width, say } = props;
  return (
    <div>
      <Figure {...{ width, say }} rows={[[errorPanel(props)], [goingPanel(props)]]} />
      <Settings {...props} params={params} show={[['tosses', 'error'], ['first', 'second'], 'prior']} />
    </div>
  );
}

/** Some of the drawn trials, as walks between the boundaries. */
function walks({ drawn, sequential }: Trial): (Mark | false)[] {
  return [
    rule(sequential.above, { role: 'quiet', look: 'dashed', name: 'enough for the first coin' }),
    rule(sequential.below, { role: 'quiet', look: 'dashed', name: 'enough for the second' }),
    rule(0, { role: 'quiet', look: 'thin' }),
    ...drawn.some.map(
      ({ walk, coin }) =>
      line(walk.map((evidence, n) => [n, evidence] as const), { role: coin === 0 ? 'x' : 'y', look: 'solid' }), // prettier-ignore
    ),
    dots(drawn.some.filter(({ coin }) => coin === 0).map(({ walk }) => [walk.length - 1, walk[walk.length - 1]] as const), { role: 'x', name: 'first coin tossed' }), // prettier-ignore
    dots(drawn.some.filter(({ coin }) => coin === 1).map(({ walk }) => [walk.length - 1, walk[walk.length - 1]] as const), { role: 'y', name: 'second coin tossed' }), // prettier-ignore
  ];
}

function More(props: Props) {
  const { model, width, say, values } = props;
  const { above, below } = model.sequential;
  const longestWalk = Math.max(20, ...model.drawn.some.map(({ walk }) => walk.length - 1));
  const margin = 0.12 * (above - below) + 0.5;
  return (
    <Folds>
      <Fold question="What does such a trial look like?" holds={['trials', 'seed']}>
        <Figure
          {...{ width, say }}
          rows={[
            [
              {
                height: 180,
                key: 'above',
                x: { domain: [0, longestWalk], label: 'Tosses, n' },
                y: {
                  domain: [Math.min(0, below) - margin, Math.max(0, above) + margin],
                  label: 'Evidence for the first coin',
                  information: true,
                },
                marks: walks(model),
              },
            ],
          ]}
        />
        <p>
          These are {model.drawn.some.length} of {say.count(values.trials)} drawn trials. Of all of them{' '}
          {say.count(model.drawn.wrong)} decided for the wrong coin.
        </p>
        <Settings {...props} params={params} show={['trials', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
