import { useEffect, useId, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { backendNames } from '#contract/backendNames.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { shortestText, widths } from './data.ts';
import { isBegun, isDone } from './model.ts';
import { isEmptied } from './ladder.ts';
import { familyPanel, missPanel, ownPanel } from './panels.tsx';
import { longestText, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** The shipped family with the laws that were fitted to it; then what the reader trains. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const bound = bind(params, props);
  const { family, own } = model;
  const isOver = values.playing && (isDone(own) || own.problem !== undefined || own.held === true);
  useEffect(() => {
    if (isOver) set({ playing: false });
  });
  const { sizes } = family;
  return (
    <div className="scaling-lab">
      <Figure
        {...{ width, say }}
        label="The shipped networks and three laws; the table has the numbers"
        rows={[
          [
            {
              ...familyPanel(family, values),
              drags: [
                {
                  ...bound('fitted'),
                  along: 'x',
                  at: (count: number) => sizes[count - 1],
                  from: (size: number) => sizes.filter((one) => one <= size * 1.7).length,
                  says: (count: number) => `the ${count} smallest`,
                },
              ],
            },
          ],
          [missPanel(family, values)],
        ]}
      />
      <Settings {...props} params={params} show={['fitted', 'law', 'counters']} />
      <OwnRuns {...props} />
    </div>
  );
}

function OwnRuns(props: Props) {
  const { values, model, width, say, set } = props;
  const { own } = model;
  const done = isDone(own);
  const running = values.playing && !done;
  const begun = isBegun(own);
  const old = begun ? undefined : model.kept;
  const { rungs, ladder } = old ?? own;
  return (
    <section className="scaling-lab-own" aria-label="Your runs">
      <h4>Your runs: {widths.length} small networks, equally long on the same text</h4>
      {rungs.length > 0 && (
        <Figure {...{ width, say }} label="Your runs" rows={[[ownPanel(rungs, ladder, values, old !== undefined)]]} />
      )}
      {rungs.length > 0 && isEmptied(rungs) && (
        <p className="notice">
          This text leaves nothing to learn: all losses are nearly 0, and no law is fitted to them.
        </p>
      )}
      <RunRow
        {...{ running, counts: 'Steps taken' }}
        done={own.rungs.length * own.goal + own.step}
        of={widths.length * own.goal}
        label={running ? 'Pause' : done ? 'All trained' : begun ? 'Go on' : 'Train'}
        says={stateOf(props)}
        notice={
          own.problem ??
          own.notice ??
          (old &&
            'You have changed a setting. Train begins anew with it; with the setting of before, these runs go on.')
        }
        disabled={done || own.problem !== undefined}
        onStart={() => set({ playing: true })}
        onPause={() => set({ playing: false })}
        onStop={begun && (() => set({ round: values.round + 1, playing: false }))}
      />
      {values.source === 'own' && <OwnText {...props} />}
      <Settings {...props} params={params} show={['source', 'steps', 'rate', 'seed']} />
    </section>
  );
}

/** What happens now, or is going to. */
function stateOf({ model: { own }, values, say }: Props): string {
  const at = own.rungs.length;
  if (isDone(own)) return `All ${widths.length} networks are trained.`;
  const left = own.seconds === undefined ? '' : `about ${say.duration(own.seconds)}`;
  const where = own.backend ? `, ${backendNames[own.backend]}` : '';
  if (values.playing && own.step === 0 && at === 0) return 'Finding out where this trains fastest …';
  const now = `Network ${at + 1} of ${widths.length}, width ${widths[at]}: step ${say.count(own.step)} of ${say.count(own.goal)}`;
  if (values.playing) return `${now}; ${left} left for all${where}.`;
  if (at > 0 || own.step > 0) return `${now}; paused.`;
  return left === '' ? '' : `${left[0].toUpperCase()}${left.slice(1)} in all${where}.`;
}

function OwnText({ values, set, say }: Props) {
  const id = useId();
  const alive = useAlive();
  /** How long a text was that did not fit. */
  const [given, setGiven] = useState(0);
  const { length } = values.text.normalize('NFC');
  return (
    <div className="scaling-lab-text">
      <label htmlFor={id}>{params.text.label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        readOnly={!alive}
        value={values.text}
        onChange={({ target: { value } }) => {
          setGiven(value.length);
          set({ text: value.slice(0, longestText), playing: false });
        }}
      />
      {length < shortestText && (
        <p className="says">{`At least ${say.count(shortestText)} characters are needed. Here are ${say.count(length)}.`}</p>
      )}
      {given > longestText && (
        <p className="notice" role="status">
          This text has {say.count(given)} characters. Only the first {say.count(longestText)} are used.
        </p>
      )}
    </div>
  );
}
