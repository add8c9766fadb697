import type { ViewProps } from '#contract/spec.ts';
import { costs, expectation, predictions } from '#kit/source/layers.tsx';
import { RunningSource } from '#kit/source/RunningSource.tsx';
import { twoCoins } from '#sim/coin-mixture.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { columnsOf, hiddenCoin, mostTosses, tossed } from './model.ts';
import type { spec } from './spec.ts';

/** The most that a toss can cost: a tail when the first coin is certain. */
const dearest = -Math.log(1 - Math.max(...twoCoins.heads));

const knownCoins = twoCoins.heads.map(binaryEntropy);

/** The source as this chapter shows it: predictions, what they cost, and what they cost on average. */
export function View({ values, model, width, set, say }: ViewProps<typeof spec>) {
  const { tosses, predicted, next, surprisals, means, rate, expected, learned } = model;
  const { tosses: written, seed, shown } = values;
  const columns = columnsOf(tosses.length, shown);
  const add = (more: string) => set({ tosses: (written + more).slice(0, mostTosses) });
  const full = written.length >= mostTosses;
  return (
    <div className="two-coins">
      <RunningSource
        {...{ tosses, columns, width, say }}
        layers={[
          predictions({ predicted, next, coins: twoCoins.heads }),
          costs({ surprisals, means, known: knownCoins, most: dearest }),
          expectation({
            expected: expected.slice(0, columns),
            rate,
            learnable: learned[columns],
            learned: learned[tosses.length],
            tossed: tosses.length,
          }),
        ]}
      />
      <div className="two-coins-hand" role="group" aria-label="Toss">
        <button type="button" disabled={full} onClick={() => add('H')}>
          Heads
        </button>
        <button type="button" disabled={full} onClick={() => add('T')}>
          Tails
        </button>
        <button type="button" disabled={full} onClick={() => add(tossed(seed, written.length, 1))}>
          Toss the hidden coin
        </button>
        <button type="button" disabled={full} onClick={() => add(tossed(seed, written.length, 10))}>
          Ten times
        </button>
        <button type="button" disabled={written === ''} onClick={() => set({ tosses: written.slice(0, -1) })}>
          Take one back
        </button>
        <button type="button" onClick={() => set({ tosses: '', seed: (seed + 1) % 2 ** 31 })}>
          Pick a new coin
        </button>
      </div>
      <details className="two-coins-which">
        <summary>Which coin is the hidden one?</summary>
        <p>The one that shows heads with probability {say.number(hiddenCoin(seed), 1)}.</p>
      </details>
    </div>
  );
}
