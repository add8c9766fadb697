import { useContext, useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { WeighedText } from '#kit/reading/WeighedText.tsx';
import { FixedContext } from '#kit/state/fixed.ts';
import { useAlive } from '#kit/state/alive.ts';
import { sayChange } from './describe.ts';
import { Grid } from './Grid.tsx';
import { unreadable } from './model.ts';
import { scatterPanel } from './panel.ts';
import { longestText, params } from './parameters.ts';
import { cellNames, offNamed, turned } from './parts.ts';
import { relationOf } from './relation.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** A token's change is drawn in full from here on. */
const deepest = 4 * Math.LN2;

/** The parts of the network with what each is worth; those that are off, what that costs, and which tokens. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const id = useId();
  const alive = useAlive();
  const fixed = useContext(FixedContext);
  const { together, off, cells, profiles } = model;
  const done = cellNames.filter((name) => cells[name]).length;
  const relation = relationOf(model, values.against);
  const nothing = unreadable(model);
  return (
    <div className="ablate" aria-busy={!nothing && (!together || done < cellNames.length)}>
      <p>
        Each cell: what a token costs more in {say.unit} without this part alone, or in the last columns without all
        heads of the block and without the whole block; and its standard error. Press to switch off.
      </p>
      <Grid
        {...{ model, say }}
        disabled={!alive || fixed.has('off')}
        turn={(name) => set({ off: turned(off, name).join(' ') })}
      />
      <Settings {...{ params, values, set }} show={['by']} />
      <p className="ablate-result">
        {together && off.length > 0 ? (
          <>
            Without {offNamed(off)}: <b>{sayChange(together, say)}</b> for a token.
            {off.length > 1 && (
              <>
                {' '}
                One by one they add up to {say.information(together.sum)}. Together it is{' '}
                {sayChange(together.beyond, say)}.
              </>
            )}
          </>
        ) : together ? (
          <>Everything is on: {say.information(model.paid)} for a token.</>
        ) : (
          (nothing ?? 'The network reads the text.')
        )}
      </p>
      {together && (
        <WeighedText
          id={`${id}-text`}
          label="What the tokens cost more"
          {...{ text: model.text, starts: model.starts, ends: model.ends }}
          selected={Math.min(values.token, model.starts.length - 1)}
          of={({ from, to }) => {
            const change = together.changes.slice(from, to).reduce((a, b) => a + b, 0);
            return {
              share: Math.abs(change) / deepest,
              says: `${change > 0 ? '+' : ''}${say.amount(change, 1)}`,
              opposite: change < 0,
            };
          }}
          onSelect={(token) => set({ token })}
        />
      )}
      {profiles.length > 0 && (
        <>
          <Figure {...{ width, say }} rows={[[scatterPanel(model, values)]]} />
          <Settings {...{ params, values, set }} show={['against']} />
          {relation && (
            <p>
              Rank correlation over the heads: <b>{say.number(relation.correlation, 2)}</b>. By chance it would be 0,
              give or take {say.number(relation.byChance, 2)}.
            </p>
          )}
        </>
      )}
      {done > 0 && done < cellNames.length && (
        <p className="hint">
          {done} of {cellNames.length} cells have been read.
        </p>
      )}
    </div>
  );
}

function More({ values, set, say }: Props) {
  return (
    <Folds>
      <Fold question="Which text?" holds={['text']}>
        <TextInput
          label="Your text"
          text={values.text}
          longest={longestText}
          say={say}
          onText={(text) => set({ text })}
        />
        <p className="hint">One window of the network: what goes beyond 255 tokens is left out.</p>
      </Fold>
    </Folds>
  );
}
View.More = More;
