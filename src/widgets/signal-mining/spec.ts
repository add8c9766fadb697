import { asSet } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, kindsIn, listed, work } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const rankings = {
  estimate: 'observed over expected',
  lower: 'the lower end of its interval',
  information: 'mutual information',
} as const;

export const spec = defineWidget({
  id: 'signal-mining',
  title: 'Which pairs would you report?',
  summary:
    'An invented base of reports, of which the truth is known. Which pairs of a drug and an event come first, and which of them mean something?',
  terms: ['mutual-information', 'pointwise-mutual-information', 'information-component'],
  cites: ['bate1998', 'dumouchel1999', 'noren2013'],
  params,
  compute,
  work,
  readouts,

  describe({ ranked, found, asked: { rank, reports, byAge, without, strength, line } }, _, say) {
    const kinds = kindsIn(without);
    const first = ranked.slice(0, 3).map(({ name, observed }) => `${name} with ${say.count(observed)} of them`);
    const how = `${byAge ? ', compared within an age' : ''}${without ? ', without those of Coral' : ''}`;
    return (
      `${say.count(reports)} reports${how}, the pairs ranked by ${rankings[rank]} with a shrinkage of ${asSet(strength, 1)}: first ${first.join(', then ')}. ` +
      `Above ${asSet(line, 2)} times as often as expected stand ${say.count(found.effect)} of ${say.count(kinds.effect)} effects, ` +
      `by age ${say.count(found.age)} of ${say.count(kinds.age)}, by publicity ${say.count(found.publicity)} of ${say.count(kinds.publicity)}, and without a reason ${say.count(found.none)} of ${say.count(kinds.none)}.`
    );
  },

  table: ({ ranked }, say) => ({
    columns: ['Place', 'Pair', 'Why', 'Reports', 'Expected', `log (O + s)/(E + s), ${say.unit}`, 'lower end', 'upper end', `mutual information, ${say.unit}`, 'above the line'], // prettier-ignore
    rows: ranked
      .slice(0, 3 * listed)
      .map(({ name, reason, observed, expected, estimate = -Infinity, lower, upper, information, isAbove }, i) => [
        ...[i + 1, name, reason === 'none' ? 'no reason' : reason, observed, say.number(expected)],
        ...[estimate, lower, upper, information].map((nats) => (nats === undefined ? 'none' : say.amount(nats))),
        isAbove ? 'yes' : 'no',
      ]),
  }),

  laws: [
    {
      name: 'What is observed of all pairs is what is expected of them, in all',
      tolerance: 1e-6,
      gap: ({ ranked }) => Math.abs(ranked.reduce((sum, { observed, expected }) => sum + observed - expected, 0)),
    },
    {
      name: 'Shrinkage draws towards 0 and does not change the sign',
      tolerance: 1e-12,
      gap: ({ ranked }) =>
        Math.max(
          ...ranked.flatMap(({ observed, expected, estimate }) => {
            if (observed === 0 || estimate === undefined) return [];
            const ratio = Math.log(observed / expected);
            return [Math.abs(estimate) - Math.abs(ratio), -estimate * ratio];
          }),
        ),
    },
    {
      name: 'The estimate is within its interval',
      tolerance: 1e-9,
      gap: ({ ranked }) =>
        Math.max(
          ...ranked.map(({ estimate = 0, lower = 0, upper = 0 }) => Math.max(lower - estimate, estimate - upper)),
        ),
    },
    {
      name: 'Flagged by the lower end is flagged by the estimate, and both are what the interval says',
      tolerance: 0,
      gap: ({ ranked }, { line, rank }) =>
        ranked.filter(({ isAbove, estimate = -Infinity, lower = -Infinity }) => {
          const score = rank === 'lower' ? lower : estimate;
          return Math.abs(score - Math.log(line)) > 1e-9 && isAbove !== score > Math.log(line);
        }).length,
    },
    {
      name: 'Mutual information is at least 0',
      tolerance: 1e-12,
      gap: ({ ranked }) => Math.max(...ranked.map(({ information }) => -information)),
    },
  ],

  challenges,
  presets,
});
