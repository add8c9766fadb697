import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { WeighedText } from '#kit/reading/WeighedText.tsx';
import { entropyAndLoss, sayShare } from './head.ts';
import { mapPanel, sharesPanel, weightsPanel } from './panels.tsx';
import { headNames, longestText, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** All heads of the network by how even their attention is, and one of them closely. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const id = useId();
  const { shown, heads, lost } = model;
  const stale = model.text !== values.text;
  const relation = entropyAndLoss(model);
  const looked = shown?.[values.color === 'moved' ? 'moved' : 'row'] ?? [];
  return (
    <div className="attention-entropy" aria-busy={stale || lost.length < heads.length}>
      <Figure
        {...{ width, say }}
        rows={[
          [mapPanel(model, values, (head) => set({ head: headNames[head] }))],
          ...(heads.length > 0 && shown ? [[sharesPanel(model, values), weightsPanel(model)]] : []),
        ]}
      />
      <Settings {...{ params, values, set }} show={['head', 'measure', values.measure === 'lost' && 'by']} />
      {relation && values.measure === 'lost' && (
        <p>
          Rank correlation of entropy and cost: <b>{say.number(relation.correlation, 2)}</b>. By chance it would be 0,
          give or take {say.number(relation.byChance, 2)}.
        </p>
      )}
      {shown && (
        <div>
          <p className="hint">
            Choose a token: where head {headNames[shown.head]} looks from it. {sayShare(looked[0], say)} of its weight
            {values.color === 'moved' && ', times the size of the value,'} is on the line break before the text.
          </p>
          <WeighedText
            id={`${id}-text`}
            label="The tokens that are looked at"
            {...{ text: model.text, starts: model.starts, ends: model.ends, selected: shown.token }}
            of={({ from, to }) => {
              if (from > shown.token) return undefined;
              const weight = looked.slice(from + 1, to + 1).reduce((a, b) => a + b, 0);
              return { share: Math.sqrt(weight), says: sayShare(weight, say) };
            }}
            onSelect={(token) => set({ token })}
          />
          <Settings {...{ params, values, set }} show={['color']} />
        </div>
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
