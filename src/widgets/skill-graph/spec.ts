import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, litAt, shareOf, skillsShown, textCount, unlearned } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns } from './series.ts';

export const spec = defineWidget({
  id: 'skill-graph',
  title: 'What is left to learn',
  summary: 'A text is answered if every skill that it needs is learned. Learn skills, and watch what is left over.',
  terms: [],
  cites: ['hutter2021', 'michaud2023', 'arora-goyal2023'],
  params,
  compute,
  readouts,

  describe(model, { law, way, a, each }, say) {
    const { here, seen, slope } = model;
    const frequencies = { zipf: `that fall as the power −${say.number(1 + a, 2)} of the rank`, geometric: 'that fall by 3 percent from each to the next', equal: 'that are all alike' }[law]; // prettier-ignore
    const power = here.powerLaw === undefined ? '' : `; the power law has ${say.probability(here.powerLaw)}`;
    const most = skillsShown({ law });
    const known = here.at >= most && law === 'equal' ? `all ${say.count(most)} skills` : here.at === 1 ? 'the most frequent skill' : `the ${say.count(here.at)} most frequent skills`; // prettier-ignore
    const falls = here.unlearned === 0 ? '' : ` ${slope === Infinity ? 'After twice as many nothing is left' : `From here to twice as many it falls with slope ${say.number(slope, 2)} on log paper`}.`; // prettier-ignore
    const lit = litAt(model, here.at);
    const left =
      way === 'order'
        ? `With ${known} learned, ${here.unlearned === 0 ? 'nothing' : say.probability(here.unlearned)} of what is needed is not learned${power}.${falls}`
        : `After ${here.at === 1 ? 'one example' : `${say.count(here.at)} examples`}, ${say.probability(here.unlearned)} of what is needed is expected not to have been seen${power}.${falls} The drawn reading has shown ${seen.length === 1 ? 'one skill' : `${say.count(seen.length)} skills`} and lacks ${here.run === 0 ? 'nothing' : say.probability(here.run ?? 0)}.`;
    return `Skills have frequencies ${frequencies}. ${left} A text of ${each === 1 ? 'one skill' : `${each} skills`} is answered with probability ${say.probability(here.answered)}; of the ${textCount} drawn, ${lit} ${lit === 1 ? 'is' : 'are'}.`;
  },

  table: ({ points }, say, { way }) =>
    tableOf(
      points,
      way === 'order'
        ? [columns.learned, columns.unlearned, columns.powerLaw, columns.answered]
        : [columns.samples, columns.expected, columns.powerLaw, columns.run, columns.answered],
      say,
    ),

  laws: [
    {
      name: 'Each skill takes with it what it weighs: u(n − 1) − u(n) = p_n',
      tolerance: 1e-12,
      gap: (_, asked) => Math.abs(unlearned(asked.learned - 1, asked) - unlearned(asked.learned, asked) - shareOf(asked.learned, asked)), // prettier-ignore
    },
    {
      name: 'What is not learned never grows, and is a share',
      tolerance: 1e-12,
      gap: ({ points }) =>
        Math.max(...points.flatMap(({ unlearned: u, run = u }, i) => [u - 1, -u, -run, ...(i === 0 ? [] : [u - points[i - 1].unlearned, run - (points[i - 1].run ?? points[i - 1].unlearned)])])), // prettier-ignore
    },
    {
      name: 'A text of m skills is answered with the m-th power of what is learned',
      tolerance: 1e-12,
      gap: ({ here }, { each }) => Math.abs(here.answered - (1 - (here.run ?? here.unlearned)) ** each),
    },
    {
      name: 'No n skills weigh more than the n most frequent ones: the drawn reading lacks at least as much as they leave',
      tolerance: 1e-9,
      gap: ({ here, seen }, asked) => (asked.way === 'order' ? 0 : unlearned(seen.length, asked) - (here.run ?? 1)),
    },
  ],

  challenges,
  presets,
});
