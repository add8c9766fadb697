import { useId, useSyncExternalStore } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { ViewProps } from '#contract/spec.ts';
import { ChangePanel } from './ChangePanel.tsx';
import { compare, meansOf, charactersOf } from './comparison.ts';
import { Costliest } from './Costliest.tsx';
import { sayChange } from './describe.ts';
import { ModelPanel } from './ModelPanel.tsx';
import { longestText, params } from './parameters.ts';
import { Progress } from './Progress.tsx';
import { fewestTargets, isComplete } from './reading.ts';
import { SourcePanel } from './SourcePanel.tsx';
import type { spec } from './spec.ts';

export type ContextProps = ViewProps<typeof spec>;

const never = () => () => {};

/** One axis of context for a source whose law is known and for the model on the reader's text. */
export function View(props: ContextProps & { readonly engine?: Engine }) {
  const { values, model, width, set, say, engine } = props;
  const id = useId();
  // Nothing can be typed before the page is alive, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { reading } = model;
  const found = compare(reading, Number(values.less));
  const stale = reading.text !== values.text || (reading.asked > 0 && reading.asked !== Number(values.targets));
  const busy = stale || !isComplete(reading);
  const column = { left: 46, right: width - 6 };
  const source = { ...column, top: 34, bottom: 34 + 150 };
  const onText = { ...column, top: source.bottom + 64, bottom: source.bottom + 64 + 160 };
  const changes = { ...column, top: onText.bottom + 84, bottom: onText.bottom + 84 + 84 };
  const height = found ? changes.bottom + 22 : source.bottom + 26;
  return (
    <div className="context-length">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <SourcePanel {...props} box={source} />
        {found && <ModelPanel {...props} found={found} box={onText} />}
        {found && <ChangePanel found={found} box={changes} say={say} />}
      </svg>
      <div className="context-length-text" aria-busy={busy}>
        {busy && <Progress {...{ reading, stale, engine, say }} />}
        {found ? (
          <>
            <p className="row">
              <label htmlFor={`${id}-less`}>After {found.longer} tokens of context, compared with</label>
              <select
                id={`${id}-less`}
                value={found.shorter}
                onChange={(event) => set({ less: event.target.value as typeof values.less })}
              >
                {params.less.options
                  .filter(({ value }) => Number(value) < found.longer)
                  .map(({ value }) => (
                    <option key={value}>{value}</option>
                  ))}
              </select>
            </p>
            <p>
              the same {found.targets.length} tokens cost <b>{sayChange(found.change, found.standardError, say)}</b>{' '}
              each
              {'; '}
              {found.at
                .map((at) =>
                  say.amount((meansOf(reading)[at] * found.targets.length) / Math.max(1, charactersOf(reading)), 2),
                )
                .join(' → ')}{' '}
              {say.unit} per character. Whiskers show one standard error of the difference from {found.longer}.
              Costliest after the longer context:
            </p>
            <Costliest text={reading.text} {...{ found, say }} />
          </>
        ) : (
          !busy && (
            <p className="hint">
              The text has {say.count(reading.tokens)} tokens. With {fewestTargets + 2} or more the model can be
              compared with itself.
            </p>
          )
        )}
        <label htmlFor={`${id}-text`}>Your text</label>
        <textarea
          id={`${id}-text`}
          dir="auto"
          rows={4}
          spellCheck={false}
          maxLength={longestText}
          readOnly={!alive}
          value={values.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </div>
    </div>
  );
}
