import type { Say } from '#contract/say.ts';
import type { Values } from '#contract/values.ts';
import { compare, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import type { params } from './parameters.ts';
import { fewestTargets, isComplete, known } from './reading.ts';
import type { SourceCurves, SourceName } from './source.ts';

type V = Values<typeof params>;

const sourceNames: Record<SourceName, string> = {
  coins: 'one of two coins, tossed forever',
  chain: 'repeats its last symbol nine times in ten',
  spells: 'spells of six to ten alike',
};

const ends = (curve: readonly number[], say: Say) =>
  `${say.amount(curve[0])} to ${say.information(curve[curve.length - 1])}`;

function ofSource({ name, exact, believer }: SourceCurves, { first, second }: V, say: Say): string {
  const coins = first === second ? `in a coin of ${first}` : `in coins of ${first} and ${second}`;
  return `Source (${sourceNames[name]}): from no context to 256 symbols the next one falls from ${ends(exact, say)}; to a believer ${coins} it goes from ${ends(believer, say)}.`;
}

/** `1 token`, `12 tokens`, and `no token` of an empty text. */
export const sayTokens = (count: number, say: Say) =>
  count === 0 ? 'no token' : `${say.count(count)} ${count === 1 ? 'token' : 'tokens'}`;

/** `0.06 bits more`, with its error. */
export function sayChange(nats: number, standardError: number, say: Say): string {
  const word = nats > 0 ? 'more' : 'less';
  return `${say.information(Math.abs(nats))} ${word} (standard error ${say.amount(standardError)})`;
}

function ofModel({ reading }: ContextLength, { less }: V, say: Say): string {
  const found = compare(reading, Number(less));
  if (!found) {
    return isComplete(reading)
      ? `The text has ${sayTokens(reading.tokens, say)}; the model needs ${fewestTargets + 2} for a comparison.`
      : 'The model has not read the text yet.';
  }
  const means = meansOf(reading);
  const count = known(reading).length;
  const begun = isComplete(reading) ? `On ${count} tokens` : `So far, on ${count} of ${reading.targets.length} tokens,`;
  const [a, b] = found.at.map((i) => means[i]);
  const token = found.shorter === 1 ? 'token' : 'tokens';
  return (
    `${begun} of the text the model pays ${say.information(a)} each after ${found.shorter} ${token} of context and ` +
    `${say.amount(b)} after ${found.longer}: ${sayChange(found.change, found.standardError, say)}, and ${found.hurt} cost more.`
  );
}

export const describe = (model: ContextLength, values: V, say: Say): string =>
  `${ofSource(model.source, values, say)} ${ofModel(model, values, say)}`;
