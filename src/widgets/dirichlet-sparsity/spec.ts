import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { mixtureOf, type Mixture } from './mixture.ts';
import { nameOf } from './names.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { repetitions } from './simulation.ts';

/** Rows of the data table that list sources one by one. */
const listed = 20;

const sumOfShares = ({ shares, rest }: Mixture) => shares.reduce((sum, { share }) => sum + share, rest.share);

export const spec = defineWidget({
  id: 'dirichlet-sparsity',
  title: 'A few out of very many',
  summary: 'Set how many sources there are and how sparse the prior is; see how few of them write the documents.',
  terms: ['entropy', 'dirichlet-distribution', 'polya-urn'],
  cites: ['jeon2024', 'pitman1996'],
  wordsInBits: true,
  params,
  compute: mixtureOf,
  readouts,

  describe({ exact, shares, distinctSoFar }, { scale, sources, documents, mode }, say) {
    const [largest] = shares;
    const next = `the next is from the most frequent source with probability ${say.probability(largest.share)}.`;
    const most = `the largest share is ${say.percent(largest.share)}.`;
    const from = say.count(distinctSoFar[documents]);
    const wrote =
      documents === 1
        ? `One document has one source; in this ${mode === 'urn' ? `urn ${next}` : `draw ${most}`}`
        : `Among ${say.count(documents)} documents ${say.number(exact.distinct, 1)} different sources are expected; ` +
          `in this ${mode === 'urn' ? `urn they come from ${from}, and ${next}` : `draw they come from ${from}, and ${most}`}`;
    return (
      `With R = ${Number(scale.toFixed(1))} and N = ${say.count(sources)}, saying which source wrote a document takes ` +
      `${say.information(exact.entropy)} on average once the shares are known; for equal shares it would be ${say.amount(exact.logSources)}. ` +
      wrote
    );
  },

  table({ shares, rest, exact, simulated }, say) {
    const one = (name: string, share: number, documents: number | string) => [name, say.probability(share), documents];
    const more = shares.slice(listed);
    const others = {
      count: more.length + rest.count,
      share: more.reduce((sum, { share }) => sum + share, rest.share),
      documents: more.reduce((sum, { documents }) => sum + documents, 0),
    };
    const compared = (name: string, value: string, by: string) => [name, value, by];
    return {
      columns: ['Source or quantity', 'Share or value', 'Documents, or how it was found'],
      rows: [
        ...shares.slice(0, listed).map(({ name, share, documents }) => one(nameOf(name), share, documents)),
        ...(others.count > 0 ? [one(`${say.count(others.count)} others`, others.share, others.documents)] : []),
        compared('E H(α)', say.information(exact.entropy), 'exact'),
        compared(
          'E H(α)',
          say.information(simulated.entropy.mean),
          `mean of ${repetitions} draws ± ${say.amount(simulated.entropy.error)}`,
        ),
        compared('log N', say.information(exact.logSources), 'exact'),
        compared('different sources', say.number(exact.distinct), 'exact'),
        compared(
          'different sources',
          say.number(simulated.distinct.mean),
          `mean of ${repetitions} urns ± ${say.number(simulated.distinct.error)}`,
        ),
        compared('R ln(1 + M/R)', say.number(exact.published), 'as quoted'),
        compared('bound', say.number(exact.bound), 'least of N, M and 1 + R ln(1 + (M − 1)/R)'),
      ],
    };
  },

  laws: [
    {
      name: 'The shares, with those of all others, add up to one',
      tolerance: 1e-9,
      gap: (mixture) => Math.abs(sumOfShares(mixture) - 1),
    },
    {
      name: 'Unequal shares are cheaper to name: E H(α) ≤ ln N',
      tolerance: 1e-12,
      gap: ({ exact }) => exact.entropy - exact.logSources,
    },
    {
      name: 'No number of sources makes naming dearer than ψ(R + 1) + γ',
      tolerance: 1e-12,
      gap: ({ exact }) => exact.entropy - exact.entropyLimit,
    },
    {
      name: 'What a first name says about the shares is what knowing them saves: I(α;Z) = ln N − E H(α)',
      tolerance: 1e-9,
      gap: ({ exact }) => Math.abs(exact.firstLearned - (exact.logSources - exact.entropy)),
    },
    {
      name: 'The expected number of different sources obeys the bound min{N, M, 1 + R ln(1 + (M − 1)/R)}',
      tolerance: 1e-9,
      gap: ({ exact }) => exact.distinct - exact.bound,
    },
    {
      name: 'R ln(1 + M/R) is never more than what is expected for endlessly many sources',
      tolerance: 1e-9,
      gap: ({ exact }) => exact.published - exact.distinctLimit,
    },
    {
      name: 'Every document has one source: their counts add up to M',
      tolerance: 0,
      gap: ({ shares, labels }, { documents }) =>
        Math.abs(documents - labels.length) +
        Math.max(0, shares.reduce((sum, source) => sum + source.documents, 0) - documents),
    },
  ],

  challenges,
  presets,
});
