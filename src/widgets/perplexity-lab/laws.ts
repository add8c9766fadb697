import { isComplete } from '#contract/reading.ts';
import type { Law } from '#contract/spec.ts';
import { perplexityOfBatches } from '#theory/language-models/perplexity.ts';
import type { Asked } from './parameters.ts';
import { natsOf, reportOf, type Report } from './report.ts';
import type { PerplexityLab } from './state.ts';

type LabLaw = Law<PerplexityLab, Asked>;

/** A law about what is reported, in logarithms because perplexities may be millions, which says nothing where nothing is. */
function law(
  name: string,
  tolerance: number,
  gap: (report: Report, of: (id: string) => number, asked: Asked) => number,
): LabLaw {
  return {
    name,
    tolerance,
    gap(model, asked) {
      const report = reportOf(model, asked);
      return report.marks.length === 0 ? 0 : gap(report, (id) => natsOf(model, asked, id), asked);
    },
  };
}

export const laws: readonly LabLaw[] = [
  law('However the text is cut into batches, the mean with their counts is the same', 1e-9, ({ batches }, of) =>
    Math.abs(Math.log(perplexityOfBatches(batches)) - of('right')),
  ),
  law(
    'The text has one probability: perplexity to the power of the number of units is the same for tokens, bytes and words',
    1e-6,
    ({ costs, bytes, words }, of) =>
      bytes && words
        ? Math.max(
            Math.abs(costs.length * of('right') - bytes * of('byte')),
            Math.abs(costs.length * of('right') - words * of('word')),
          )
        : 0,
  ),
  law(
    'Jensen: the mean of batch perplexities is at least the perplexity of the mean of batch means',
    1e-9,
    (_, of) => of('batchMeans') - of('meanOfPerplexities'),
  ),
  law(
    'Without their counts, batch means are off by −K/n times the covariance of length and mean, for K batches of n tokens',
    1e-9,
    ({ batches, costs }, of) => {
      const average = (of: (batch: (typeof batches)[number]) => number) =>
        batches.reduce((sum, batch) => sum + of(batch), 0) / batches.length;
      const [length, mean] = [average(({ tokens }) => tokens), average((batch) => batch.mean)];
      const covariance = average((batch) => (batch.tokens - length) * (batch.mean - mean));
      return Math.abs(of('batchMeans') - of('right') + (batches.length / costs.length) * covariance);
    },
  ),
  law('Jensen: 1 / mean of p ≤ perplexity ≤ mean of 1/p', 1e-9, (_, of) =>
    Math.max(of('inverseMean') - of('right'), of('right') - of('meanInverse')),
  ),
  law('The base belongs to the unit: e to the nats is 2 to the bits', 1e-9, ({ mean }, of) =>
    Math.max(
      Math.abs(Math.log(2 ** (mean / Math.LN2)) - of('right')),
      Math.abs(of('eToTheBits') * Math.LN2 - mean),
      Math.abs(of('twoToTheNats') / Math.LN2 - mean),
    ),
  ),
  law('The prompt and what follows it share the surprisal of the text', 1e-6, ({ costs, mean }, of, { prompt }) => {
    const before = costs.slice(0, prompt).reduce((a, b) => a + b, 0);
    const after = Math.max(0, costs.length - prompt) * of('conditional');
    return Math.abs(costs.length * mean - before - after);
  }),
  law(
    'A longer run is never guessed more often than a shorter one, and the overlap lies between',
    1e-12,
    ({ guessed }) => {
      if (!guessed) return 0;
      const { shares, overlap } = guessed;
      const rises = shares.slice(1).map((share, n) => share - shares[n]);
      return Math.max(...rises, overlap - shares[0], shares[shares.length - 1] - overlap);
    },
  ),
  {
    name: 'A token of the first window has all that there is before it, as at the model’s best',
    tolerance: 2e-3,
    gap({ reading, windowed: { window, surprisal } }) {
      if (!isComplete(reading) || surprisal.length !== reading.ids.length) return 0;
      return surprisal
        .slice(0, Number(window))
        .reduce((worst, nats, t) => (nats < 0 ? worst : Math.max(worst, Math.abs(nats - reading.surprisal[t]))), 0);
    },
  },
];
