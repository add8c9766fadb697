import type { Readout } from '#contract/spec.ts';
import { logObservedOverExpected } from '#theory/measures/information-component.ts';
import { singles } from './challenges.ts';
import type { Judged, Mined } from './model.ts';
import { kindsIn } from './model.ts';
import type { Asked } from './parameters.ts';

const model = 'widgets/signal-mining/model';
const component = 'theory/measures/information-component.credibleComponent';

const ofChosen = (
  kind: Readout<Mined, Asked>['kind'],
  label: string,
  formula: string,
  source: string,
  of: (pair: Judged) => number | undefined,
): Readout<Mined, Asked> => ({
  ...{ kind, label, formula, source },
  infinite: true,
  of: ({ chosen }) => (chosen && of(chosen)) ?? 0,
  none: ({ chosen }) => !chosen || of(chosen) === undefined,
});
const count = (label: string, formula: string, source: string, of: Readout<Mined, Asked>['of']): Readout<Mined, Asked> => ({ kind: 'count', label, formula, source, of }); // prettier-ignore
const average = (label: string, of: (found: NonNullable<Mined['average']>) => number): Readout<Mined, Asked> => ({
  ...{ kind: 'number', label, formula: String.raw`\tfrac1{40}\sum_i n_i`, source: `${model}.work` },
  of: ({ average }) => (average ? of(average) : 0),
  none: ({ average }) => average === undefined,
});

export const readouts = {
  observed: ofChosen('count', 'Reports of the pair', 'O', 'sim/report-base.pairCounts', (pair) => pair.observed),
  expected: ofChosen('number', 'Expected of the pair', String.raw`E = n_d n_e / n`, 'sim/report-base.pairCounts', (pair) => pair.expected), // prettier-ignore
  ratio: ofChosen('information', 'Observed over expected, as a logarithm', String.raw`\log (O/E)`, 'theory/measures/information-component.logObservedOverExpected', (pair) => logObservedOverExpected(pair.observed, pair.expected)), // prettier-ignore
  estimate: ofChosen('information', 'The same, drawn towards 0', String.raw`\log \frac{O + s}{E + s}`, component, (pair) => pair.estimate ?? -Infinity), // prettier-ignore
  lower: ofChosen('information', 'Lower end of its interval', String.raw`\mathrm{IC}_{025}`, component, (pair) => pair.lower), // prettier-ignore
  upper: ofChosen('information', 'Upper end of its interval', String.raw`\mathrm{IC}_{975}`, component, (pair) => pair.upper), // prettier-ignore
  information: ofChosen('information', 'Mutual information of drug and event, of one report', String.raw`\I(D;E)`, 'theory/measures/mutual-information.mutualInformation', (pair) => pair.information), // prettier-ignore
  limit: {
    kind: 'information' as const,
    label: 'Observed over expected in endless reports, as a logarithm',
    formula: String.raw`\log \frac{P(d,e)}{P(d)P(e)}`,
    source: 'sim/report-base.pairCounts',
    of: ({ limit }: Mined) => limit,
  },
  effects: count('Effects above the line', 'n', `${model}.compute`, ({ found }) => found.effect),
  effectsThere: count('Effects that there are', 'N', `${model}.kindsIn`, (_, { without }) => kindsIn(without).effect),
  confounded: count('Above the line because of age', 'n', `${model}.compute`, ({ found }) => found.age),
  publicized: count('Above the line because of the papers', 'n', `${model}.compute`, ({ found }) => found.publicity),
  groundless: count('Above the line without a reason', 'n', `${model}.compute`, ({ found }) => found.none),
  groundlessThere: count('Pairs without a reason', 'N', `${model}.kindsIn`, (_, { without }) => kindsIn(without).none),
  singles: count(
    'Of the ten first, with at most three reports',
    'n',
    'widgets/signal-mining/challenges.singles',
    singles,
  ),
  averageEffects: average('Effects above the line, on average over 40 other draws', ({ effect }) => effect.mean),
  averageGroundless: average(
    'Above the line without a reason, on average over 40 other draws',
    ({ none }) => none.mean,
  ),
  errorOfGroundless: average('Standard error of that', ({ none }) => none.error),
};
