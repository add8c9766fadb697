import { useId } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { compare, meansOf, charactersOf } from './comparison.ts';
import { Costliest } from './Costliest.tsx';
import { sayChange, sayTokens } from './describe.ts';
import { sourcePanel, textPanel } from './panels.ts';
import { longestText, params } from './parameters.ts';
import { Progress } from './Progress.tsx';
import { fewestTargets, isComplete } from './reading.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec> & { readonly engine?: Engine };

/** Does more context help? On one axis: a source whose law is known, and the model on the reader's text. */
export function View(props: Props) {
  const { values, model, width, set, say, engine } = props;
  const id = useId();
  const { reading } = model;
  const found = compare(reading, Number(values.less));
  const stale = reading.text !== values.text || (reading.asked > 0 && reading.asked !== Number(values.targets));
  const busy = stale || !isComplete(reading);
  return (
    <div className="context-length">
      <Figure
        {...{ width, say }}
        rows={[[sourcePanel(model), ...(found ? [textPanel(model, found, bind(params, props))] : [])]]}
      />
      <div className="context-length-text" aria-busy={busy}>
        {busy && <Progress {...{ reading, stale, engine, say }} />}
        {found ? (
          <p>
            <label htmlFor={`${id}-less`}>After {found.longer} tokens of context, compared with</label>{' '}
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
            , the same {found.targets.length} tokens cost <b>{sayChange(found.change, found.standardError, say)}</b>{' '}
            each
            {'; '}
            {found.at
              .map((at) =>
                say.amount((meansOf(reading)[at] * found.targets.length) / Math.max(1, charactersOf(reading)), 2),
              )
              .join(' → ')}{' '}
            {say.unit} per character. Whiskers show one standard error of the difference from {found.longer}.
          </p>
        ) : (
          !busy && (
            <p className="hint">
              The text has {sayTokens(reading.tokens, say)}. With {fewestTargets + 2} or more the model can be compared
              with itself.
            </p>
          )
        )}
      </div>
    </div>
  );
}

function More(props: Props) {
  const { values, model, set, say } = props;
  const id = useId();
  const alive = useAlive();
  const { reading } = model;
  const found = compare(reading, Number(values.less));
  return (
    <Folds>
      <Fold question="Which text, and which of its tokens does it hurt?" holds={['text', 'targets']}>
        <div className="context-length-text">
          {found && (
            <>
              <p>Costliest after the longer context:</p>
              <Costliest text={reading.text} {...{ found, say }} />
            </>
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
          <Settings {...{ params, values, set }} show={['targets']} />
        </div>
      </Fold>
      <Fold question="Which source, and what does the believer believe?" holds={['source', 'first', 'second']}>
        <Settings {...{ params, values, set }} show={['source', ['first', 'second']]} />
      </Fold>
    </Folds>
  );
}
View.More = More;
