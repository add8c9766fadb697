import type { ReactNode } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { nothingToFollow, stageAt } from './model.ts';
import { PairTable } from './PairTable.tsx';
import { curvesPanel, matrixPanel, meansMeet, pairPanel } from './panels.tsx';
import { longestLine, mostOwn, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Pixels between the table of a pair and its picture. */
const gap = 28;

/** All pairs twice in one square, how far each summary follows, and one pair as two clouds. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const { problem, pair, texts, leftOut } = model;
  if (problem !== undefined) return <Note>{problem}</Note>;
  const bound = bind(params, props);
  const beside = width >= 640;
  const side = beside ? Math.min(330, width / 2 - 60) : Math.min(330, width - 60);
  const room = beside ? Math.floor((width - gap) / 2) : width;
  const nothing = nothingToFollow(model);
  const onPair = (i: number, j: number) => set({ first: i, second: j });
  return (
    <div className="sentence-distance" aria-busy={!model.complete}>
      <Settings {...{ params, values, set }} show={['summary', model.meanings ? 'compare' : false]} />
      {/* With one pair there is nothing to be nearer than. */}
      {texts.length > 2 && (
        <Figure
          {...{ width, say }}
          narrow={640}
          rows={[
            [
              matrixPanel(model, values, bound, side, onPair),
              ...(nothing === undefined ? [curvesPanel(model, values, bound, side - 40)] : []),
            ],
          ]}
        />
      )}
      {nothing !== undefined && <Note>{nothing}</Note>}
      {leftOut > 0 && (
        <Note>
          The first {mostOwn} sentences are compared; {say.count(leftOut)} more {leftOut === 1 ? 'is' : 'are'} left out.
        </Note>
      )}
      <div className={`sentence-distance-pairs ${beside ? 'is-beside' : ''}`}>
        <PairTable {...{ model, values, say }} />
        {pair ? (
          <Figure {...{ width: room, say }} rows={[[pairPanel(pair, room)]]} label="The pair as two clouds of tokens" />
        ) : (
          <p className="sentence-distance-wait" role="status">
            The network is reading the sentences.
          </p>
        )}
      </div>
      <p className="hint">
        Each dot is a token of the pair{' '}
        {stageAt(model, values) === 0 ? 'at the embedding' : `after block ${stageAt(model, values)}`}, each ellipse a
        standard deviation. The plane is that of the largest spread and shows{' '}
        {pair ? say.probability(pair.plane.share) : 'part'} of it.
        {pair && meansMeet(pair) && ' The two means lie on each other there.'}
        {texts.length > 2 && ' Press a cell of the square for another pair.'}
      </p>
    </div>
  );
}

const Note = ({ children }: { readonly children: ReactNode }) => <p className="sentence-distance-note">{children}</p>;

function More({ values, set, say, model }: Props) {
  return (
    <Folds>
      <Fold question="Other sentences of the grammar, or without their order?" holds={['draw', 'shuffled']}>
        <Settings
          {...{ params, values, set }}
          show={[values.source === 'drawn' || values.shuffled ? 'draw' : false, 'shuffled']}
        />
      </Fold>
      <Fold question="And sentences of yours?" holds={['source', 'own']}>
        <Settings {...{ params, values, set }} show={['source']} />
        <TextInput
          label={params.own.label}
          text={values.own}
          longest={params.own.maximumLength}
          say={say}
          onText={(own) => set({ own, source: 'own' })}
        />
        <p className="hint">
          Two to {mostOwn} lines of up to {longestLine} characters. Nobody knows how far apart they are in meaning but
          you: the curves then say how far each summary follows shared words.
        </p>
        {model.problem !== undefined && <Note>{model.problem}</Note>}
      </Fold>
    </Folds>
  );
}
View.More = More;
