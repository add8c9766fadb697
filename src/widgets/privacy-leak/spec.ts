import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { beliefsIn } from './beliefs.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns } from './series.ts';

export const spec = defineWidget({
  id: 'privacy-leak',
  title: 'What a private answer tells',
  summary:
    'One patient answers yes or no, and a coin may turn the answer round. How much does an attacker learn, and how well does the hospital know the share?',
  terms: ['differential-privacy', 'randomized-response', 'mutual-information'],
  cites: ['warner1965', 'dwork2006', 'dwork-roth2014', 'bun-steinke2016'],
  wordsInBits: false,
  params,
  compute,
  readouts,

  describe({ flip, information, bound, entropy, worst, posterior, error }, { prior, answers, patients, epsilon }, say) {
    const [belief, afterYes, afterNo] = beliefsIn([prior, posterior.at(-1)!, posterior[0]], say);
    const many = answers === 1 ? 'one answer' : `${say.count(answers)} answers`;
    return (
      `With ε = ${say.number(epsilon, 2)} an answer is turned round with probability ${say.probability(flip)}. On average ${many} ${answers === 1 ? 'tells' : 'tell'} ${say.information(information)} of the ${say.amount(entropy)} that there are; ` +
      `the promise allows ${say.amount(bound)}, and in the worst case ${say.amount(worst)} are told. ` +
      `The attacker’s belief in a yes goes from ${belief} to ${afterYes} if ${answers === 1 ? 'it says' : 'all say'} yes, and to ${afterNo} if ${answers === 1 ? 'it says' : 'all say'} no. ` +
      (error < 1
        ? `From ${say.count(patients)} patients the share is known with a standard error of ${say.number(error)}.`
        : `From ${say.count(patients)} patients the share is not known at all: the standard error is ${say.number(error)}, and a share is between 0 and 1.`)
    );
  },

  table: ({ curve }, say) => tableOf(curve, Object.values(columns), say),

  laws: [
    {
      name: 'No more leaks than is promised, than the divergence, and than there is',
      tolerance: 1e-12,
      gap: ({ information, bound, divergence, entropy }) => information - Math.min(bound, divergence, entropy),
    },
    {
      name: 'The worst case is within the promise, too, and above the average',
      tolerance: 1e-12,
      gap: ({ information, worst, bound }) => Math.max(information - worst, worst - bound),
    },
    {
      name: 'On average belief stays where it was',
      tolerance: 1e-12,
      gap: ({ chances, posterior }, { prior }) =>
        Math.abs(chances.reduce((sum, p, j) => sum + p * posterior[j], 0) - prior),
    },
    {
      name: 'More privacy leaks less and costs precision',
      tolerance: 1e-12,
      gap: ({ curve }) =>
        Math.max(...curve.slice(1).map((point, i) => Math.max(curve[i].information - point.information, point.error - curve[i].error))), // prettier-ignore
    },
    {
      name: 'The estimate is never better than the truth would be',
      tolerance: 0,
      gap: ({ error, plainError }) => plainError - error,
    },
  ],

  challenges,
  presets,
});
