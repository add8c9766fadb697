import { Fragment } from 'react';
import { countsAt } from './learners.ts';
import { letters, params, trainedOn } from './parameters.ts';
import { orderOf } from './sequence.ts';
import { isOtherPrior, learnersOn, positionOf } from './state.ts';
import type { TunnelProps } from './props.ts';

/** The full prediction at the position on display, and the counts that the exact answer is made of. */
export function At({ model, values, say }: TunnelProps) {
  const { sequence, symbols, shown } = model;
  const at = positionOf(model, values);
  const { unigram, bigram, shown: displayed } = learnersOn(model, values);
  const counts = countsAt(sequence, at, symbols);
  const seen = counts.reduce((sum, n) => sum + n, 0);
  const other = isOtherPrior(values);
  const last = at > 0 ? letters[sequence[at - 1]] : undefined;
  const came = at < sequence.length ? letters[sequence[at]] : undefined;
  const alpha = params.alpha.format(values.alpha);
  const network = shown?.logs[at]?.map(Math.exp);
  return (
    <section className="wind-tunnel-at" aria-label="The prediction at the position">
      <p>
        {last === undefined ? (
          <b>Before the first symbol</b>
        ) : (
          <>
            <b>
              After {say.count(at)} {at === 1 ? 'symbol' : 'symbols'}, the last {last}
            </b>
            , which came {say.count(seen)} {seen === 1 ? 'time' : 'times'} before.
          </>
        )}{' '}
        {came === undefined ? 'What comes next is open.' : `Then ${came} came.`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">next, counted</th>
            <th scope="col" className="ink-exact" data-q="p">
              {other ? 'believer' : 'exact'}
            </th>
            <th scope="col" className="ink-model" data-q="q">
              network
            </th>
            {other && (
              <th scope="col" className="ink-y">
                knows better
              </th>
            )}
            <th scope="col">unigram</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((n, j) => (
            <Fragment key={j}>
              <tr className={letters[j] === came ? 'came' : undefined}>
                <th scope="row">
                  <b>{letters[j]}</b>{' '}
                  <span className="wind-tunnel-fraction">
                    {last === undefined ? `1/${symbols}` : `(${n}+${trainedOn})/(${seen}+${symbols * trainedOn})`}
                  </span>
                </th>
                <td>{say.probability(bigram[at][j])}</td>
                <td className="ink-model">{network ? say.probability(network[j]) : '…'}</td>
                {other && <td className="ink-y">{say.probability(displayed[at][j])}</td>}
                <td>{say.probability(unigram[at][j])}</td>
              </tr>
              <tr className="wind-tunnel-bars" aria-hidden="true">
                <td colSpan={other ? 5 : 4}>
                  <span style={{ width: `${(100 * bigram[at][j]).toFixed(1)}%` }} />
                  <span style={{ width: `${(100 * (network?.[j] ?? 0)).toFixed(1)}%` }} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="hint">
        The bars: {other ? 'believer' : 'exact'} above, network below.{' '}
        {other
          ? orderOf(values) === 2
            ? `With the prior on display, rows for pairs of symbols, only what followed the same two symbols counts.`
            : `With the prior on display each count gets ${alpha} instead of 1.`
          : 'The exact answer counts what followed the last symbol before, and adds 1 to each count.'}
      </p>
    </section>
  );
}
