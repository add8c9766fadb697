import type { Readout } from '#contract/spec.ts';
import { interaction, type Stratified } from './model.ts';
import { real, type Asked } from './parameters.ts';

type One = Readout<Stratified, Asked>;
const trivariate = 'theory/measures/trivariate.threeWayInformation';
const decision = 'theory/belief/decision.worthOfKnowing';
const law = 'widgets/stratify/law.recordedArms';
const model = 'widgets/stratify/model.compute';
const trial = 'widgets/stratify/trial.trialOf';

const information = (label: string, formula: string, source: string, of: One['of']): One => ({ kind: 'information', label, formula, source, of }); // prettier-ignore
const told = (k: number, name: string) => information(`${name} tells of the outcome`, String.raw`\I(M;Y)`, trivariate, ({ exact }) => exact[k].told); // prettier-ignore
const inArms = (k: number, name: string) => information(`${name} tells within the arms`, String.raw`\I(M;Y \given T)`, trivariate, ({ exact }) => exact[k].toldInArms); // prettier-ignore
const more = (k: number, name: string) => information(`${name}: the interaction`, String.raw`\I(M;Y \given T) - \I(M;Y)`, trivariate, ({ exact }) => interaction(exact[k])); // prettier-ignore
const number = (label: string, formula: string, source: string, of: One['of']): One => ({ kind: 'number', label, formula, source, of }); // prettier-ignore
const worth = (k: number, name: string) => number(`Choosing by ${name}: more good outcomes in 100 patients`, String.raw`100\,(\E \max_t \mu(M, t) - \max_t \E\,\mu(M, t))`, decision, ({ exact }) => 100 * exact[k].worth); // prettier-ignore

export const readouts = {
  toldA: told(0, 'A'),
  toldB: told(1, 'B'),
  toldC: told(2, 'C'),
  inArmsA: inArms(0, 'A'),
  inArmsB: inArms(1, 'B'),
  interactionA: more(0, 'A'),
  interactionB: more(1, 'B'),
  interactionC: more(2, 'C'),
  reverseB: information('B: what it tells of the treatment, the outcome being known', String.raw`\I(M;T \given Y)`, trivariate, ({ exact }) => exact[1].reverse), // prettier-ignore
  assignedA: information('A and the treatment share', String.raw`\I(M;T)`, trivariate, ({ exact }) => exact[0].assigned), // prettier-ignore
  worthA: worth(0, 'A'),
  worthB: worth(1, 'B'),
  worthC: worth(2, 'C'),
  hinge: number('The same for B, by the rule for two groups', String.raw`100 \max(0, c - |d|)`, model, (_, { predictive, advantage }) => 100 * Math.max(0, predictive - Math.abs(advantage))), // prettier-ignore
  usual: { ...number('Good outcomes with the usual treatment, as recorded', String.raw`P(Y = 1 \given T = 0)`, law, ({ recorded }) => recorded[0]), kind: 'probability' as const }, // prettier-ignore
  fresh: { ...number('Good outcomes with the new treatment, as recorded', String.raw`P(Y = 1 \given T = 1)`, law, ({ recorded }) => recorded[1]), kind: 'probability' as const }, // prettier-ignore
  seemingDifference: number('New less usual, as recorded, in 100 patients', String.raw`100\,(P(Y = 1 \given T = 1) - P(Y = 1 \given T = 0))`, law, ({ recorded }) => 100 * (recorded[1] - recorded[0])), // prettier-ignore
  difference: number('New less usual, if a coin decides, in 100 patients', '200 d', model, (_, { advantage }) => 200 * advantage), // prettier-ignore
  lost: number('Good outcomes in 100 patients lost by giving all what looks better', String.raw`100\,(\max_t \mu(t) - \mu(\hat t))`, model, ({ best, naive }) => 100 * (best - naive)), // prettier-ignore
  lostB: number('Good outcomes in 100 patients lost if B chooses by the records', String.raw`100\,(\E \max_t \mu(M, t) - \E\,\mu(M, \hat t(M)))`, model, ({ exact, best, naiveB }) => 100 * (best + exact[1].worth - naiveB)), // prettier-ignore
  estimateB: information('B: the interaction in this trial', String.raw`\hat \I(M;Y \given T) - \hat \I(M;Y)`, trial, (m) => m.trial.estimated[1]), // prettier-ignore
  winning: information('The largest of all twelve in this trial', String.raw`\max_M \hat \I(M;Y \given T) - \hat \I(M;Y)`, trial, (m) => m.trial.estimated[m.trial.winner]), // prettier-ignore
  byChance: information('The largest with the markers dealt out anew, on average', String.raw`\E_\pi \max_M`, trial, (m) => m.trial.byChance), // prettier-ignore
  reached: { ...number('Share of deals that reach the winner, itself counted', String.raw`\tfrac{1 + \#}{1 + 40}`, trial, (m) => m.trial.reached), kind: 'probability' as const }, // prettier-ignore
  seems: number('Choosing by the winner seems to bring, in 100 patients', String.raw`100\,\hat v`, trial, (m) => 100 * m.trial.seems), // prettier-ignore
  brings: number('Choosing by the winner’s kind can bring at most, in 100 patients', '100 v', decision, (m) => 100 * (m.exact[m.trial.winner]?.worth ?? m.exact[real].worth)), // prettier-ignore
  coin: information('A coin’s interaction, mean over the other trials', String.raw`\overline{\hat \I}`, trial, (m) => m.trial.coin), // prettier-ignore
  coinError: information('Its standard error', String.raw`s/\sqrt{30}`, trial, (m) => m.trial.coinError),
  firstOrder: information('The same by the first term of theory', String.raw`1/2n`, 'theory/estimation/information-estimators.firstOrderInformationBias', (m) => m.trial.firstOrder), // prettier-ignore
};
