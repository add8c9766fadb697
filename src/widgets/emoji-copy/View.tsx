import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { longestWindow, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** The 64 emoji that begin here, in steps of 49, so that the first few are not alike. */
const firstEmoji = 0x1f600;
const written = (numbers: readonly number[]) =>
  numbers.map((n) => String.fromCodePoint(firstEmoji + ((49 * n) % 64))).join('');

type Props = ViewProps<typeof spec>;

/** Above a few documents with all but their ends left out; below what the end costs, by the length of the window. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { window, between } = values;
  const { blind, distance, drawn, whole, windowed } = model;
  const cost = whole < blind ? [[1, blind], [distance, blind], [distance, 0], [longestWindow, 0]] as const : [[1, blind], [longestWindow, blind]] as const; // prettier-ignore
  return (
    <div>
      <p className="emoji-copy-title">Documents that were made in this way</p>
      <ol className="emoji-copy-documents">
        {drawn.map(({ head, tail }, i) => (
          <li key={i}>
            <span>{written(head)}</span> <span className="between">{say.count(between)} tokens</span>{' '}
            <span>{written(tail)}</span>
          </li>
        ))}
      </ol>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 150,
              key: 'above',
              title: 'What the emoji at the end cost, expected',
              x: { domain: [1, longestWindow], scale: 'log', base: 2, label: 'Tokens in the window, w' },
              y: { domain: [0, 1.15 * blind], information: true },
              marks: [
                line(cost, { role: 'model', look: 'solid', name: 'with a window' }),
                rule(whole, { role: 'exact', look: 'dashed', name: 'with the whole past' }),
                guide(window, 0, windowed),
              ],
              drags: [{ ...bind(params, props)('window'), along: 'x' }],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['window', 'tail']} />
    </div>
  );
}

View.More = (props: Props) => (
  <More>
    <Fold question="Fewer emoji, or farther apart?" holds={['copied', 'emoji', 'between', 'seed']}>
      <Settings {...props} params={params} show={['copied', 'emoji', 'between', 'seed']} />
    </Fold>
  </More>
);
