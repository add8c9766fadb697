import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { areAlike, exchanged, pairsIn, shown, unread, windowOf } from './letters.ts';
import { backIn } from './model.ts';
import { Networks } from './Networks.tsx';
import { changePanel } from './panel.ts';
import { longestText, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** A text of the reader’s, two letters of it exchanged, and what five networks make of that. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const isStale = windowOf(values.text) !== model.window && model.problem === undefined;
  const pairs = pairsIn(model.window);
  const isNot = unread(values.text);
  return (
    <div className="letters-exchanged" aria-busy={isStale}>
      <TextInput
        label={params.text.label}
        text={values.text}
        longest={longestText}
        say={say}
        onText={(text) => set({ text })}
      />
      {isNot !== '' && <p className="hint">{isNot}</p>}
      {model.problem !== undefined && (
        <p className="hint">The networks do not read: {model.problem} Below is the text that was read before.</p>
      )}
      {pairs === 0 ? (
        <p className="hint">Two letters or more that the networks know are needed.</p>
      ) : (
        <>
          <Exchanged {...{ values, model }} />
          <Networks {...{ values, model, say }} />
          <Figure
            {...{ width, say }}
            rows={[
              [
                {
                  ...changePanel(model, values),
                  drags: [{ ...bind(params, props)('back'), along: 'x', max: Math.max(1, pairs) }],
                },
              ],
            ]}
          />
        </>
      )}
      <Settings {...props} params={params} show={['back', 'network']} most={{ back: Math.max(1, pairs) }} />
    </div>
  );
}

/** The text as the networks read it, with the pair exchanged. */
function Exchanged({ values, model }: Pick<Props, 'values' | 'model'>) {
  const back = backIn(model, values);
  const text = exchanged(model.window, back).replaceAll('\n', '↵');
  const at = text.length - 1 - back;
  return (
    <p className="letters-exchanged-text">
      {text.slice(0, at - 1)}
      <mark>{areAlike(model.window, back) ? text.slice(at - 1, at + 1) : shown(text.slice(at - 1, at + 1))}</mark>
      {text.slice(at + 1)}
      {areAlike(model.window, back) && <small className="hint"> Two letters alike: there is nothing to see.</small>}
      {back === pairsIn(model.window) && (
        <small className="hint"> ↵ is the line break that is read before the text.</small>
      )}
    </p>
  );
}
