import type { Readout } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { nearest, watched, type Race } from './race.ts';

type Of = Readout<Race, Asked>['of'];
type None = Readout<Race, Asked>['none'];
const moments = 'theory/belief/evidence.evidenceMoments';
const information = (label: string, formula: string, source: string, of: Of, none?: None): Readout<Race, Asked> => ({
  kind: 'information',
  ...{ label, formula, source, of },
  ...(none && { none }),
});
const probability = (label: string, formula: string, source: string, of: Of, none?: None): Readout<Race, Asked> => ({
  kind: 'probability',
  ...{ label, formula, source, of },
  ...(none && { none }),
});

const runner = (race: Race) => race.runners[watched(race)];
const now = (race: Race) => runner(race).logOdds[race.read];
const isText: None = ({ truth }) => truth === undefined;
/** Of networks nobody knows what they would tell in the long run. */
const byNetworks: None = ({ by }) => by === 'networks';
const notTwoCoins: None = ({ worth }) => worth === undefined;
const unmisled: None = ({ misled }) => misled === undefined;
const divergence = 'theory/measures/divergence.relativeEntropy';

/** Of the source that the figure watches against the last: the first, unless there are more than two. */
export const readouts = {
  first: probability(
    'Probability of the first source now',
    String.raw`p(1 \given x)`,
    'widgets/bayes-race/model.compute',
    ({ posterior, read }) => posterior[read][0],
  ),
  best: probability(
    'Probability of the source that is nearest to what draws (for a text: of the likelier author)',
    String.raw`p(j^* \given x)`,
    'widgets/bayes-race/model.compute',
    (race) =>
      race.truth === undefined ? Math.max(...race.posterior[race.read]) : race.posterior[race.read][nearest(race)],
  ),
  logOdds: information(
    'Log-odds now, of the watched source against the last',
    String.raw`\log \frac{p(1 \given x)}{p(2 \given x)}`,
    'widgets/bayes-race/model.compute',
    now,
  ),
  lead: information(
    'Log-odds before the first token',
    String.raw`\log \frac{p(1)}{p(2)}`,
    'widgets/bayes-race/model.compute',
    (race) => runner(race).logOdds[0],
  ),
  told: information(
    'What the tokens so far have told, in all',
    String.raw`\sum_t \log \frac{p(x_t)}{q(x_t)}`,
    'widgets/bayes-race/model.compute',
    (race) => now(race) - runner(race).logOdds[0],
  ),
  last: information(
    'What the last token told (0 before the first)',
    String.raw`\log \frac{p(x_n)}{q(x_n)}`,
    'widgets/bayes-race/model.compute',
    (race) => (race.read === 0 ? 0 : now(race) - runner(race).logOdds[race.read - 1]),
  ),
  rival: information(
    'For a text: log-odds now by the other two models',
    String.raw`\log \frac{p'(1 \given x)}{p'(2 \given x)}`,
    'widgets/bayes-race/text.raceOnText',
    ({ rival, read }) => rival?.[read] ?? 0,
    ({ rival }) => rival === undefined,
  ),
  head: information(
    'What a head tells for the first coin',
    String.raw`\log \frac{p}{q}`,
    'widgets/bayes-race/model.compute',
    ({ worth }) => worth?.[0] ?? 0,
    notTwoCoins,
  ),
  tail: information(
    'What a tail tells for the first coin',
    String.raw`\log \frac{1-p}{1-q}`,
    'widgets/bayes-race/model.compute',
    ({ worth }) => worth?.[1] ?? 0,
    notTwoCoins,
  ),
  expected: information(
    'The log-odds that were to be expected by now',
    String.raw`\E \log \frac{p(1 \given x)}{p(2 \given x)}`,
    moments,
    (race) => runner(race).mean[race.read] ?? 0,
    isText,
  ),
  deviation: information(
    'Their standard deviation',
    String.raw`\sigma`,
    moments,
    (race) => runner(race).deviation[race.read] ?? 0,
    isText,
  ),
  drift: information(
    'What a token is expected to tell, in the long run (for a text: if Austen’s letter chain wrote)',
    String.raw`\E \log \frac{p(X)}{q(X)}`,
    moments,
    (race) => {
      const { mean } = runner(race);
      return mean.length === 0 ? race.divergences[0] : mean[mean.length - 1] - mean[mean.length - 2];
    },
    byNetworks,
  ),
  toFirst: information(
    'Divergence from what draws to the watched source, per token in the long run (for a text: as if Austen’s letter chain wrote)',
    String.raw`\D(r \,\|\, p)`,
    divergence,
    (race) => (race.truth === undefined ? 0 : race.divergences[watched(race)]),
    byNetworks,
  ),
  toLast: information(
    'Divergence from what draws to the last source, per token in the long run (for a text: as if Austen’s letter chain wrote)',
    String.raw`\D(r \,\|\, q)`,
    divergence,
    (race) => race.divergences[race.truth === undefined ? 0 : race.divergences.length - 1],
    byNetworks,
  ),
  misled: probability(
    'Chance that the evidence has ever been so strong for the other coin, within 100 tosses',
    String.raw`\Pr(\exists n \le 100: \text{odds} \ge k)`,
    'theory/belief/sequential-test.stoppingLaw',
    ({ misled }) => misled?.within.at(-1) ?? 0,
    unmisled,
  ),
  bound: probability(
    'At most this, however long one goes on',
    '1/k',
    'widgets/bayes-race/misled.mislead',
    (_, { odds }) => 1 / odds,
    unmisled,
  ),
  read: {
    kind: 'count' as const,
    label: 'Tokens read',
    formula: 'n',
    source: 'widgets/bayes-race/model.compute',
    of: ({ read }: Race) => read,
  },
};
