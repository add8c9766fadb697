import type { Say } from '#contract/say.ts';
import type { Pair } from './model.ts';

interface WordsProps {
  readonly model: Pair;
  readonly window: number;
  readonly say: Say;
}

const shown = 4;

/** The windows of this length that leave a doubt, the worst first. */
export function Words({ model, window, say }: WordsProps) {
  const doubts = model.doubts[window - 1] ?? [];
  const length = window === 1 ? 'one letter' : `${window} letters`;
  if (doubts.length === 0)
    return (
      <p className="support-graph-none">
        {model.areSame
          ? 'After every window both chains go on alike.'
          : `Every window of ${length} is one that only one of them can write, or they go on alike after it.`}
      </p>
    );
  return (
    <table className="support-graph-words">
      <caption>
        {doubts.length === 1
          ? `One window of ${length} leaves a doubt that matters`
          : `${say.count(doubts.length)} windows of ${length} leave a doubt that matters${doubts.length > shown ? `, the ${shown} with the largest miss` : ''}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">window</th>
          <th scope="col">
            it gives the <span className="ink-x">first</span>
          </th>
          <th scope="col">
            it misses by, if the <span className="ink-x">first</span> runs
          </th>
          <th scope="col">
            if the <span className="ink-y">second</span> runs
          </th>
        </tr>
      </thead>
      <tbody>
        {doubts.slice(0, shown).map(({ word, posterior, gaps }) => (
          <tr key={word}>
            <th scope="row">
              <b>{word}</b>
            </th>
            <td>{say.probability(posterior)}</td>
            <td>{say.probability(gaps[0])}</td>
            <td>{say.probability(gaps[1])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
