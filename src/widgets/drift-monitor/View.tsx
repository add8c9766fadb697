import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule, steps, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { within } from './model.ts';
import { labeled, months } from './parameters.ts';
import type { spec } from './spec.ts';

/** What the monitor sees; whether the program is right; and how soon each way of watching finds out. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { monitor, months: drawn, before, after, checkedNotes } = model;
  const { begins } = values;
  const params = labeled(values.shift);
  const bound = bind(params, props);
  const isCalm = values.shift === 'none';
  const border = begins - 0.5;
  const time = { domain: [0.5, months + 0.5], ticks: [1, 6, 12, 18, 24].map((at) => ({ at, text: String(at) })) } as const; // prettier-ignore
  const level = (first: number, then: number) => [[0.5, first], [border, then], [months + 0.5, then]] as const; // prettier-ignore
  const highest = Math.max(1.5 * monitor.threshold, 1.15 * model.expectedAfter, ...drawn.map(({ divergence }) => 1.08 * divergence)); // prettier-ignore
  const shareOf = (right: number) => right / checkedNotes;
  const spread = (share: number) => Math.sqrt((share * (1 - share)) / checkedNotes);
  const horizon = 12;
  const curve = (chance: number) => Array.from({ length: horizon }, (_, i) => [i + 1, within(chance, i + 1)] as const);
  return (
    <div>
      <Settings {...props} params={params} show={['shift', !isCalm && 'size']} />
      <div style={{ marginTop: '1rem' }}>
        <Figure
          {...{ width, say }}
          rows={[
            [
              {
                height: 170,
                key: 'above',
                title: 'What the monitor sees: the answers of a month against the usual shares',
                x: time,
                y: { domain: [0, highest], label: 'Divergence', information: true },
                marks: [
                  !isCalm && guide(border),
                  rule(monitor.threshold, { role: 'y', look: 'dashed', name: 'threshold' }),
                  steps(level(0, model.truth), { role: 'exact', look: 'thick', name: 'of the laws' }),
                  steps(level(model.expectedBefore, model.expectedAfter), { role: 'exact', look: 'dotted', name: 'expected of n notes' }), // prettier-ignore
                  dots(drawn.filter(({ alarm }) => !alarm).map(({ month, divergence }) => [month, divergence] as const), { role: 'model', r: 3, name: 'drawn' }), // prettier-ignore
                  dots(drawn.filter(({ alarm }) => alarm).map(({ month, divergence }) => [month, divergence] as const), { role: 'y', r: 5, name: 'drawn, an alarm' }), // prettier-ignore
                ],
                drags: [!isCalm && { ...bound('begins'), along: 'x', at: (month: number) => month - 0.5, from: (at: number) => at + 0.5 }], // prettier-ignore
              },
            ],
            [
              {
                height: 140,
                key: 'above',
                title: 'What the monitor is not told: how many answers are right',
                x: { ...time, label: 'Month' },
                y: { domain: [0, 1], label: 'Share of right answers' },
                marks: [
                  !isCalm && guide(border),
                  rule((model.checks.fewest - 0.5) / checkedNotes, { role: 'y', look: 'dashed', name: `alarm below ${model.checks.fewest} of ${checkedNotes}` }), // prettier-ignore
                  steps(level(before.accuracy, after.accuracy), { role: 'exact', look: 'thick', name: 'exact' }),
                  whiskers(drawn.map(({ month, right }) => [month, Math.max(0, shareOf(right) - spread(shareOf(right))), Math.min(1, shareOf(right) + spread(shareOf(right)))] as const), { role: 'quiet' }), // prettier-ignore
                  dots(drawn.filter(({ alarmOfChecks }) => !alarmOfChecks).map(({ month, right }) => [month, shareOf(right)] as const), { role: 'model', r: 3, name: 'of those checked, ± standard error' }), // prettier-ignore
                  dots(drawn.filter(({ alarmOfChecks }) => alarmOfChecks).map(({ month, right }) => [month, shareOf(right)] as const), { role: 'y', r: 5, name: 'the same, an alarm' }), // prettier-ignore
                ],
              },
            ],
            [
              {
                height: 150,
                key: 'above',
                title: isCalm
                  ? 'The chance of a false alarm in so many months'
                  : 'The chance that an alarm has come since the shift',
                x: { domain: [1, horizon], label: isCalm ? 'Months' : 'Months since the shift', ticks: [1, 3, 6, 9, 12].map((at) => ({ at, text: String(at) })) }, // prettier-ignore
                y: { domain: [0, 1.04], label: 'Chance', ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
                marks: [
                  line(curve(model.outputs.after), { role: 'model', look: 'thick', name: 'from the answers' }),
                  // Thin on thick: both are seen where they coincide.
                  !isCalm && line(curve(model.outputs.before), { role: 'y', look: 'dashed', name: 'the same if nothing had changed' }), // prettier-ignore
                  line(curve(model.forms.after), { role: 'x', look: 'long', name: 'from the forms' }),
                  line(curve(model.byHand.after), { role: 'exact', look: 'dotted', name: 'from checked notes' }),
                ],
              },
            ],
          ]}
        />
      </div>
      <Settings
        {...props}
        params={params}
        show={['checked', 'notes']}
        most={{ checked: Math.min(100, values.notes) }}
      />
      <More>
        <Fold question="What if false alarms may come more often?" holds={['level', 'begins']}>
          <Settings {...props} params={params} show={['level', !isCalm && 'begins']} />
        </Fold>
        <Fold question="Which notes are drawn?" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      </More>
    </div>
  );
}
