import type { Readout } from '#contract/spec.ts';
import { per } from '#contract/reading.ts';
import type { Values } from '#contract/values.ts';
import { charactersOf, compare, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import type { params } from './parameters.ts';

type V = Values<typeof params>;
type R = Readout<ContextLength, V>;

const last = (curve: readonly number[]) => curve[curve.length - 1];
const comparison = (model: ContextLength, { less }: V) => compare(model.reading, Number(less));

const exact = (label: string, formula: string, of: R['of'], quantity = 'next-given-past'): R => ({
  ...{ label, kind: 'information', quantity, formula, of },
  source: 'sim/known-sources.KnownSource.entropies',
});
const believer = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, kind: 'information', quantity: 'cross-entropy', formula, of },
  source: 'sim/labeled-chain.crossEntropyOfCounter',
});
/** Of a text that is too short, or not read yet, there is nothing to say. */
const uncompared = (model: ContextLength, values: V) => !comparison(model, values);

const onText = (
  label: string,
  formula: string,
  of: R['of'],
  kind: R['kind'] = 'information',
  none = uncompared,
): R => ({
  ...{ label, kind, formula, of, none },
  ...(kind === 'information' && { quantity: 'surprisal' }),
  source: 'theory/language-models/softmax.readLogits',
});

/** Sum over the targets per character of theirs. */
function perCharacter(model: ContextLength, values: V, which: 0 | 1): number {
  const found = comparison(model, values);
  if (!found) return 0;
  const nats = found.targets.reduce((sum, target) => sum + target.nats[found.at[which]], 0);
  return per(nats, charactersOf(model.reading));
}

export const readouts = {
  alone: exact('The source, without any context', String.raw`\H(X_1)`, ({ source }) => source.exact[0]),
  afterAll: exact('The source, given 256 symbols', String.raw`\H(X_{257} \given X_1, \dots, X_{256})`, ({ source }) =>
    last(source.exact),
  ),
  rate: exact(
    'The entropy rate of the source',
    String.raw`\lim_k \H(X_{k+1} \given X_1, \dots, X_k)`,
    ({ source }) => source.rate,
    'entropy-rate',
  ),
  believerAlone: believer(
    'The believer, without any context',
    String.raw`-\E \log q(X_1)`,
    ({ source }) => source.believer[0],
  ),
  believerAfterAll: believer(
    'The believer, given 256 symbols',
    String.raw`-\E \log q(X_{257} \given X_1, \dots, X_{256})`,
    ({ source }) => last(source.believer),
  ),
  believerBest: believer(
    'The believer, after the context that is best for it of those drawn',
    String.raw`\min_k -\E \log q(X_{k+1} \given X_1, \dots, X_k)`,
    ({ source }) => Math.min(...source.believer),
  ),
  believerHarm: believer(
    'What 256 symbols cost the believer more than the best context of those drawn',
    String.raw`-\E \log q(X_{257} \given X_1, \dots, X_{256}) - \min_k -\E \log q(X_{k+1} \given X_1, \dots, X_k)`,
    ({ source }) => last(source.believer) - Math.min(...source.believer),
  ),
  shorter: onText(
    'The model per token, after the shorter context',
    String.raw`-\tfrac{1}{T} \sum_t \log q(x_t \given x_{t-c}, \dots, x_{t-1})`,
    (model, values) => {
      const found = comparison(model, values);
      return found ? meansOf(model.reading)[found.at[0]] : 0;
    },
  ),
  longer: onText(
    'The model per token, after the longest context',
    String.raw`-\tfrac{1}{T} \sum_t \log q(x_t \given x_{t-C}, \dots, x_{t-1})`,
    (model, values) => {
      const found = comparison(model, values);
      return found ? meansOf(model.reading)[found.at[1]] : 0;
    },
  ),
  least: onText(
    'The model per token, after the context that is best for it',
    String.raw`\min_c -\tfrac{1}{T} \sum_t \log q(x_t \given x_{t-c}, \dots, x_{t-1})`,
    (model) => {
      const means = meansOf(model.reading);
      return means.length > 0 ? Math.min(...means) : 0;
    },
    'information',
    ({ reading }) => meansOf(reading).length === 0,
  ),
  change: onText(
    'What the longest context changes, per token (positive: it hurts)',
    String.raw`\bar d = \tfrac{1}{T} \sum_t d_t`,
    (model, values) => comparison(model, values)?.change ?? 0,
  ),
  changeError: onText(
    'Standard error of that',
    String.raw`\sqrt{\tfrac{1}{T (T-1)} \sum_t (d_t - \bar d)^2}`,
    (model, values) => comparison(model, values)?.standardError ?? 0,
  ),
  shorterPerCharacter: onText(
    'The same per character, after the shorter context',
    String.raw`\tfrac{1}{C} \sum_t s_t`,
    (model, values) => perCharacter(model, values, 0),
  ),
  longerPerCharacter: onText(
    'The same per character, after the longest context',
    String.raw`\tfrac{1}{C} \sum_t s_t`,
    (model, values) => perCharacter(model, values, 1),
  ),
  hurt: onText(
    'Tokens that cost more after the longest context',
    String.raw`|\{t : d_t > 0\}|`,
    (model, values) => comparison(model, values)?.hurt ?? 0,
    'count',
  ),
  compared: onText(
    'Tokens compared',
    'T',
    (model, values) => comparison(model, values)?.targets.length ?? 0,
    'count',
    () => false,
  ),
  longest: onText(
    'The longest context, in tokens',
    'C',
    ({ reading }) => reading.contexts.at(-1) ?? 0,
    'count',
    ({ reading }) => reading.contexts.length === 0,
  ),
} satisfies Record<string, R>;
