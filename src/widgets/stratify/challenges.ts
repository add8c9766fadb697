import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { interaction, type Stratified } from './model.ts';
import { real, type Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Stratified, Asked>[] = [
  {
    id: 'no-choice',
    task: 'Let a coin decide who gets which treatment. Give B an interaction of at least a hundredth of a bit, and yet let choosing by B bring nothing.',
    score: ({ exact }, { steered, predictive }) =>
      steered !== 0 || predictive === 0
        ? 0
        : Math.min(atLeast(interaction(exact[1]), 0.01 * bit), within(exact[1].worth, 1e-9, 0.12)),
    hints: [
      { when: (_, { steered }) => steered !== 0, say: 'A coin decides: set who gets the new treatment to 0.' },
      {
        when: ({ exact }) => exact[1].worth > 1e-9 && interaction(exact[1]) >= 0.01 * bit,
        say: 'The interaction is large enough. Still in one of the groups the other treatment is better. Make one of them better in both.',
      },
      {
        when: ({ exact }) => exact[1].worth > 1e-9,
        say: 'Choosing by B still brings something, and the interaction is too small besides.',
      },
      { when: () => true, say: 'Choosing by B brings nothing now, but the interaction is too small. There is room between 0 and the average advantage.' }, // prettier-ignore
    ],
    solved:
      'The treatments differ by different amounts in the two groups, and always in the same direction. That is an interaction of amount (quantitative, not qualitative): it may matter for what one tells a patient, and it changes no choice.',
    solution: { predictive: 0.07, advantage: 0.07 },
  },
  {
    id: 'looks-worse',
    task: 'Leave all effects as they are: the new treatment is better on average. Make the records say that it is worse by at least ten good outcomes in 100 patients.',
    score: ({ recorded: [usual, fresh] }, { advantage, prognostic, predictive, main, turn }) =>
      advantage !== 0.03 || prognostic !== 0.16 || predictive !== 0.1 || main !== 0.05 || turn !== 0.06
        ? 0
        : atLeast(Math.max(0, usual - fresh), 0.1),
    hints: [
      {
        when: (_, { advantage, prognostic, predictive, main, turn }) =>
          advantage !== 0.03 || prognostic !== 0.16 || predictive !== 0.1 || main !== 0.05 || turn !== 0.06,
        say: 'Effects have changed. Put them back and change only who gets the new treatment.',
      },
      { when: (_, { steered }) => steered > 0, say: 'Now those who fare well anyway get the new treatment, which makes it look better than it is.' }, // prettier-ignore
      {
        when: (_, { steered }) => steered === 0,
        say: 'A coin decides, and the records say what is so. Let someone else decide.',
      },
      { when: () => true, say: 'The right direction. Go further.' },
    ],
    solved:
      'Those who fared badly anyway got the new treatment, and the records count their bad luck against it. Nothing in the two columns shows it; only who was treated how does.',
    solution: { steered: -0.3 },
  },
  {
    id: 'a-coin-wins',
    task: 'Find a trial in which one of the nine coins has the largest interaction of all twelve markers, and in which choosing by it seems to bring at least five more good outcomes in 100 patients.',
    score: ({ trial }) =>
      trial.winner < real ? Math.min(0.5, atLeast(Math.max(...trial.estimated.slice(real)), trial.estimated[trial.winner])) : atLeast(trial.seems, 0.05), // prettier-ignore
    hints: [
      {
        when: ({ trial }, { patients }) => trial.winner < real && patients > 150,
        say: 'In so large a trial B stands out nearly every time. Take fewer patients.',
      },
      {
        when: ({ trial }) => trial.winner < real,
        say: 'No coin won. Try another seed, or fewer patients.',
      },
      { when: () => true, say: 'A coin won, but it promises too little. Another seed.' },
    ],
    solved:
      'Whoever reports the winner with its estimate reports luck. The deals beside it say how much a search among twelve finds where there is nothing; and a second trial would say what is left.',
    solution: { patients: 60, seed: 5 },
  },
];
