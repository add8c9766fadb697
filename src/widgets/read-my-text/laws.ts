import { isComplete, per, rateOf, totalsOf, unknown } from '#contract/reading.ts';
import type { Law } from '#contract/spec.ts';
import { entropy, perplexity } from '#theory/measures/entropy.ts';
import { isImmense, type ReadMyText } from './state.ts';

/** |a − b|, 0 where both are the same infinity, relative for large numbers. */
const apart = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) / Math.max(1, Math.abs(b)));

/** The prediction, if it is whole and at a token of this reading: what is tested against the numbers by token. */
function wholePrediction({ settled, prediction, reading }: ReadMyText) {
  return settled && prediction && prediction.rest === 0 && prediction.position < reading.ids.length
    ? prediction
    : undefined;
}

/** Stored numbers are rounded to 1e-4 nats. */
const rounding = 1e-3;

export const laws: readonly Law<ReadMyText, object>[] = [
  {
    name: 'the surprisal of the text is the sum of the surprisals of its tokens',
    tolerance: 1e-9,
    gap: ({ reading }) =>
      apart(
        reading.surprisal.reduce((sum, nats) => sum + (nats === unknown ? 0 : nats), 0),
        totalsOf(reading).surprisal,
      ),
  },
  {
    name: 'the rate times the number of characters (or bytes) is the surprisal of the text',
    tolerance: 1e-9,
    gap: ({ reading }) => {
      const { surprisal, ascii, characters, bytes } = totalsOf(reading);
      const rate = rateOf(reading);
      return rate ? apart(rate.nats * (ascii ? characters : bytes), surprisal) : 0;
    },
  },
  {
    name: 'a text of that many tokens, each one of as many equally likely ones as the perplexity says, has the same surprisal',
    tolerance: 1e-9,
    gap: ({ reading }) => {
      const { surprisal, tokens } = totalsOf(reading);
      return isImmense(reading) ? 0 : apart(tokens * Math.log(perplexity(per(surprisal, tokens))), surprisal);
    },
  },
  {
    name: 'every character is counted once when all is read',
    tolerance: 0,
    gap: ({ reading }) =>
      !isComplete(reading) || reading.done < reading.ids.length
        ? 0
        : Math.abs([...(reading.rated === undefined ? reading.text : (reading.rated ?? ''))].length - totalsOf(reading).characters), // prettier-ignore
  },
  {
    name: 'the probabilities of a whole prediction add up to 1',
    tolerance: rounding,
    gap: (model) => {
      const prediction = wholePrediction(model);
      return prediction ? Math.abs(prediction.logProbabilities.reduce((sum, p) => sum + Math.exp(p), 0) - 1) : 0;
    },
  },
  {
    name: 'the prediction has the entropy, and gives what came the surprisal and the rank, that the reading shows',
    tolerance: rounding,
    gap: (model) => {
      const prediction = wholePrediction(model);
      if (!prediction || model.reading.surprisal[prediction.position] === unknown) return 0;
      const { logProbabilities, came, position } = prediction;
      const probabilities = logProbabilities.map(Math.exp);
      const sum = probabilities.reduce((a, b) => a + b, 0);
      const better = logProbabilities.filter((p) => p > logProbabilities[came] + rounding).length;
      return Math.max(
        apart(entropy(probabilities.map((p) => p / sum)), model.reading.entropy[position]),
        apart(-logProbabilities[came], model.reading.surprisal[position]),
        Math.max(0, better + 1 - model.reading.rank[position]),
      );
    },
  },
];
