import type { Challenge } from '#contract/spec.ts';
import type { Calibrated } from './model.ts';
import type { Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Calibrated, Asked>[] = [
  {
    id: 'repair',
    task: 'The small model has learned from 100 examples. Bring its error in the long run below 0.025, by the temperature alone.',
    start: { source: 'learned', examples: '100', temperature: 1, seed: 10 },
    score(model, { source, examples, seed }) {
      if (source !== 'learned' || examples !== '100' || seed !== 10 || !model.run) return 0;
      return model.run.error < 0.025 ? 1 : nearly(0.025 / model.run.error);
    },
    hints: [
      {
        when: (_, { source }) => source !== 'learned',
        say: 'Take the small model: of the network nobody knows the long run.',
      },
      {
        when: (_, { examples, seed }) => examples !== '100' || seed !== 10,
        say: 'With 100 examples and the seed 10, please: more examples would be too easy.',
      },
      { when: (_, { temperature }) => temperature < 1, say: 'Below 1 the temperature makes it still surer.' },
      { when: (_, { temperature }) => temperature > 2.6, say: 'Now it says too little. Go back a little.' },
      {
        when: () => true,
        say: 'It is too sure: its log-odds have to be divided by more. Where is the dotted curve of losses lowest?',
      },
    ],
    solved:
      'The lowest point of the expected loss is at about 2.4, and there the dotted line of what comes true lies close to the diagonal. Nothing was learned anew.',
    solution: { temperature: 2.4 },
  },
  {
    id: 'one-bin',
    task: 'Hide it. At temperature 1, with 100 examples: make the calibration error of the 400 new cases smaller than 0.02, although the model is as wrong as before.',
    start: { source: 'learned', examples: '100', temperature: 1, forecasts: 400, seed: 10 },
    score({ shown }, { source, examples, temperature, forecasts, seed }) {
      if (source !== 'learned' || examples !== '100' || temperature !== 1 || forecasts !== 400 || seed !== 10) return 0;
      return shown!.error < 0.02 ? 1 : nearly(0.02 / shown!.error);
    },
    hints: [
      {
        when: (_, { temperature }) => temperature !== 1,
        say: 'Leave the temperature at 1: this is about the measure, and the model stays.',
      },
      {
        when: (_, { source, examples, forecasts, seed }) =>
          source !== 'learned' || examples !== '100' || forecasts !== 400 || seed !== 10,
        say: 'The small model with 100 examples, 400 new cases and the seed 10, please.',
      },
      { when: (_, { bins }) => bins > 10, say: 'More bins show more chance on top of what is wrong.' },
      { when: () => true, say: 'What does a bin do with forecasts that are too high and forecasts that are too low?' },
    ],
    solved:
      'In a single bin what is said too high and what is said too low cancel: on average over all cases it says about the right share. The error in bins needs its number of bins beside it.',
    solution: { bins: 1 },
  },
  {
    id: 'innocent',
    task: 'Take the forecaster who learned from endlessly many examples, and is exactly right at temperature 1. Make the calibration error that this one has on average larger than 0.2.',
    start: { source: 'learned', examples: 'all', forecasts: 400, bins: 10, temperature: 1 },
    score({ shown }, { source, examples, temperature }) {
      if (source !== 'learned' || examples !== 'all' || temperature !== 1) return 0;
      return shown!.chance.mean > 0.2 ? 1 : nearly(shown!.chance.mean / 0.2);
    },
    hints: [
      {
        when: (_, { temperature }) => temperature !== 1,
        say: 'At another temperature it is not exactly right. Go back to 1.',
      },
      {
        when: (_, { source, examples }) => source !== 'learned' || examples !== 'all',
        say: 'Endlessly many examples, please.',
      },
      { when: (_, { forecasts }) => forecasts > 100, say: 'With so many cases chance averages out. Take fewer.' },
      { when: () => true, say: 'Few cases, and in each bin even fewer.' },
    ],
    solved:
      'Nothing is wrong with the forecasts. In a bin with one or two cases the share that came is 0, one half or 1, and that is far from nearly everything one may say.',
    solution: { forecasts: 40, bins: 50 },
  },
];
