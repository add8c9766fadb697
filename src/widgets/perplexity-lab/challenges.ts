import { isComplete } from '#contract/reading.ts';
import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import type { Asked } from './parameters.ts';
import { markOf, natsOf, reportOf } from './report.ts';
import type { PerplexityLab } from './state.ts';
import { boilerplate, letters } from './texts.ts';

const ready = ({ reading }: PerplexityLab, { source }: Asked) =>
  source !== 'text' || (isComplete(reading) && reading.ids.length > 0);

/** How much lower than the right perplexity “mean of batch means” is: the logarithm of how many times. */
const lower = (model: PerplexityLab, asked: Asked) =>
  natsOf(model, asked, 'right') - natsOf(model, asked, 'batchMeans');

/** Batches on both sides of the whole text's mean. */
const easyBatches = (model: PerplexityLab, asked: Asked) => {
  const { batches, mean } = reportOf(model, asked);
  return batches.filter((batch) => batch.mean < mean).length;
};

const goal = 10;
const leastCharacters = 40;

export const challenges: readonly Challenge<PerplexityLab, Asked>[] = [
  {
    id: 'ten-times-better',
    task: `Make “mean of batch means” ${goal} times lower than the right perplexity, by the cuts alone.`,
    start: { text: boilerplate, batches: 3, cut1: 64, cut2: 110, cut3: 120, cut4: 130, cut5: 140, prompt: 0 },
    score: (model, asked) => (ready(model, asked) ? atLeast(lower(model, asked), Math.log(goal)) : 0),
    hints: [
      {
        when: ({ reading }, { source }) => source === 'text' && !isComplete(reading),
        say: 'The model is still reading. In a moment.',
      },
      { when: (_, { batches }) => batches === 1, say: 'In one batch there is nothing to average. Cut.' },
      {
        when: (model, asked) => lower(model, asked) <= 0,
        say: 'The mean is not too low: on the whole the short batches are not the easy ones. Every batch has one vote, however short it is. Which tokens should have more votes than is their share?',
      },
      {
        when: (model, asked) => asked.batches < 6 && lower(model, asked) > 0.9 * Math.log(goal),
        say: 'Nearly. One more short batch of tokens that cost almost nothing should do.',
      },
      {
        when: (_, { batches }) => batches < 6,
        say: 'It goes the right way. Each further batch is one more vote: use all six, and let the easy part have all but one.',
      },
      {
        when: (model, asked) => easyBatches(model, asked) < asked.batches - 1,
        say: 'A cut inside the hard part gives it a second vote. Move all cuts into the easy part; all that is hard must lie in one batch.',
      },
      {
        when: () => true,
        say: 'Close. The hard batch should hold nothing but hard tokens, or else it should hold them all; and a batch may be as short as one token that costs almost nothing.',
      },
    ],
    solved:
      'The model, the text and every single surprisal stayed the same. Short easy batches outvoted the hard one, because a mean of means forgets how many tokens each of them stands for.',
    solution: { batches: 6, cut1: 8, cut2: 16, cut3: 24, cut4: 40, cut5: 63 },
  },
  {
    id: 'better-and-worse',
    task: `Find a text of at least ${leastCharacters} characters on which the adaptive reader is the better model, in bits per byte.`,
    score(model, asked) {
      const [right, adaptive] = [markOf(model, asked, 'right'), markOf(model, asked, 'adaptive')];
      if (!ready(model, asked) || !right?.perByte || !adaptive?.perByte) return 0;
      const long = Math.min(1, [...model.reading.text].length / leastCharacters);
      return long * (adaptive.perByte < right.perByte ? 1 : Math.min(0.99, right.perByte / adaptive.perByte));
    },
    hints: [
      {
        when: (_, { source }) => source !== 'text',
        say: 'Made-up surprisals have no bytes. Choose the surprisals of the text.',
      },
      {
        when: ({ reading }) => [...reading.text].length < leastCharacters,
        say: `Write at least ${leastCharacters} characters.`,
      },
      {
        when: (model, asked) => (markOf(model, asked, 'right')?.perByte ?? 0) < 3 * Math.LN2,
        say: 'The transformer knows English, and this is English to it. Where does knowing English do harm?',
      },
      {
        when: () => true,
        say: 'Not far. Something that no novel contains, again and again: the adaptive reader learns it while it reads.',
      },
    ],
    solved:
      'Here the adaptive reader needs fewer bits per byte, so here it is the better model. On the four documents its perplexity is the lower one as well, if it looks back at all, and there it is the worse model: its perplexity per byte and the other’s per token do not tell which is better.',
    solution: { text: letters },
  },
  {
    id: 'same-model-worse',
    task: 'Raise the perplexity of the same model on the same text by more than a tenth, with windows alone.',
    start: { window: '256', stride: 'half' },
    score(model, asked) {
      const [right, windows] = [markOf(model, asked, 'right'), markOf(model, asked, 'windows')];
      if (!ready(model, asked) || !right || !windows) return 0;
      return atLeast(windows.nats - right.nats, Math.log(1.1));
    },
    hints: [
      {
        when: (_, { source }) => source !== 'text',
        say: 'Made-up surprisals are read in no windows. Choose the surprisals of the text.',
      },
      {
        when: (_, { window }) => Number(window) > 32,
        say: 'Most tokens still see all that helps them. What is nearest matters most: shorten the windows a good deal more.',
      },
      {
        when: (_, { stride }) => stride !== 'whole',
        say: 'Overlapping windows give every token some words before it. Let the next window begin where the last one ends.',
      },
      { when: () => true, say: 'Shorter still.' },
    ],
    solved:
      'The model and the text stayed what they were; the model was only shown less before each token. Two reports of one model that do not say in which windows it read can differ by more than a tenth, and neither contains a false number.',
    solution: { window: '16', stride: 'whole' },
  },
];
