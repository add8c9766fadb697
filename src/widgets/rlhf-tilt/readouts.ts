import type { Readout } from '#contract/spec.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import type { Steered } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Steered, Asked>['of'];
const readout =
  (kind: Readout<Steered, Asked>['kind']) =>
  (label: string, formula: string, source: string, of: Of): Readout<Steered, Asked> => ({
    kind,
    label,
    formula,
    source: `theory/${source}`,
    of,
  });
const [information, probability, number] = [readout('information'), readout('probability'), readout('number')];
const tilting = 'language-models/tilting';
const tilt = `${tilting}.tilt`;
const best = `${tilting}.bestOfNByReward`;

/** J of the best of n: its expected reward less β times its divergence. */
export const objectiveOfBest: Of = ({ best: { reward, divergence } }, { beta }) => reward - beta * divergence;
export const shortOfBest: Of = ({ best: { law }, tilted }, { beta }) => beta * relativeEntropy(law, tilted.law);

export const readouts = {
  divergence: information('Divergence spent', String.raw`\D(\pi^* \,\|\, \pi_0)`, tilt, ({ tilted }) => tilted.divergence), // prettier-ignore
  harmBefore: probability('Chance of the harmful answer before', String.raw`\pi_0(\text{harmful})`, tilt, ({ curve }) => curve[0].harm), // prettier-ignore
  harm: probability('Chance of the harmful answer, tuned', String.raw`\pi^*(\text{harmful})`, tilt, ({ tilted }) => tilted.harm), // prettier-ignore
  most: probability('The most that any policy of this divergence can give it', String.raw`\max_{\D(\pi \| \pi_0) \le \D(\pi^* \| \pi_0)} \pi(\text{harmful})`, `${tilting}.largestProbabilityWithin`, ({ tilted }) => tilted.most), // prettier-ignore
  reward: number('Expected reward, tuned', String.raw`\E_{\pi^*} r`, tilt, ({ tilted }) => tilted.reward),
  rewardBefore: number('Expected reward before', String.raw`\E_{\pi_0} r`, tilt, ({ curve }) => curve[0].reward),
  worth: number('What the answers are worth in truth, tuned, expected', String.raw`\E_{\pi^*} w`, tilt, ({ tilted }) => tilted.worth), // prettier-ignore
  worthBefore: number('What they are worth before, expected', String.raw`\E_{\pi_0} w`, tilt, ({ curve }) => curve[0].worth), // prettier-ignore
  objective: number('The objective at its largest', String.raw`\beta \ln Z`, tilt, ({ tilted }) => tilted.objective),
  entropyBefore: information('Entropy before', String.raw`\H(\pi_0)`, 'measures/entropy.entropy', ({ curve }) => curve[0].entropy), // prettier-ignore
  entropy: information('Entropy, tuned', String.raw`\H(\pi^*)`, tilt, ({ tilted }) => tilted.entropy),
  variety: number('Equally likely answers that would be as uncertain', String.raw`e^{\H(\pi^*)}`, 'measures/entropy.perplexity', ({ tilted }) => perplexity(tilted.entropy)), // prettier-ignore
  furthest: information('The most that the reward can make it spend', String.raw`-\log \pi_0(\text{best answers})`, tilt, ({ furthest }) => furthest), // prettier-ignore
  bestDivergence: information('Divergence of the best of n', String.raw`\D(\pi_n \,\|\, \pi_0)`, best, ({ best: { divergence } }) => divergence), // prettier-ignore
  formula: information('What the formula says of the best of n', String.raw`\log n - \tfrac{n-1}{n}`, `${tilting}.bestOfNDivergence`, ({ best: { formula } }) => formula), // prettier-ignore
  n: { ...readout('count')('Answers of which the best is taken', 'n', best, ({ best: { n } }) => n) },
  bestReward: number('Expected reward of the best of n', String.raw`\E_{\pi_n} r`, best, ({ best: { reward } }) => reward), // prettier-ignore
  bestHarm: probability('Chance of the harmful answer, best of n', String.raw`\pi_n(\text{harmful})`, best, ({ best: { harm } }) => harm), // prettier-ignore
  bestObjective: number('Objective of the best of n', String.raw`\E_{\pi_n} r - \beta \D(\pi_n \,\|\, \pi_0)`, best, objectiveOfBest), // prettier-ignore
  bestShort: {
    ...number('By how much that is short of the largest', String.raw`\beta \D(\pi_n \,\|\, \pi^*)`, 'measures/divergence.relativeEntropy', shortOfBest), // prettier-ignore
  },
};
