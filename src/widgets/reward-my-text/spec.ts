import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { beforeOf, boundsOf, compute, estimatesOf, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { sayReward } from './reward.ts';

export const spec = defineWidget({
  id: 'reward-my-text',
  title: 'Reward my text',
  summary: 'Set a reward for what this book’s model writes next: what does the tilted model write, and how sure is one of that?', // prettier-ignore
  terms: ['tilted-policy', 'divergence', 'token'],
  cites: ['ziegler2019', 'kong1992'],
  params,
  compute,
  run,
  reads: true,
  readouts,

  describe(model, asked, say) {
    const { prompt, beta, length } = asked;
    const [bounds, estimates] = [boundsOf(model, asked), estimatesOf(model, asked)];
    const about = `${prompt === '' ? 'At the very beginning' : `After “${prompt}”`}, with a reward for ${sayReward(asked)} at a price of ${params.beta.format(beta)} per nat, `;
    if (!bounds) return `${about}nothing has been looked at yet.`;
    const tree = `the tilted model’s next two tokens have an expected reward from ${say.number(bounds.reward[0])} to ${say.number(bounds.reward[1])}`;
    if (!estimates) return `${about}${tree}.`;
    const { whole, beginning, before, blind } = estimates;
    if (blind)
      return `${about}${tree}. None of ${say.count(asked.count)} samples earns anything in ${say.count(length)} tokens, so they cannot tell how often the tilted model does.`;
    return (
      `${about}${tree}, and ${say.number(beginning.expectedReward)} ± ${say.number(beginning.standardError)} by ${say.count(asked.count)} samples. ` +
      `${say.count(length)} tokens have ${say.number(whole.expectedReward)} ± ${say.number(whole.standardError)} instead of ${say.number(before)}, and by their weights alone the samples are worth ${say.number(whole.effective, 1)} of the tilted model.`
    );
  },

  table(model, say, asked) {
    const estimates = estimatesOf(model, asked);
    return {
      columns: ['Continuation', 'Reward', 'Weight'],
      verbatim: ['Continuation'],
      rows: model.drawn.map(({ text }, i) => [
        text,
        say.number(estimates?.rewards[i] ?? 0),
        say.probability(estimates?.whole.weights[i] ?? 0),
      ]),
    };
  },

  laws: [
    {
      name: 'What a tree holds and what it leaves out is everything',
      tolerance: 1e-6,
      gap: ({ tree }) => (tree ? Math.abs(tree.masses.reduce((sum, mass) => sum + mass, 0) - 1) : 0),
    },
    {
      name: 'A tilt lowers no expected reward: neither bound is below that of the untouched model',
      tolerance: 1e-9,
      gap(model, asked) {
        const [before, bounds] = [beforeOf(model, asked), boundsOf(model, asked)];
        return before && bounds ? Math.max(before[0] - bounds.reward[0], before[1] - bounds.reward[1]) : 0;
      },
    },
    {
      name: 'Samples cannot tell of more divergence than log n',
      tolerance: 1e-9,
      gap: (model, asked) => (estimatesOf(model, asked)?.whole.divergence ?? 0) - Math.log(asked.count),
    },
    {
      name: 'The effective number is from 1 to n',
      tolerance: 1e-9,
      gap(model, asked) {
        const effective = estimatesOf(model, asked)?.whole.effective;
        return effective === undefined ? 0 : Math.max(1 - effective, effective - asked.count);
      },
    },
  ],

  challenges,
  presets,
});
