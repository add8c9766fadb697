import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { distancesNow, expectedLoss, freshly, gapsOn, nearest, onSequence, priceOfPrior, stepsOf } from './amounts.ts';
import { headOff, letters, params, type Asked } from './parameters.ts';
import { orderOf } from './sequence.ts';
import { isOtherPrior, learnersOn, positionOf, type WindTunnel } from './state.ts';

const kinds: Readonly<Record<Asked['source'], string>> = {
  drawn: 'drawn',
  'second-order': 'drawn from a chain with a memory of two symbols',
  cycle: 'in a cycle',
  constant: 'all alike',
  worst: 'made to fool the network',
  typed: 'of yours',
};

const learnerNames = { uniform: 'a uniform', unigram: 'a unigram', bigram: 'a bigram' } as const;

/** The prior on display in words. */
export const priorOf = (asked: Asked) =>
  `α = ${params.alpha.format(asked.alpha)}${orderOf(asked) === 2 ? ' over pairs' : ''}`;

const symbolsIn = (count: number, say: Say) => (count === 1 ? 'One symbol' : `${say.count(count)} symbols`);

/** The likeliest next symbol at the position on display, as both hold it. */
function nextSaid(model: WindTunnel, asked: Asked, say: Say): string {
  const at = positionOf(model, asked);
  const law = learnersOn(model, asked).bigram[at];
  const likeliest = law.indexOf(Math.max(...law));
  const when =
    at === 0
      ? 'At the beginning'
      : `After ${symbolsIn(at, say).toLowerCase()}, the last ${letters[model.sequence[at - 1]]},`;
  return `${when} ${isOtherPrior(asked) ? 'the believer' : 'the exact answer'} gives ${letters[likeliest]} ${say.probability(law[likeliest])}, the network ${say.probability(Math.exp(model.shown!.logs[at][likeliest]))}`;
}

export function describe(model: WindTunnel, asked: Asked, say: Say): string {
  const { sequence, symbols, shown, fresh } = model;
  const what = `${symbolsIn(sequence.length, say)} of ${symbols}, ${kinds[asked.source]}`;
  if (!shown) return `${what}: the network has not said yet what it expects; the exact answer is drawn.`;
  const { shipped, own } = stepsOf(model, asked);
  const off = headOff(asked);
  const without = off ? `, with head ${off.head + 1} of layer ${off.layer + 1} switched off,` : '';
  const who = `after ${say.count(shipped)} steps${own > 0 ? ` and ${say.count(own)} of yours` : ''} of training${without}`;
  const { bigram, shown: toShown } = onSequence(model, asked);
  const near = nearest(model, asked);
  const parts = [
    `${what}. The network ${who} is ${say.information(bigram, 5)} per symbol from ${isOtherPrior(asked) ? 'the believer, the exact Bayesian with the prior of its training,' : 'the exact answer'} along it.`,
    `${nextSaid(model, asked, say)}, a gap of ${say.information(onSequence(model, asked).here, 5)}.`,
  ];
  if (isOtherPrior(asked))
    parts.push(
      `From the one who knows better, ${priorOf(asked)}, it is ${say.information(toShown, 4)} away, where the believer is ${say.amount(priceOfPrior(model, asked), 4)} away.`,
    );
  if (fresh && fresh.sequences > 0) {
    const { mean, error } = freshly(model, 'gap');
    const best = expectedLoss(model, 'bayes');
    const floor = best > 0 ? `; the best possible loss is ${say.information(best, 4)}` : '';
    parts.push(
      `On ${say.count(fresh.sequences)} fresh sequences ${isOtherPrior(asked) ? 'of these chains the divergence from the believer to it' : 'the gap'} is ${say.information(mean, 5)} ± ${say.amount(error, 5)}${floor}.`,
    );
  }
  if (near)
    parts.push(
      `On chains of its training it is nearest to ${learnerNames[near]} learner: ${say.information(distancesNow(model, asked)[near], 5)}.`,
    );
  return parts.join(' ');
}

/** Position by position: what came, and what network and exact Bayesians expected of each symbol. */
export function table(model: WindTunnel, say: Say, asked: Asked): Table {
  const { sequence, symbols, shown, fresh, expected } = model;
  const { bigram, shown: displayed } = learnersOn(model, asked);
  const gaps = gapsOn(model, asked);
  const other = isOtherPrior(asked);
  const names = Array.from(letters.slice(0, symbols));
  const probability = (p: number | undefined) => (p === undefined ? '' : say.probability(p));
  return {
    columns: [
      'symbols before',
      'came',
      ...names.map((name) => `${name}, exact`),
      ...names.map((name) => `${name}, network`),
      ...(other ? names.map((name) => `${name}, exact with ${priorOf(asked)}`) : []),
      `gap (${say.unit})`,
      `gap on fresh sequences (${say.unit})`,
      `expected loss of the best predictor (${say.unit})`,
    ],
    rows: bigram.map((law, t) => [
      t,
      t < sequence.length ? letters[sequence[t]] : '',
      ...law.map(say.probability),
      ...names.map((_, j) => probability(shown && Math.exp(shown.logs[t][j]))),
      ...(other ? displayed[t].map(say.probability) : []),
      shown ? say.amount(Math.max(0, gaps.bigram[t]), 5) : '',
      fresh ? say.amount(Math.max(0, fresh.gapAt[t].sum / fresh.sequences), 5) : '',
      expected ? say.amount(expected.bayes[t], 4) : '',
    ]),
  };
}
