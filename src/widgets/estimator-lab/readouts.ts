import type { Readout } from '#contract/spec.ts';
import { firstOrderBias } from '#theory/estimation/entropy-estimators.ts';
import { firstOrderInformationBias } from '#theory/estimation/information-estimators.ts';
import { lawOf, jointOf } from './discrete.ts';
import { estimatorNames, meanOf, type Estimator } from './estimates.ts';
import { ceilingOf, certainOf, heldOf, marksOf, rowOf, sharesOf, type Lab } from './lab.ts';
import type { Asked } from './parameters.ts';

type Get = (model: Lab, asked: Asked) => number | undefined;
const information = (label: string, formula: string, source: string, of: Get): Readout<Lab, Asked> => ({
  ...{ kind: 'information', label, formula, source },
  of: (model, asked) => of(model, asked) ?? 0,
  none: (model, asked) => of(model, asked) === undefined,
});
const count = (label: string, formula: string, source: string, of: Get): Readout<Lab, Asked> => ({
  ...information(label, formula, source, of),
  kind: 'count',
});
const samples = 'theory/estimation/entropy-estimators';
const sources: Record<Estimator, string> = {
  plugIn: `${samples}.plugInEntropy`,
  millerMadow: `${samples}.millerMadowEntropy`,
  jackknife: `${samples}.jackknifeEntropy`,
  grassberger: `${samples}.grassbergerEntropy`,
  chaoShen: `${samples}.chaoShenEntropy`,
  bins: 'theory/estimation/vector-estimates.informationOfNames',
  fit: 'theory/estimation/vector-estimates.gaussianFitInformation',
  ksg: 'theory/estimation/vector-estimates.ksgInformationOfVectors',
  infoNce: 'theory/estimation/sampled-bounds.sampledInfoNce',
  donskerVaradhan: 'theory/estimation/sampled-bounds.sampledDonskerVaradhan',
  nguyenWainwrightJordan: 'theory/estimation/sampled-bounds.sampledNguyenWainwrightJordan',
};
/** Mean over the samples drawn. */
const mean = (estimator: Estimator) =>
  information(`${estimatorNames[estimator]}, mean of the samples`, String.raw`\tfrac1m \sum_j T_j`, sources[estimator], (model) => { const row = rowOf(model, estimator); return row && meanOf(row)?.mean; }); // prettier-ignore
const error = (estimator: Estimator) =>
  information(`${estimatorNames[estimator]}, standard error of this mean`, String.raw`s/\sqrt m`, sources[estimator], (model) => { const row = rowOf(model, estimator); return row && meanOf(row)?.error; }); // prettier-ignore
/** Mean over all samples, a sum. */
const exact = (estimator: Estimator, source: string) =>
  information(`${estimatorNames[estimator]}, expected`, String.raw`\E\,T`, source, (model) => rowOf(model, estimator)?.exact); // prettier-ignore
const observed = (estimator: Estimator) =>
  information(`${estimatorNames[estimator]}, of your columns`, String.raw`\hat\I`, sources[estimator], (model) => rowOf(model, estimator)?.observed); // prettier-ignore
/** Of a critic of the reader’s columns, or of shuffled ones. */
const held = (label: string, which: 0 | 1, what: 'mean' | 'error') =>
  information(`A critic of your columns on new pairs, ${label}`, String.raw`\hat\I_{\text{new}}`, 'sim/held-out-critic.trainHeldOut', (model, { bound }) => heldOf(model, bound)[which]?.[what]); // prettier-ignore
/** Of the scores of the trained critic; with another bound, by the function of that one. */
const trained = sources.infoNce;

/** The bias of the first order of an entropy. */
function firstOrderOfEntropy({ source, n }: Lab, asked: Asked): number | undefined {
  if (source !== 'rare' || asked.source !== source || n === 0) return undefined;
  return firstOrderBias(lawOf(asked).filter((p) => p > 0).length, n);
}
/** That of the information of two dice. */
function firstOrder({ source, n }: Lab, asked: Asked): number | undefined {
  if (source !== 'names' || asked.source !== source || n === 0 || asked.names !== 'dice' || asked.copies > 0)
    return undefined;
  return firstOrderInformationBias(jointOf(asked).length, jointOf(asked).length, n);
}

