import type { Readout } from '#contract/spec.ts';
import { paidWith, type RareDisease } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<RareDisease, Asked>;
const share = (label: string, formula: string, source: string, of: One['of']): One => ({
  kind: 'probability',
  label,
  formula,
  source,
  of,
});
const information = (label: string, formula: string, of: One['of']): One => ({
  ...{ kind: 'information', label, formula, of },
  source: 'theory/belief/class-weight.weightedOptimum',
});
const optimum = 'theory/belief/class-weight.weightedOptimum';
const alarms = 'widgets/rare-disease/model.alarmsOf';

export const readouts = {
  said: share(
    'Said of a patient of whom only the prevalence is known',
    String.raw`\tfrac{w\pi}{w\pi + 1 - \pi}`,
    optimum,
    ({ saidToAll }) => saidToAll,
  ),
  meanSaid: share('Said on average', String.raw`\E\,q(X)`, optimum, ({ meanSaid }) => meanSaid),
  left: {
    ...{ kind: 'number', label: 'Weight that is left in what is said', formula: 'w', source: optimum },
    of: ({ left }: RareDisease) => left,
  } as One,
  threshold: share(
    'True probability at which one half is said',
    String.raw`\tfrac{1}{1 + w}`,
    optimum,
    ({ alarms: { threshold } }) => threshold,
  ),
  hits: share(
    'Of the ill, told to come back',
    String.raw`\Pr(q \ge \tfrac12 \mid \text{ill})`,
    alarms,
    ({ alarms: { hits } }) => hits,
  ),
  falseAlarms: share(
    'Of the healthy, told to come back',
    String.raw`\Pr(q \ge \tfrac12 \mid \text{healthy})`,
    alarms,
    ({ alarms: { falseAlarms } }) => falseAlarms,
  ),
  plainHits: share(
    'Of the ill, with weight 1',
    String.raw`\Pr(p \ge \tfrac12 \mid \text{ill})`,
    alarms,
    ({ plain: { hits } }) => hits,
  ),
  plainFalse: share(
    'Of the healthy, with weight 1',
    String.raw`\Pr(p \ge \tfrac12 \mid \text{healthy})`,
    alarms,
    ({ plain: { falseAlarms } }) => falseAlarms,
  ),
  rightful: {
    ...share(
      'Of those told to come back, ill',
      String.raw`\Pr(\text{ill} \mid q \ge \tfrac12)`,
      alarms,
      ({ alarms: { hits, falseAlarms }, prevalence }) => {
        const [ill, healthy] = [prevalence * hits, (1 - prevalence) * falseAlarms];
        return ill + healthy > 0 ? ill / (ill + healthy) : 0;
      },
    ),
    none: ({ alarms: { hits, falseAlarms } }: RareDisease) => hits + falseAlarms === 0,
  },
  area: share(
    'Area under the curve: an ill patient has the higher forecast (a tie counts one half)',
    String.raw`\Phi(d/\sqrt2)`,
    'theory/numerics/error-function.normalCdf',
    ({ area }) => area,
  ),
  paid: information('What is said costs per patient, expected', String.raw`\E\,\H(p, q)`, ({ paid }) => paid),
  honest: information('The true probability would cost', String.raw`\E\,h(p)`, ({ honest }) => honest),
  extra: information('The weight costs', String.raw`\E\,\D(p \,\|\, q)`, ({ paid, honest }) =>
    Math.max(0, paid - honest),
  ),
  unhidden: information('What is said would cost, were the weight not undone', String.raw`\E\,\H(p, q_w)`, (_, asked) =>
    paidWith(asked, asked.weight),
  ),
};
