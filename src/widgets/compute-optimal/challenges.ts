import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { hardly, ratioOf, type Optimal } from './model.ts';
import type { Asked } from './parameters.ts';

const isTheirs = ({ law, budget, served }: Asked) => law === 'corrected' && budget === 23.76 && served === 8;

export const challenges: readonly Challenge<Optimal, Asked>[] = [
  {
    id: 'half-as-large',
    task: 'Leave the budget and the constants as they are. Find a network with at most half of the parameters of the best one that loses at most 0.01 nats more.',
    start: { ratio: 1.26 },
    score: ({ here, best }, asked) =>
      isTheirs(asked)
        ? Math.min(
            within(here.parameters / best.parameters - 0.5, 0, 2),
            within(here.loss - best.loss - hardly, 0, 10 * hardly),
          )
        : 0,
    hints: [
      { when: (_, asked) => !isTheirs(asked), say: 'You have changed the budget, the constants or what is served. Begin again.' }, // prettier-ignore
      {
        when: ({ here, best }) => here.parameters > 0.5 * best.parameters,
        say: 'Still too large. More tokens per parameter make the network smaller: its size falls as the root of their number grows.',
      },
      { when: () => true, say: 'Small enough, but you have left the band. A little back.' },
    ],
    solved:
      'Half of the parameters on twice the text, and hardly a loss: the valley is that flat. Whoever uses the network pays half as much for each token. But look at the share of the budget that would do: between a sixth and nearly a third has been spent for nothing, if nobody uses it.',
    solution: { ratio: 1.9 },
  },
  {
    id: 'serve-it',
    task: 'The budget pays for training and for use. How many tokens must be served until the best network has between 85 and 115 tokens per parameter? Use the slider of tokens served alone.',
    start: { served: 8 },
    score: ({ best }, { law, budget }) =>
      law === 'corrected' && budget === 23.76 ? within(Math.abs(ratioOf(best) - 100), 15, 200) : 0,
    hints: [
      { when: (_, { law, budget }) => law !== 'corrected' || budget !== 23.76, say: 'You have changed the budget or the constants. Begin again.' }, // prettier-ignore
      { when: ({ best }) => ratioOf(best) < 85, say: 'Too few. The best network moves when serving costs about as much as training.' }, // prettier-ignore
      { when: () => true, say: 'Too many: now it is smaller still.' },
    ],
    solved:
      'Five or six trillion tokens, more than twice as many as the network is trained on. Each costs a third of a token of training, so serving takes more than two fifths of this budget.',
    solution: { served: 12.8 },
  },
  {
    id: 'know-it',
    task: 'The experiment is repeated on paper. At a budget of ten to the 26 one standard error is a factor of about 1.5 in tokens per parameter. Bring it below 1.25, and leave the budget alone.',
    start: { shown: 'refits', budget: 26 },
    score: ({ repeated }, { budget }) =>
      repeated && budget === 26 ? within(Math.exp(repeated.error) - 1.25, 0, 0.6) : 0,
    hints: [
      { when: ({ repeated }) => !repeated, say: 'Choose to show the experiment, repeated.' },
      { when: (_, { budget }) => budget !== 26, say: 'At ten to the 26, please. Nearer to the runs it would be easy.' },
      { when: (_, { noise }) => noise >= 1.5, say: 'Larger runs help, and not enough. What else makes constants uncertain?' }, // prettier-ignore
      { when: () => true, say: 'Smaller still. The error of the constants is proportional to that of the losses.' },
    ],
    solved:
      'To halve the errors of the losses does more here than runs with thousands of times the budget. Four times as many runs would do what half of the error does.',
    solution: { noise: 0.7 },
  },
];