export const readouts = {
  truth: information('The exact value', String.raw`\I(X;Y)`, 'theory/measures/mutual-information.mutualInformation', ({ source, truth }) => (source === 'rare' ? undefined : truth)), // prettier-ignore
  entropy: information('The exact entropy', String.raw`\H(X)`, 'theory/measures/entropy.entropy', ({ source, truth }) => (source === 'rare' ? truth : undefined)), // prettier-ignore
  ceiling: information('The most that plug-in estimates and InfoNCE can say (of your columns, by a critic: log K)', String.raw`\log n`, 'theory/estimation/variational-bounds.infoNceCeiling', (model) => (model.n > 0 ? ceilingOf(model) : undefined)), // prettier-ignore
  certain: information('What a bound from below that holds for every law with probability 1 − δ exceeds with probability 2δ at most', String.raw`\log n(n-1)`, 'theory/estimation/variational-bounds.infoNceCeiling', (model) => (model.n > 1 ? certainOf(model) : undefined)), // prettier-ignore
  size: count('Size of a sample', 'n', 'sim/draw-pairs.drawCounts', ({ n }) => (n > 0 ? n : undefined)),
  firstOrder: information('The first term of the plug-in estimate’s bias, with nothing shared', String.raw`(k-1)^2/2n`, 'theory/estimation/information-estimators.firstOrderInformationBias', firstOrder), // prettier-ignore
  firstOrderEntropy: information('The first term of the plug-in entropy’s bias', String.raw`-(k-1)/2n`, `${samples}.firstOrderBias`, firstOrderOfEntropy), // prettier-ignore
  plugInExact: exact('plugIn', `${samples}.expectedPlugInEntropy`),
  millerMadowExact: exact('millerMadow', 'theory/estimation/expected-estimates.expectedMillerMadowEntropy'),
  jackknifeExact: exact('jackknife', 'theory/estimation/expected-estimates.expectedJackknifeEntropy'),
  grassbergerExact: exact('grassberger', 'theory/estimation/expected-estimates.expectedGrassbergerEntropy'),
  fitExact: exact('fit', 'theory/estimation/expected-estimates.gaussianFitBias'),
  plugIn: mean('plugIn'),
  plugInError: error('plugIn'),
  millerMadow: mean('millerMadow'),
  jackknife: mean('jackknife'),
  grassberger: mean('grassberger'),
  chaoShen: mean('chaoShen'),
  chaoShenError: error('chaoShen'),
  bins: mean('bins'),
  fit: mean('fit'),
  fitError: error('fit'),
  ksg: mean('ksg'),
  ksgError: error('ksg'),
  infoNce: mean('infoNce'),
  infoNceError: error('infoNce'),
  donskerVaradhan: mean('donskerVaradhan'),
  donskerVaradhanError: error('donskerVaradhan'),
  nguyenWainwrightJordan: mean('nguyenWainwrightJordan'),
  nguyenWainwrightJordanError: error('nguyenWainwrightJordan'),
  stepNow: count('The last step that was looked at', 's', trained, (model, asked) => marksOf(model, asked).now?.step),
  seenNow: information('The critic on its own pairs, at the last step that was looked at', String.raw`\hat\I_{\text{own}}`, trained, (model, asked) => marksOf(model, asked).now?.seen), // prettier-ignore
  freshNow: information('The critic on new pairs, at the last step that was looked at, mean', String.raw`\hat\I_{\text{new}}`, trained, (model, asked) => marksOf(model, asked).now?.mean), // prettier-ignore
  freshError: information('Standard error of this mean', String.raw`s/\sqrt m`, trained, (model, asked) => marksOf(model, asked).now?.error), // prettier-ignore
  freshBest: information('The most that the mean on new pairs comes to at any step', String.raw`\max_s \hat\I_{\text{new}}`, trained, (model, asked) => marksOf(model, asked).best?.mean), // prettier-ignore
  bestStep: count('The step where it does', 's', trained, (model, asked) => marksOf(model, asked).best?.step),
  heldOut: held('mean of the splits', 0, 'mean'),
  heldOutError: held('standard error', 0, 'error'),
  heldShuffled: held('mean, shuffled', 1, 'mean'),
  heldShuffledError: held('standard error, shuffled', 1, 'error'),
  ownPlugIn: observed('plugIn'),
  ownChaoShen: observed('chaoShen'),
  ownFit: observed('fit'),
  ownKsg: observed('ksg'),
  ownShare: {
    ...information('Of the shuffles and your columns themselves, share whose first estimate is at least yours', String.raw`\tfrac{1 + \#\{\hat\I_j \ge \hat\I\}}{1 + m}`, 'sim/draw-pairs.drawOrder', ({ rows }) => rows[0] && sharesOf(rows[0])), // prettier-ignore
    kind: 'probability',
  } satisfies Readout<Lab, Asked>,
};
