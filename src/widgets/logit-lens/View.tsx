import { useId } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Legend } from '#kit/reading/Legend.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { TokenList } from '#kit/reading/TokenList.tsx';
import { TokenText } from '#kit/reading/TokenText.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { readingAt, stageAt, tokenAt } from './model.ts';
import { longestText, params } from './parameters.ts';
import { costPanel, nameOf } from './panel.ts';
import type { spec } from './spec.ts';
import { TokenTable } from './TokenTable.tsx';

type Props = ViewProps<typeof spec> & { readonly engine?: Engine };

/** The whole text through every stage, the text as one stage sees it, and one token through every stage. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const id = useId();
  if (model.stages.length === 0 || model.ids.length === 0)
    return (
      <p className="soft">{values.text === '' ? 'No text, nothing to predict.' : 'The model is about to read.'}</p>
    );
  const stage = stageAt(model, values);
  const token = tokenAt(model, values);
  const reading = readingAt(model, stage);
  const { ids, cut } = model;
  return (
    <div className="logit-lens" aria-busy={model.text !== values.text || !model.complete}>
      <Figure {...{ width, say }} rows={[[costPanel(model, values, bind(params, props), say)]]} />
      <div className="logit-lens-bar">
        <b>Stopped after {stage === 0 ? 'the embedding' : nameOf(stage)}</b>
        <Legend shown="surprisal" say={say} />
      </div>
      <TokenList
        id={`${id}-text`}
        label={`The text as it costs after ${stage === 0 ? 'the embedding' : nameOf(stage)}`}
        className="logit-lens-text"
        {...{ reading }}
        selected={token}
        onSelect={(chosen) => set({ token: chosen })}
      >
        <TokenText
          {...{ reading, say }}
          from={0}
          to={ids.length}
          shown="surprisal"
          selected={token}
          listId={`${id}-text`}
        />
      </TokenList>
      {cut > 0 && (
        <p className="hint">
          One window holds {say.count(ids.length)} tokens; the last {say.count(cut)} are not looked at.
        </p>
      )}
      <TokenTable {...{ model, token, say }} looked={stage} />
    </div>
  );
}

function More({ values, set, say }: Props) {
  return (
    <Folds>
      <Fold question="And a text of yours?" holds={['text']}>
        <TextInput
          label="Your text"
          text={values.text}
          longest={longestText}
          say={say}
          onText={(text) => set({ text, token: -1 })}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
